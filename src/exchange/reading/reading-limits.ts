/** How much a reader takes in before it refuses or trims, so that no file can freeze the tab. */
export interface ReadingLimits {
	readonly fileBytes: number;
	/** Entries of a zip archive. */
	readonly zipEntries: number;
	/** Bytes one zip entry may inflate to, and all entries read together. */
	readonly entryBytes: number;
	readonly inflatedBytes: number;
	/**
	 * Inflated to compressed bytes, held for entries that inflate past `ratioFreeBytes`: honest
	 * sheets that repeat themselves reach 300 while they are small.
	 */
	readonly inflateRatio: number;
	readonly ratioFreeBytes: number;
	readonly sheets: number;
	/** Rows with cells, in one sheet. */
	readonly rows: number;
	readonly columns: number;
	/** Cells of all sheets together. */
	readonly cells: number;
	/** UTF-16 code units in one cell; Excel itself stops at 32,767. */
	readonly cellLength: number;
}

export const readingLimits: ReadingLimits = {
	fileBytes: 50 * 2 ** 20,
	zipEntries: 1_000,
	entryBytes: 150 * 2 ** 20,
	inflatedBytes: 300 * 2 ** 20,
	inflateRatio: 100,
	ratioFreeBytes: 10 * 2 ** 20,
	sheets: 500,
	rows: 200_000,
	columns: 1_000,
	cells: 2_000_000,
	cellLength: 100_000,
};
