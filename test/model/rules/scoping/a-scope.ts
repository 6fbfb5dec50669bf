/** A scope in which only what a test names was said. */
import { emptyScope, type Scope } from '../../../../src/model/records/scope.ts';
import { withAnswer, type Answer } from '../../../../src/model/rules/scoping/answers.ts';

export function aScope(said: Partial<Scope> = {}): Scope {
	return { ...emptyScope, ...said };
}

/** The scope after some questions were answered. */
export function answering(answers: Readonly<Record<string, Answer>>, scope = aScope()): Scope {
	return Object.entries(answers).reduce<Scope>(
		(before, [question, answer]) => ({ ...before, ...withAnswer(before, question, answer) }),
		scope,
	);
}
