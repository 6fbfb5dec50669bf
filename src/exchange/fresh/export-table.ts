/**
 * What every writer of fresh files takes: plain tables with the words people read, and what is
 * known about them. Plain data, cheap to clone between page and worker.
 */
export interface ExportTable {
	/** The sheet's name and heading: Control matrix. */
	readonly title: string;
	readonly columns: readonly ExportColumn[];
	/** One text a column, in the order of `columns`; '' for an empty cell. */
	readonly rows: readonly (readonly string[])[];
	/** How the rows were made, for a sheet that is made of the controls and not read back. */
	readonly about?: readonly ReadMeLine[];
}

/** A line of the Read me. */
export interface ReadMeLine {
	readonly label: string;
	readonly text: string;
}

export interface ExportColumn {
	readonly header: string;
	readonly kind: ExportColumnKind;
	/** Width in digits of the default font, as spreadsheet programs count (ECMA-376 part 1, 18.3.1.13). */
	readonly widthCharacters: number;
}

/**
 * `text`: ids, names, lists of ids; a spreadsheet must not take them for numbers or dates.
 * `date`: calendar dates become real dates, anything else stays text. `choices`: offered as a
 * drop-down list, other values stay allowed.
 */
export type ExportColumnKind =
	| { readonly kind: 'text' }
	| { readonly kind: 'prose' }
	| { readonly kind: 'date' }
	| { readonly kind: 'criteria' }
	| { readonly kind: 'references' }
	| { readonly kind: 'term'; readonly choices: readonly string[] };

export const exportFormats = ['xlsx', 'ods', 'csv', 'tsv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the file says about itself in its properties and on its Read me sheet. */
export interface ExportMeta {
	/** The workbook's name. */
	readonly workbook: string;
	/** Which part of it the file holds, in words: All 42 controls. */
	readonly scope: string;
	/** ISO 8601 instant in UTC. */
	readonly generatedAt: string;
	/** The name of the person who exports; may be empty. */
	readonly generatedBy: string;
	readonly programVersion: string;
}

export interface ExportedFile {
	readonly bytes: Uint8Array;
	/** What the format could not hold as it was, in words for people; mostly empty. */
	readonly notes: readonly ExportNote[];
}

export interface ExportNote {
	readonly table: string;
	readonly text: string;
}
