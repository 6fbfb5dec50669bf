/**
 * The steps of a gap: one a line of its text, `[ ] …` while it is to be done and `[x] …` once it is. A
 * line without a box is a step to be done, so that steps can simply be typed.
 */
export interface GapStep {
	/** Index of its line in the text. */
	readonly line: number;
	readonly text: string;
	readonly isDone: boolean;
}

const box = /^\s*(?:[-*]\s+)?\[( |x|X)?\]\s*/;

/** The steps in their order; empty lines are none. */
export function gapSteps(text: string): readonly GapStep[] {
	return text.split('\n').flatMap((each, line) => {
		const mark = box.exec(each);
		const words = each.slice(mark?.[0].length ?? 0).trim();
		if (words === '') return [];
		return [{ line, text: words, isDone: mark?.[1]?.toLowerCase() === 'x' }];
	});
}

/** The text with one step done, or to be done again; other lines stay as they were typed. */
export function withStep(text: string, line: number, isDone: boolean): string {
	return text
		.split('\n')
		.map((each, at) =>
			at === line ? `[${isDone ? 'x' : ' '}] ${each.replace(box, '').trim()}` : each,
		)
		.join('\n');
}

/** The text with one more step at its end. */
export function withNewStep(text: string, words: string): string {
	const before = text.trimEnd();
	return `${before}${before === '' ? '' : '\n'}[ ] ${words.trim()}`;
}

/** Texts as steps to be done. */
export function asSteps(texts: readonly string[]): string {
	return texts.map((text) => `[ ] ${text}`).join('\n');
}

/** How a fix is written in the catalogue, as steps: its clauses, each with a capital letter. */
export function stepsOfFix(fix: string): string {
	const parts = fix
		.split(/;\s+|(?<=\w{2})\.\s+(?=[A-Z])/)
		.map((part) => part.replace(/\.$/, '').trim());
	return asSteps(parts.filter(Boolean).map((part) => part.charAt(0).toUpperCase() + part.slice(1)));
}
