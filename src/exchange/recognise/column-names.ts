/** Names for the workbook's own columns, taken from the sheet's headers. */
import { columnLetters } from '../sheet.ts';

/** By index: the header, a letter where there is none; equal names get their letter added. */
export function uniqueNames(
	columns: readonly { readonly index: number; readonly header: string }[],
): ReadonlyMap<number, string> {
	const used = new Set<string>();
	return new Map(
		columns.map(({ index, header }) => {
			const name = header === '' ? `Column ${columnLetters(index)}` : header;
			const taken = used.has(name.toLowerCase());
			used.add(name.toLowerCase());
			return [index, taken ? `${name} (${columnLetters(index)})` : name];
		}),
	);
}
