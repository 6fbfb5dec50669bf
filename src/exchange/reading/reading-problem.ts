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

/** A file with a part made to do harm; `what` is a sentence that names the part and its fault. */
export function unsafe(what: string): ReadingProblem {
	return {
		kind: 'unsafe',
		text: `${what} It was not opened. Ask whoever sent the file for a copy saved again in a spreadsheet program, and bring that in.`,
	};
}

/** A file without a table; `what` is a sentence that says what was looked for. */
export function nothingInside(what: string): ReadingProblem {
	return {
		kind: 'nothingInside',
		text: `${what} Open it in the spreadsheet program, make sure that the table stands on a worksheet, save it, and choose it again.`,
	};
}
