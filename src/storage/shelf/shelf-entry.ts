/** A workbook as it stands on the shelf. */
import type { ShelfRow } from './shelf-database.ts';

export type ShelfEntry = ShelfRow;

/** What the program notes about a workbook while it is worked on. */
export type ShelfFacts = Partial<
	Pick<
		ShelfEntry,
		'organization' | 'openedAt' | 'changedAt' | 'savedCopyAt' | 'controls' | 'documentBytes'
	>
>;
