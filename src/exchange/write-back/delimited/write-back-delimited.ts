/**
 * Writes changes into delimited text (.csv, .tsv and kin) in the file's own separator, encoding,
 * quoting and line ends; what is not changed keeps its bytes. Rows are numbered by record.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { guard, unguard } from '../../formula-guard.ts';
import { writtenRecords, type WrittenField } from '../../reading/delimited/delimited-records.ts';
import { findSeparator, namedSeparator } from '../../reading/delimited/separator.ts';
import { extension } from '../../reading/file-format.ts';
import { parseReference } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import type {
	AppendRows,
	CellInput,
	Change,
	SetCell,
	WriteBack,
	WriteBackProblem,
} from '../change.ts';
import { Report } from '../report.ts';
import { splice, type Patch } from '../splice.ts';
import { formOf, writtenField, type DelimitedForm } from './delimited-form.ts';
import { encodedText } from './text-encoder.ts';

/** The file with the changes; `fileName` is only a hint at its separator. */
export function writeBackDelimited(
	original: Uint8Array,
	changes: readonly Change[],
	fileName: string,
): Result<WriteBack, WriteBackProblem> {
	const file = encodedText(original);
	if (file === undefined) {
		return refused({
			kind: 'notASpreadsheet',
			text: 'The file holds neither a spreadsheet nor text. Choose an .xlsx, .xlsm, .csv or .tsv file.',
		});
	}
	if (file === 'damaged') {
		return refused({
			kind: 'damaged',
			text: 'The file holds bytes that are of no one encoding, and writing it would change fields nobody touched. Save it as UTF-8 in the program it comes from, and use that copy.',
		});
	}
	const table = new DelimitedEdit(file.text, fileName);
	const report = new Report();
	for (const [index, change] of changes.entries()) {
		const texts = 'cell' in change ? [textOf(change.value)] : change.appendRows.flat().map(textOf);
		const unknown = texts.map((text) => file.encode(text)).find((bytes) => 'unknown' in bytes);
		if (unknown && 'unknown' in unknown) {
			const cell = 'cell' in change ? change.cell : '';
			const text = `“${unknown.unknown}” has no form in the encoding of the file (${file.encoding}). Leave it out, or save the file as UTF-8 first.`;
			report.refuse(index, change.sheet, cell, 'encoding', text);
		} else if ('cell' in change) table.set(change, index, report);
		else table.append(change, index, report);
	}
	const text = table.finish();
	const bytes = text === file.text ? original : file.encode(text);
	return 'unknown' in bytes
		? refused({
				kind: 'damaged',
				text: 'The changes have no form in the encoding of the file. Save it as UTF-8 first.',
			})
		: ok(report.finish(bytes));
}

class DelimitedEdit {
	readonly #text: string;
	readonly #start: number;
	readonly #records: readonly (readonly WrittenField[])[];
	readonly #form: DelimitedForm;
	readonly #patches = new Map<string, Patch>();
	/** Fields to come after the last one of a record, by record and column. */
	readonly #added = new Map<number, Map<number, string>>();
	readonly #appended: string[] = [];

	constructor(text: string, fileName: string) {
		const named = namedSeparator(text);
		this.#start = named?.start ?? 0;
		this.#text = text.slice(this.#start);
		const hint = extension(fileName) === 'tsv' ? '\t' : ',';
		const separator = named?.separator ?? findSeparator(this.#text, hint);
		this.#records = [...writtenRecords(this.#text, separator)];
		this.#form = formOf(this.#text, separator, this.#records);
		this.#head = text.slice(0, this.#start);
	}

	readonly #head: string;

	set(change: SetCell, index: number, report: Report): void {
		const { sheet } = change;
		const place = parseReference(change.cell.trim());
		const record = place && this.#records[place.row - 1];
		if (!record) {
			const text = `“${change.cell}” is no cell of the file, which has ${this.#records.length} rows. Give one of them, or append a row.`;
			report.refuse(index, sheet, change.cell, 'outOfBounds', text);
			return;
		}
		const { row, column } = place;
		const cell = cellReference(column, row);
		const old = record[column];
		const added = this.#added.get(row) ?? new Map<number, string>();
		if (this.#patches.has(cell) || added.has(column)) {
			const text = 'Another change already sets this cell. Leave one of the two.';
			report.refuse(index, sheet, cell, 'setTwice', text);
			return;
		}
		const before = unguard(old?.text ?? '');
		const after = textOf(change.value);
		if (before === after) {
			report.unchanged({ change: index, sheet, cell });
			return;
		}
		if (old) this.#patches.set(cell, this.#patch(old, after));
		else this.#added.set(row, added.set(column, after));
		const notes = notesOn(after);
		report.written({ change: index, sheet, cell, before, after, why: 'edited', notes });
	}

	append(change: AppendRows, index: number, report: Report): void {
		const last = this.#records.findLastIndex((record) => record.some(({ text }) => text !== ''));
		const width = this.#records.reduce((most, record) => Math.max(most, record.length), 0);
		for (const values of change.appendRows) {
			const texts = values.map(textOf);
			while (texts.length < width) texts.push('');
			const row = last + 2 + this.#appended.length;
			this.#appended.push(texts.map((text) => this.#field(text, false)).join(this.#form.separator));
			texts.forEach((after, column) => {
				if (after === '') return;
				const cell = cellReference(column, row);
				const notes = notesOn(after);
				const { sheet } = change;
				report.written({ change: index, sheet, cell, before: '', after, why: 'appended', notes });
			});
		}
	}

	finish(): string {
		const { lineEnd, separator } = this.#form;
		const patches = [...this.#patches.values()];
		for (const [row, added] of this.#added) {
			const record = this.#records[row - 1] ?? [];
			const at = record.at(-1)?.end ?? this.#text.length;
			const width = Math.max(...added.keys()) + 1;
			const fields = Array.from({ length: width - record.length }, (_, step) =>
				this.#field(added.get(record.length + step) ?? '', false),
			);
			patches.push({ start: at, end: at, text: fields.map((field) => separator + field).join('') });
		}
		if (this.#appended.length > 0) {
			const last = this.#records.findLast((record) => record.some(({ text }) => text !== ''));
			const at = last?.at(-1)?.end ?? 0;
			const text = this.#appended.map((line) => (last ? lineEnd + line : line + lineEnd)).join('');
			patches.push({ start: at, end: at, text });
		}
		return this.#head + splice(this.#text, patches);
	}

	#patch({ start, end }: WrittenField, text: string): Patch {
		const wasQuoted = this.#text.charAt(start) === '"';
		return { start, end, text: this.#field(text, wasQuoted) };
	}

	#field(text: string, wasQuoted: boolean): string {
		return writtenField(isPlainNumber(text) ? text : guard(text), this.#form, wasQuoted);
	}
}

/** Text as the file's own line break inside a field. */
function textOf(value: CellInput): string {
	if (value === null) return '';
	if (typeof value === 'object') return value.date;
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	return String(value).replace(/\r\n?/g, '\n');
}

/** A sign before digits starts no formula that could do harm. */
function isPlainNumber(text: string): boolean {
	return /^[-+]?\d+(?:[.,]\d+)*$/.test(text);
}

function notesOn(text: string): string[] {
	if (isPlainNumber(text) || guard(text) === text) return [];
	return [
		'An apostrophe was put before the text, as a spreadsheet program would run it as a formula.',
	];
}
