/** The answer to a question of scope as one command. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { withAnswer, type Answer } from '../../model/rules/scoping/answers.ts';
import { setScope } from '../../workbook/commands/set-scope.ts';

const words: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', unknown: 'not known' };

/** Answers the question of this id; the outcome says why where it was refused. */
export function answerQuestion(
	workbook: LiveWorkbook,
	question: string,
	answer: Answer,
): ReturnType<LiveWorkbook['run']> {
	const values = withAnswer(workbook.scope, question, answer);
	return workbook.run(setScope, { values, label: `Answer a scoping question: ${words[answer]}` });
}
