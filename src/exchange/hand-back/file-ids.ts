/**
 * Where the criteria and references of a sheet's rows stand: a column of each, marks in a grid, the
 * row's own id, headings. The first three can be written; the others only say why not.
 */
import { joinMembers } from '../fresh/register-table.ts';
import { isMark } from '../recognise/criteria-grid.ts';
import { readCellIds } from '../recognise/criteria-ids.ts';
import type { IdSetKey } from './control-row.ts';
import { IdColumn } from './id-column.ts';
import { patchedIds, type PatchedIds } from './id-text.ts';
import type { SourceColumn, SourceSheet } from './source-sheet.ts';

export class FileIds {
	/** The columns whose cells can say ids. */
	readonly columns: readonly number[];
	readonly #source: SourceSheet;
	readonly #criteria: SourceColumn | undefined;
	readonly #references: SourceColumn | undefined;
	readonly #marks: ReadonlyMap<number, string>;
	readonly #styles = new Map<number, IdColumn>();
	#mixed: { readonly index: number | undefined } | undefined;

	constructor(source: SourceSheet) {
		this.#source = source;
		this.#criteria = source.columns.find(({ field }) => field === 'criteria');
		this.#references = source.columns.find(({ field }) => field === 'references');
		const { marks } = source.sources;
		this.#marks = new Map(marks.map(({ index, criterion }) => [index, criterion]));
		const listed = [this.#criteria, this.#references].flatMap((column) => column?.index ?? []);
		this.columns = [...listed, ...this.#marks.keys()];
	}

	/** The criterion of a column of marks. */
	criterionOf(index: number): string | undefined {
		return this.#marks.get(index);
	}

	/** The ids that a text says in a column. */
	read(index: number, text: string): Readonly<Record<IdSetKey, readonly string[]>> {
		const criterion = this.#marks.get(index);
		if (criterion !== undefined) {
			return { criteria: isMark(text) ? [criterion] : [], references: [] };
		}
		const key = index === this.#criteria?.index ? 'criteria' : 'references';
		const { members = [], references = [] } = this.#source.read(index, key, text);
		return key === 'criteria'
			? { criteria: members, references }
			: { criteria: [], references: members };
	}

	/** Criteria of a row that stand outside its columns of ids: in its own id, in a heading. */
	fixed(controlId: string, row: number) {
		const { rowIds, headings } = this.#source.sources;
		const ofId = rowIds === undefined ? [] : readCellIds(controlId, 'rowId').criteria;
		const ofHeading = headings.get(row) ?? [];
		return { ofId, ofHeading, all: [...ofId, ...ofHeading] };
	}

	/** The ids that the row's cells say. */
	said(row: number): ReadonlySet<string> {
		const found = this.columns.map((index) => this.read(index, this.#source.text(row, index)));
		return new Set(found.flatMap(({ criteria, references }) => [...criteria, ...references]));
	}

	/** The column that takes an id the row does not have yet; undefined where there is none. */
	columnFor(key: IdSetKey, id: string): number | undefined {
		if (key === 'references') return this.#references?.index ?? this.#mixedColumn();
		if (this.#criteria) return this.#criteria.index;
		return [...this.#marks].find(([, criterion]) => criterion === id)?.[0];
	}

	/** The cell's text with exactly these ids; undefined where it cannot be made to say them. */
	patched(index: number, text: string, wanted: readonly string[]): PatchedIds | undefined {
		const criterion = this.#marks.get(index);
		if (criterion !== undefined) return { text: this.#mark(index, text, wanted), lost: [] };
		if (this.#source.ours) return { text: wanted.length > 0 ? joinMembers(wanted) : '', lost: [] };
		return patchedIds(text, wanted, this.#style(index));
	}

	/** The criteria column, where some of its cells hold ids of other frameworks, too. */
	#mixedColumn(): number | undefined {
		const index = this.#criteria?.index ?? -1;
		const words = this.#mixed ? [] : this.#source.words(index);
		const isMixed = words.some((text) => this.read(index, text).references.length > 0);
		this.#mixed ??= { index: isMixed ? index : undefined };
		return this.#mixed.index;
	}

	/** The mark, or the sign for none, that the column uses most; else the grid's. */
	#mark(index: number, text: string, wanted: readonly string[]): string {
		const isWanted = wanted.length > 0;
		if (isMark(text) === isWanted) return text;
		const words = [index, ...this.#marks.keys()].flatMap((column) => this.#source.words(column));
		if (isWanted) return words.find(isMark) ?? 'x';
		const texts = this.#source.texts(index);
		const empty = texts.filter((each) => each === '').length;
		const none = this.#source.words(index).find((word) => !isMark(word)) ?? '';
		return texts.filter((each) => each === none).length > empty ? none : '';
	}

	#style(index: number): IdColumn {
		const known = this.#styles.get(index);
		if (known) return known;
		const style = new IdColumn(this.#source.words(index), (text) => {
			const { criteria, references } = this.read(index, text);
			return [...criteria, ...references];
		});
		this.#styles.set(index, style);
		return style;
	}
}
