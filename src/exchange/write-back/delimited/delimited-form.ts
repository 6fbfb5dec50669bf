/** How a file writes its fields: its separator, its line ends, and when it puts quotes. */
import type { WrittenField } from '../../reading/delimited/delimited-records.ts';
import type { Separator } from '../../reading/delimited/separator.ts';

export interface DelimitedForm {
	readonly separator: Separator;
	readonly lineEnd: string;
	/** Whether it quotes every text, also where it need not. */
	readonly quotesAll: boolean;
}

/** The form of a file from its text and records. */
export function formOf(
	text: string,
	separator: Separator,
	records: readonly (readonly WrittenField[])[],
): DelimitedForm {
	const fields = records.flat().filter((field) => field.text !== '');
	const quoted = fields.filter(({ start }) => text.charAt(start) === '"').length;
	return { separator, lineEnd: lineEndOf(text, records), quotesAll: quoted > fields.length / 2 };
}

/** A field as the file would write it; `wasQuoted` where the one before it had quotes. */
export function writtenField(text: string, form: DelimitedForm, wasQuoted: boolean): string {
	const must =
		text.includes(form.separator) || /["\r\n]|^\s|\s$/.test(text) || (wasQuoted && text !== '');
	return must || (form.quotesAll && text !== '') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The most usual break between records; the platform's own where there is none. */
function lineEndOf(text: string, records: readonly (readonly WrittenField[])[]): string {
	const counts = new Map<string, number>();
	for (const record of records) {
		const end = record.at(-1)?.end ?? text.length;
		const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0];
		if (lineEnd !== undefined) counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1);
	}
	const [usual] = [...counts].sort(([, a], [, b]) => b - a);
	return usual?.[0] ?? '\r\n';
}
