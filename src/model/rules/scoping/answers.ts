/**
 * Answers to questions of scope: yes, no, or not known. A yes stands in `company` for the questions of
 * the starter library and in `saidYes` for all others, a no in `saidNo`; two people who said both at
 * the same time leave the question open.
 */
import { facetQuestions } from '../../catalog/company-facets.ts';
import type { Scope } from '../../records/scope.ts';

export type Answer = 'yes' | 'no' | 'unknown';
type Answers = Pick<Scope, 'company' | 'saidYes' | 'saidNo'>;

const facetIds: ReadonlySet<string> = new Set(facetQuestions.map(({ id }) => id));

/** What was answered to the question of this id. */
export function answerOf(scope: Answers, question: string): Answer {
	const yes = scope[keyOfYes(question)].includes(question);
	const no = scope.saidNo.includes(question);
	if (yes === no) return 'unknown';
	return yes ? 'yes' : 'no';
}

/** The sets of the scope as they are after an answer: what `setScope` takes as its values. */
export function withAnswer(
	scope: Answers,
	question: string,
	answer: Answer,
): Readonly<Partial<Record<keyof Answers, readonly string[]>>> {
	const yesKey = keyOfYes(question);
	return {
		[yesKey]: withMember(scope[yesKey], question, answer === 'yes'),
		saidNo: withMember(scope.saidNo, question, answer === 'no'),
	};
}

/** `members` with or without one of them. */
export function withMember(
	members: readonly string[],
	member: string,
	wanted: boolean,
): readonly string[] {
	const others = members.filter((other) => other !== member);
	return wanted ? [...others, member] : others;
}

function keyOfYes(question: string): 'company' | 'saidYes' {
	return facetIds.has(question) ? 'company' : 'saidYes';
}
