/**
 * Finds text in all shown cells. Each control's words are folded and joined once and kept while the
 * control and the columns stay the same, so that a letter typed among 10,000 controls is quick.
 */
import type { Control, ControlId } from '../../../model/records/control.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import { cellText } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { foldCase } from './fold-case.ts';

/** The cells that match, by row, in the order of the screen. */
export interface Findings {
	readonly count: number;
	readonly rows: readonly RowFinding[];
}

export interface RowFinding {
	readonly control: ControlId;
	readonly columns: readonly ControlColumn[];
}

export interface CellPlace {
	readonly control: ControlId;
	readonly column: ControlColumn;
}

const nothing: Findings = { count: 0, rows: [] };
const noColumns: readonly ControlColumn[] = [];

/** Stands between cells, so that nothing is found across two of them. */
const wall = '\u0000';

/** A control's filled cells: their folded words one after the other, and where each ends. */
interface RowText {
	readonly text: string;
	readonly columns: readonly ControlColumn[];
	readonly ends: readonly number[];
}

export class Finder {
	#columns: readonly MatrixColumn[] = [];
	#texts = new WeakMap<Control, RowText>();
	#wanted = '';
	#hits = new WeakMap<Control, readonly ControlColumn[]>();

	/** Every cell of `rows` × `columns` whose words hold `typed`, letter case and outer blanks aside. */
	find(rows: readonly Control[], columns: readonly MatrixColumn[], typed: string): Findings {
		const wanted = foldCase(typed.trim());
		if (wanted === '' || wanted.includes(wall)) return nothing;
		if (columns !== this.#columns) {
			this.#columns = columns;
			this.#texts = new WeakMap();
			this.#hits = new WeakMap();
		}
		if (wanted !== this.#wanted) {
			this.#wanted = wanted;
			this.#hits = new WeakMap();
		}
		let count = 0;
		const found: RowFinding[] = [];
		for (const row of rows) {
			const hits = this.#hitsOf(row);
			if (hits.length === 0) continue;
			count += hits.length;
			found.push({ control: row.id, columns: hits });
		}
		return { count, rows: found };
	}

	#hitsOf(row: Control): readonly ControlColumn[] {
		let hits = this.#hits.get(row);
		if (!hits) this.#hits.set(row, (hits = cellsWith(this.#textOf(row), this.#wanted)));
		return hits;
	}

	#textOf(row: Control): RowText {
		let text = this.#texts.get(row);
		if (!text) this.#texts.set(row, (text = rowText(row, this.#columns)));
		return text;
	}
}

function rowText(row: Control, shown: readonly MatrixColumn[]): RowText {
	let text = '';
	const columns: ControlColumn[] = [];
	const ends: number[] = [];
	for (const column of shown) {
		const words = cellText(row, column);
		if (words === '') continue;
		text += words;
		columns.push(column.key);
		ends.push(text.length);
		text += wall;
	}
	return { text: foldCase(text), columns, ends };
}

function cellsWith({ text, columns, ends }: RowText, wanted: string): readonly ControlColumn[] {
	let at = text.indexOf(wanted);
	if (at < 0) return noColumns;
	const hits: ControlColumn[] = [];
	for (const [index, column] of columns.entries()) {
		const end = ends[index] ?? 0;
		if (at >= end) continue;
		hits.push(column);
		at = text.indexOf(wanted, end);
		if (at < 0) break;
	}
	return hits;
}
