/** How a file writes its fields: its separator, its line ends, and when it puts quotes. */
import type { WrittenField } from '../../reading/delimited/delimited-records.ts';
import type { Separator } from '../../reading/delimited/separator.ts';

type FieldKind = 'text' | 'number' | 'nothing';

export interface DelimitedForm {
	readonly separator: Separator;
	readonly lineEnd: string;
	/** Whether it quotes fields where it need not: texts, numbers, fields that hold nothing. */
	readonly quotes: Readonly<Record<FieldKind, boolean>>;
}

/** The form of a file from its text and records. */
export function formOf(
	text: string,
	separator: Separator,
	records: readonly (readonly WrittenField[])[],
): DelimitedForm {
	const counts: Record<FieldKind, [bare: number, quoted: number]> = {
		text: [0, 0],
		number: [0, 0],
		nothing: [0, 0],
	};
	for (const field of records.flat()) {
		const isQuoted = text.charAt(field.start) === '"';
		counts[kindOf(field.text)][isQuoted ? 1 : 0] += 1;
	}
	const mostly = ([bare, quoted]: readonly [number, number]): boolean => quoted > bare;
	const quotes = {
		text: mostly(counts.text),
		// A file without numbers does as it does with texts.
		number: mostly(counts.number.some(Boolean) ? counts.number : counts.text),
		nothing: mostly(counts.nothing),
	};
	return { separator, lineEnd: lineEndOf(text, records), quotes };
}

/** A field as the file would write it; `wasQuoted` where the one before it had quotes. */
export function writtenField(text: string, form: DelimitedForm, wasQuoted: boolean): string {
	const must = text.includes(form.separator) || /["\r\n]|^\s|\s$/.test(text);
	const may = wasQuoted ? text !== '' : form.quotes[kindOf(text)];
	return must || may ? `"${text.replaceAll('"', '""')}"` : text;
}

function kindOf(text: string): FieldKind {
	if (text === '') return 'nothing';
	return /^[-+]?\d+(?:[.,]\d+)*%?$/.test(text) ? 'number' : 'text';
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
