/** Finds the character that separates the fields of a text: the one that cuts lines most evenly. */
import { delimitedRecords } from './delimited-records.ts';

export type Separator = ',' | ';' | '\t' | '|';

/** Ordered: an earlier one wins a tie. */
const separators: readonly Separator[] = [',', ';', '\t', '|'];
const sampleRecords = 200;
const sampleLength = 2 ** 17;

/** What people call it. */
export const separatorNames: Readonly<Record<Separator, string>> = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'vertical bars',
};

/** The separator an Excel `sep=` line names, with where the text proper begins. */
export function namedSeparator(text: string): { separator: Separator; start: number } | undefined {
	const match = /^"?sep=([,;\t|])"?(\r\n?|\n|$)/i.exec(text);
	if (!match) return undefined;
	return { separator: match[1] as Separator, start: match[0].length };
}

/** The likeliest separator; `hint` (from the file's name) wins where the text does not tell. */
export function findSeparator(text: string, hint: Separator): Separator {
	const sample = text.slice(0, sampleLength);
	let best = { separator: hint, evenness: evenness(sample, hint) };
	for (const separator of separators) {
		const score = evenness(sample, separator);
		if (score > best.evenness) best = { separator, evenness: score };
	}
	return best.separator;
}

/**
 * The share of records that have the usual number of fields, a little more for more fields; 0
 * where the usual record is one field. The sample may end within a record: the last is left out.
 */
function evenness(sample: string, separator: Separator): number {
	const widths: number[] = [];
	for (const record of delimitedRecords(sample, separator)) {
		if (record.length > 1 || record[0]?.trim()) widths.push(record.length);
		if (widths.length > sampleRecords) break;
	}
	if (widths.length > 1 && sample.length === sampleLength) widths.pop();
	const counts = new Map<number, number>();
	for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
	let best = 0;
	for (const [width, count] of counts) {
		if (width > 1) best = Math.max(best, (count / widths.length) * (2 - 1 / width));
	}
	return best;
}
