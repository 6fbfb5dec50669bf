/** Why a file was not read, as a value with a text for the person who chose the file. */
export interface ReadingProblem {
	readonly kind: ReadingProblemKind;
	/** What is wrong, where, and what to do next. */
	readonly text: string;
}

export type ReadingProblemKind =
	| 'tooLarge'
	| 'passwordProtected'
	| 'damaged'
	| 'unsafe'
	| 'notASpreadsheet'
	| 'nothingInside'
	| 'cancelled';

export const cancelled: ReadingProblem = { kind: 'cancelled', text: 'Reading was cancelled.' };

export const passwordProtected: ReadingProblem = {
	kind: 'passwordProtected',
	text: 'The file is protected with a password, so its cells cannot be read. Open it in the spreadsheet program, save a copy without a password, and bring in the copy.',
};

/** A file whose bytes contradict themselves; `what` is a sentence that says where. */
export function damaged(what: string): ReadingProblem {
	return {
		kind: 'damaged',
		text: `The file is damaged: ${what} Open it in the spreadsheet program, save it again, and bring in the new copy.`,
	};
}
