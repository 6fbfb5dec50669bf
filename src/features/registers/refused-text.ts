/** A text that somebody typed and the workbook did not take. */
export interface RefusedText {
	/** The cell in words, such as `Owner of AC-01`. */
	readonly cell: string;
	readonly text: string;
	/** Why, and what to do next. */
	readonly problem: string;
}
