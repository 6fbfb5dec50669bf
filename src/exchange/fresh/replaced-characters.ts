/** Says which characters a format could not hold, so that nothing is changed in silence. */
import { cellReference } from '../sheet.ts';
import type { ExportNote, ExportTable } from './export-table.ts';

const mostPlaces = 5;

/** One note a table whose texts match `unwritable`, with the first places (A1, header in row 1). */
export function replacedNotes(
	tables: readonly ExportTable[],
	unwritable: RegExp,
): readonly ExportNote[] {
	return tables.flatMap((table) => {
		const places = placesOf(table, unwritable);
		if (places.length === 0) return [];
		const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
		const shown = places.slice(0, mostPlaces).join(', ') + more;
		const text = `Invisible control characters that this format cannot hold were replaced by \ufffd in ${shown}.`;
		return [{ table: table.title, text }];
	});
}

function placesOf(table: ExportTable, unwritable: RegExp): readonly string[] {
	const lines = [table.columns.map(({ header }) => header), ...table.rows];
	return lines.flatMap((line, index) =>
		line.flatMap((text, column) =>
			unwritable.test(text) ? [cellReference(column, index + 1)] : [],
		),
	);
}
