/** Turns the raw cells of a worksheet into cells as a person sees them. */
import type { SheetCell } from '../../sheet.ts';
import type { NumberFormat } from '../number-format.ts';
import { isoToSerial, serialToIso } from '../serial-date.ts';
import type { CellPlace } from './cell-range.ts';
import { moveFormula } from './shared-formula.ts';
import { plainText } from './shared-strings.ts';
import type { RawFormula, SheetDataCursor } from './sheet-data.ts';

/** What all sheets of a workbook share. */
export interface WorkbookCells {
	readonly strings: readonly string[];
	readonly formats: readonly NumberFormat[];
	/** For cells whose style the file does not define. */
	readonly general: NumberFormat;
	readonly date1904: boolean;
	/** One cell object a shared string, made when first met. */
	readonly stringCells: (SheetCell | undefined)[];
}

interface FormulaGroup extends CellPlace {
	readonly text: string;
}

const emptyCell: SheetCell = { kind: 'empty', text: '' };

/** One reader a sheet: shared formulas are numbered within it. */
export class CellReader {
	/** Cells that point to a shared string that is not there. */
	missingStrings = 0;
	readonly #workbook: WorkbookCells;
	readonly #groups = new Map<string, FormulaGroup>();

	constructor(workbook: WorkbookCells) {
		this.#workbook = workbook;
	}

	/** The cell the cursor stands on; undefined where it only carries a style. */
	read(cursor: SheetDataCursor): SheetCell | undefined {
		const cell = this.#content(cursor);
		if (!cursor.formula) return cell;
		const place = { row: cursor.rowNumber, column: cursor.column };
		const formula = plainText(this.#formulaText(cursor.formula, place));
		if (!cell) return { kind: 'empty', text: '', formula, cached: false };
		const { kind, text, value } = cell;
		return value === undefined
			? { kind, text, formula, cached: true }
			: { kind, text, value, formula, cached: true };
	}

	#content(cursor: SheetDataCursor): SheetCell | undefined {
		if (cursor.inline !== undefined) return textCell(cursor.inline);
		if (cursor.type === 's') return this.#sharedString(cursor);
		const value = cursor.value();
		if (value === undefined) return undefined;
		switch (cursor.type) {
			case 'str':
			case 'inlineStr':
				return textCell(plainText(value));
			case 'b':
				return booleanCell(value.trim());
			case 'e':
				return { kind: 'error', text: value };
			case 'd':
				return dateCell(value.trim(), this.#workbook.date1904);
			default:
				return this.#number(value, cursor.style);
		}
	}

	#sharedString(cursor: SheetDataCursor): SheetCell | undefined {
		if (cursor.valueStart === cursor.valueEnd) return undefined;
		const { strings, stringCells } = this.#workbook;
		const index = cursor.valueIndex();
		const known = stringCells[index];
		if (known) return known;
		const text = strings[index];
		if (text === undefined) {
			this.missingStrings += 1;
			return emptyCell;
		}
		const cell = textCell(text);
		stringCells[index] = cell;
		return cell;
	}

	#number(value: string, style: number): SheetCell | undefined {
		if (value.trim() === '') return undefined;
		const number = Number(value);
		if (!Number.isFinite(number)) return textCell(plainText(value));
		const { formats, general } = this.#workbook;
		return (formats[style] ?? general).cell(number);
	}

	#formulaText(formula: RawFormula, place: CellPlace): string {
		if (formula.type !== 'shared' || formula.group === undefined) return formula.text;
		const group = this.#groups.get(formula.group);
		if (group) return formula.text || moveFormula(group.text, group, place);
		this.#groups.set(formula.group, { ...place, text: formula.text });
		return formula.text;
	}
}

function textCell(text: string): SheetCell {
	return text === '' ? emptyCell : { kind: 'text', text };
}

function booleanCell(value: string): SheetCell {
	const truth = value === '1' || value.toLowerCase() === 'true';
	return { kind: 'boolean', text: truth ? 'TRUE' : 'FALSE', value: truth };
}

/** A cell of type `d` holds its date in ISO 8601 (ECMA-376 part 1, 18.18.11); a time alone is text. */
function dateCell(text: string, date1904: boolean): SheetCell {
	const value = isoToSerial(text, date1904);
	const shown = value === undefined ? undefined : serialToIso(value, date1904, true);
	return value === undefined || shown === undefined
		? textCell(text)
		: { kind: 'date', text: shown, value };
}
