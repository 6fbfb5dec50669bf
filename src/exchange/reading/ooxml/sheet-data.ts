/**
 * Walks the rows and cells of a worksheet's `sheetData` (ECMA-376 part 1, 18.3.1.80) and gives for
 * each its place in the sheet and its offsets in the XML, values still raw. A cursor rather than
 * objects: a sheet has millions of cells, and a writer needs the offsets of a few.
 */
import { lastSheetColumn, lastSheetRow } from './cell-range.ts';
import { readRichText } from './shared-strings.ts';
import type { XmlScanner } from './xml-scanner.ts';
import { decodeContent } from './xml-text.ts';

/** A formula as written: `text` is '' for the followers of a shared formula and data tables. */
export interface RawFormula {
	readonly text: string;
	readonly type: string;
	/** Index of a shared formula. */
	readonly group: string | undefined;
	/** The cells that a shared or array formula or a data table fills, on the first of them. */
	readonly range: string | undefined;
}

const less = '<'.charCodeAt(0);
const valueOpening = '<v>';
const cellClosing = '</v></c>';

export class SheetDataCursor {
	/** 1-based number of the present row. */
	rowNumber = 0;
	rowHidden = false;
	/** 0-based column of the present cell. */
	column = -1;
	/** Offsets of the present cell's element, or of the row's opening tag. */
	start = 0;
	end = 0;
	/** The `t` attribute: s, str, inlineStr, b, e, d or n. */
	type = 'n';
	/** The `s` attribute. */
	style = 0;
	/** Offsets of the content of `v`; both -1 where there is none. */
	valueStart = -1;
	valueEnd = -1;
	/** Text of an inline string. */
	inline: string | undefined;
	formula: RawFormula | undefined;
	readonly #scanner: XmlScanner;

	/** `scanner` stands on the opening tag of `sheetData`. */
	constructor(scanner: XmlScanner) {
		this.#scanner = scanner;
	}

	/** Text of `v`; undefined where there is none. */
	value(): string | undefined {
		if (this.valueStart < 0) return undefined;
		return decodeContent(this.#scanner.text.slice(this.valueStart, this.valueEnd));
	}

	/** The digits `v` begins with: the index of a shared string. */
	valueIndex(): number {
		return numberAt(this.#scanner.text, this.valueStart);
	}

	/** Moves to the next row or cell; undefined at the end of the sheet data. */
	next(): 'row' | 'cell' | undefined {
		const scanner = this.#scanner;
		while (scanner.next()) {
			if (scanner.name === 'c' && scanner.kind !== 'close') {
				if (this.#readCell()) return 'cell';
			} else if (scanner.name === 'row' && scanner.kind !== 'close') {
				if (this.#readRow()) return 'row';
			} else if (scanner.closes('sheetData')) {
				return undefined;
			}
		}
		return undefined;
	}

	/** Without a number of its own a row follows the one before; false where it lies off the sheet. */
	#readRow(): boolean {
		const scanner = this.#scanner;
		const number = Number(scanner.rawAttribute('r') ?? this.rowNumber + 1);
		if (!Number.isInteger(number) || number < 1 || number > lastSheetRow) return false;
		this.rowNumber = number;
		this.rowHidden = scanner.flag('hidden');
		this.column = -1;
		this.start = scanner.start;
		this.end = scanner.end;
		return true;
	}

	#readCell(): boolean {
		const scanner = this.#scanner;
		const column = columnAt(scanner.text, scanner.valueOffset('r')) ?? this.column + 1;
		this.column = column;
		this.type = scanner.rawAttribute('t') ?? 'n';
		this.style = numberAt(scanner.text, scanner.valueOffset('s'));
		this.valueStart = -1;
		this.valueEnd = -1;
		this.inline = undefined;
		this.formula = undefined;
		this.start = scanner.start;
		if (scanner.kind === 'open' && !this.#readPlainValue()) this.#readContent();
		this.end = scanner.end;
		return column <= lastSheetColumn && this.rowNumber > 0;
	}

	/** Takes the usual `<v>…</v></c>` at a glance, which saves half of all tags; else moves nothing. */
	#readPlainValue(): boolean {
		const scanner = this.#scanner;
		const { text } = scanner;
		if (!text.startsWith(valueOpening, scanner.end)) return false;
		const start = scanner.end + valueOpening.length;
		const end = scanner.find(less, start);
		if (!text.startsWith(cellClosing, end)) return false;
		this.valueStart = start;
		this.valueEnd = end;
		scanner.end = end + cellClosing.length;
		return true;
	}

	#readContent(): void {
		const scanner = this.#scanner;
		while (scanner.next()) {
			const { name } = scanner;
			if (scanner.kind === 'close') {
				if (name === 'c') return;
				if (name !== 'row' && name !== 'sheetData') continue;
				scanner.stepBack();
				return;
			}
			if (name === 'v') this.#readValue();
			else if (name === 'f') this.formula = this.#readFormula();
			else if (name === 'is') this.inline = readRichText(scanner, 'is');
			else if (name === 'c' || name === 'row') {
				// The cell was never closed; the next one begins here.
				scanner.stepBack();
				return;
			}
		}
	}

	#readValue(): void {
		const scanner = this.#scanner;
		this.valueStart = scanner.end;
		this.valueEnd = scanner.end;
		if (scanner.kind === 'empty') return;
		if (scanner.next()) scanner.stepBack();
		this.valueEnd = scanner.start;
	}

	#readText(): string {
		return this.#scanner.kind === 'open' ? this.#scanner.readText() : '';
	}

	#readFormula(): RawFormula {
		const type = this.#scanner.rawAttribute('t') ?? 'normal';
		const group = this.#scanner.rawAttribute('si');
		const range = this.#scanner.rawAttribute('ref');
		return { type, group, range, text: this.#readText() };
	}
}

/** 0-based column of the cell reference that begins at an offset; undefined where there is none. */
function columnAt(text: string, offset: number): number | undefined {
	let index = 0;
	if (offset < 0) return undefined;
	for (let at = offset; ; at += 1) {
		const code = text.charCodeAt(at) & ~32;
		if (code < 65 || code > 90) break;
		index = index * 26 + code - 64;
	}
	return index === 0 ? undefined : index - 1;
}

/** The digits that begin at an offset as a number; 0 where there are none. */
function numberAt(text: string, offset: number): number {
	let number = 0;
	if (offset < 0) return number;
	for (let at = offset; ; at += 1) {
		const digit = text.charCodeAt(at) - 48;
		if (!(digit >= 0 && digit <= 9)) break;
		number = number * 10 + digit;
	}
	return number;
}
