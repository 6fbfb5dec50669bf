/** Why a file was not written, as a value with a text for the person who asked for it. */
export interface ExportProblem {
	readonly kind: 'cancelled' | 'nothingToExport' | 'oneTableOnly' | 'tooLarge' | 'textTooLong';
	/** What is wrong, where, and what to do next. */
	readonly text: string;
}

export const exportCancelled: ExportProblem = {
	kind: 'cancelled',
	text: 'The export was cancelled.',
};
