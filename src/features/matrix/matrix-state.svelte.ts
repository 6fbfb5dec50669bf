/**
 * What the matrix shows right now: its columns and rows, the active cell, what is searched. Derived
 * from the workbook and the view; changes go through `MatrixDeeds`.
 */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Control, ControlId } from '../../model/records/control.ts';
import { duplicateControlIds } from '../../model/rules/value-problems.ts';
import type { ControlColumn } from '../../workbook/commands/edit-controls.ts';
import { cellProblem } from './columns/cell-problems.ts';
import { cellMembers } from './columns/cell-text.ts';
import { matrixColumns, type MatrixColumn } from './columns/matrix-column.ts';
import { FindState } from './find/find-state.svelte.ts';
import type { CellPlace } from './find/finder.ts';
import { passesOf, type Arrangement } from './rows/arrangement.ts';
import type { FilterRule } from './rows/filter.ts';
import { RowArranger } from './rows/row-arranger.ts';
import { selectionSummary } from './selection-summary.ts';
import type { CellRange } from '../../ui/grid/cell-range.ts';
import type { MatrixView } from './view/matrix-view.svelte.ts';

/** The part of the matrix that is in view, for an export of what is shown. */
export interface ShownMatrix {
	readonly controls: readonly Control[];
	readonly columns: readonly ControlColumn[];
}

export class MatrixState {
	readonly workbook: LiveWorkbook;
	readonly view: MatrixView;
	readonly #arranger = new RowArranger();
	#active = $state.raw<CellPlace>();
	/** The cells that gestures in the grid act on. */
	selected = $state.raw<readonly CellRange[]>([]);
	/** The active cell's control as it was when someone came to it; see `RowArranger`. */
	#held = $state.raw<Control>();

	constructor(workbook: LiveWorkbook, view: MatrixView) {
		this.workbook = workbook;
		this.view = view;
	}

	readonly columns: readonly MatrixColumn[] = $derived.by(() =>
		matrixColumns(this.workbook.ownColumns),
	);

	readonly #columnsByKey = $derived.by(
		() => new Map<string, MatrixColumn>(this.columns.map((column) => [column.key, column])),
	);

	/** In order, at their present widths. */
	readonly shownColumns: readonly MatrixColumn[] = $derived.by(() => {
		const { hidden, widths } = this.view;
		return this.columns
			.filter(({ key }) => !hidden.includes(key))
			.map((column) => ({ ...column, width: widths[column.key] ?? column.width }));
	});

	readonly #hiddenColumns = $derived.by(() =>
		this.columns.filter(({ key }) => this.view.hidden.includes(key)),
	);

	readonly #arrangement: Arrangement = $derived.by(() => ({
		columns: this.columns,
		filters: this.view.filters,
		sort: this.view.sort,
		showRetired: this.view.showRetired,
	}));

	readonly rows: readonly Control[] = $derived.by(() =>
		this.#arranger.arrange(this.workbook.controls, this.#arrangement, this.#held),
	);

	readonly find = new FindState({
		rows: () => this.rows,
		columns: () => this.shownColumns,
		hiddenColumns: () => this.#hiddenColumns,
		active: () => this.#active,
	});

	readonly #duplicateIds = $derived.by(() => duplicateControlIds(this.workbook.controls));

	/** The cell that keys act on: the grid begins with its first one. */
	get active(): CellPlace | undefined {
		const [row, column] = [this.rows[0], this.shownColumns[0]];
		return this.#active ?? (row && column && { control: row.id, column: column.key });
	}

	get shown(): ShownMatrix {
		return { controls: this.rows, columns: this.shownColumns.map(({ key }) => key) };
	}

	/** The selected cells in words; undefined for a single one. */
	readonly selectionSummary: string | undefined = $derived.by(() =>
		selectionSummary(this.selected, this.rows, this.shownColumns),
	);

	column(key: string): MatrixColumn | undefined {
		return this.#columnsByKey.get(key);
	}

	/** Columns that none of the shown controls fills. */
	emptyColumns(): readonly ControlColumn[] {
		return this.columns
			.filter(({ key }) => this.rows.every((row) => cellMembers(row, key).length === 0))
			.map(({ key }) => key);
	}

	/** What the filters on all other columns leave. */
	controlsBeside(column: ControlColumn): readonly Control[] {
		const others = this.view.filters.filter((filter) => filter.column !== column);
		return this.workbook.controls.filter(passesOf({ ...this.#arrangement, filters: others }));
	}

	/** The words for what is odd about a cell, if anything. */
	problem(control: Control, column: string): string | undefined {
		return cellProblem(control, column, this.#duplicateIds);
	}

	/** Someone came to a cell: its row stays where it is while they work there. */
	activate(cell: CellPlace): void {
		const movedOn = cell.control !== this.#active?.control;
		this.#active = cell;
		if (movedOn) this.hold(cell.control);
	}

	/** Keeps a control in view, even one that the filters would leave out. */
	hold(id: ControlId): void {
		this.#held = this.workbook.control(id);
	}

	/** Sorts by the column, the other way round, or not at all any more. */
	toggleSort(column: ControlColumn): void {
		this.view.toggleSort(column);
		this.settle();
	}

	filter(column: ControlColumn, rule: FilterRule | undefined): void {
		this.view.filter(column, rule);
		this.settle();
	}

	clearFilters(): void {
		this.view.clearFilters();
		this.settle();
	}

	showRetired(show: boolean): void {
		this.view.setShowRetired(show);
		this.settle();
	}

	/** Lets every row go where sort and filters put it, because that is what was asked for. */
	settle(): void {
		const active = this.#active && this.workbook.control(this.#active.control);
		this.#held = undefined;
		if (active && this.rows.includes(active)) this.#held = active;
	}

	/** The shown control before (-1) or after (1) another. */
	neighbour(id: ControlId, step: 1 | -1): Control | undefined {
		const index = this.rows.findIndex((row) => row.id === id);
		return index < 0 ? undefined : this.rows[index + step];
	}
}
