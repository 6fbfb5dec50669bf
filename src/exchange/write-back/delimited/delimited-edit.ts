/** The records of a delimited file while they are changed: fields set, records added. */
import { guard, unguard } from '../../formula-guard.ts';
import { writtenRecords, type WrittenField } from '../../reading/delimited/delimited-records.ts';
import { findSeparator, namedSeparator } from '../../reading/delimited/separator.ts';
import { extension } from '../../reading/file-format.ts';
import { parseReference } from '../../reading/ooxml/cell-range.ts';
import { cellReference } from '../../sheet.ts';
import { appendedTwice, noSuchRow, rowsBelow, takenAlready } from '../append-refusals.ts';
import type { AppendRows, CellInput, SetCell } from '../change.ts';
import type { Refusal } from '../ooxml/sheet-edit.ts';
import type { Report } from '../report.ts';
import { splice, type Patch } from '../splice.ts';
import { isTotalsRow, lastDataRow } from '../table-end.ts';
import { formOf, writtenField, type DelimitedForm } from './delimited-form.ts';

export class DelimitedEdit {
	/** What stands before the records: a line that names the separator. */
	readonly #head: string;
	readonly #text: string;
	readonly #records: readonly (readonly WrittenField[])[];
	readonly #form: DelimitedForm;
	readonly #patches = new Map<string, Patch>();
	/** Fields to come after the last one of a record, by record and column. */
	readonly #added = new Map<number, Map<number, string>>();
	#appended: { readonly after: number; readonly lines: readonly string[] } | undefined;

	constructor(text: string, fileName: string) {
		const named = namedSeparator(text);
		this.#head = text.slice(0, named?.start ?? 0);
		this.#text = text.slice(this.#head.length);
		const hint = extension(fileName) === 'tsv' ? '\t' : ',';
		const separator = named?.separator ?? findSeparator(this.#text, hint);
		this.#records = [...writtenRecords(this.#text, separator)];
		this.#form = formOf(this.#text, separator, this.#records);
	}

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
			report.refuse(index, sheet, cell, takenAlready.kind, takenAlready.text);
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
		const { sheet, appendRows: rows } = change;
		const after = change.after ?? this.#lastDataRow();
		const refusal = this.#appendRefusal(after, rows.length);
		if (refusal) {
			report.refuse(index, sheet, '', refusal.kind, refusal.text);
			return;
		}
		const width = this.#records.reduce((most, record) => Math.max(most, record.length), 0);
		const lines = rows.map((values, step) => {
			const texts = values.map(textOf);
			while (texts.length < width) texts.push('');
			for (const [column, text] of texts.entries()) {
				if (text === '') continue;
				const cell = cellReference(column, after + 1 + step);
				const notes = notesOn(text);
				const written = { change: index, sheet, cell, before: '', after: text, notes };
				report.written({ ...written, why: 'appended' });
			}
			return texts.map((text) => this.#field(text, false)).join(this.#form.separator);
		});
		this.#appended = { after, lines };
	}

	#lastDataRow(): number {
		const rows = this.#records.map((record, at) => {
			const values = record.filter(({ text }) => text !== '').length;
			return { number: at + 1, values, formulas: 0, record };
		});
		return lastDataRow(rows, ({ record, number }) => {
			const label = record.find(({ text }) => text !== '')?.text ?? '';
			return isTotalsRow(label, [], number);
		});
	}

	#appendRefusal(after: number, wanted: number): Refusal | undefined {
		if (this.#appended) return appendedTwice;
		if (!Number.isInteger(after) || after < 0 || after > this.#records.length) {
			return noSuchRow(after);
		}
		const below = this.#records.findIndex(
			(record, at) => at >= after && record.some(({ text }) => text !== ''),
		);
		if (below < 0) return undefined;
		const endText = this.#records[below]?.find(({ text }) => text !== '')?.text ?? '';
		return rowsBelow(wanted, after, { count: 0, endRow: below + 1, endText: endText.slice(0, 40) });
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
		if (this.#appended) {
			const { after, lines } = this.#appended;
			const at = after > 0 ? (this.#records[after - 1]?.at(-1)?.end ?? this.#text.length) : 0;
			const text = lines.map((line) => (after > 0 ? lineEnd + line : line + lineEnd)).join('');
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
export function textOf(value: CellInput): string {
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
