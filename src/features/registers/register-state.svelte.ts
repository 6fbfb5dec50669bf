/**
 * What the matrix shows right now: its columns and rows, the active cell, what is searched. Derived
 * from the workbook and the view; changes go through `RegisterDeeds`.
 */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Control, ControlId } from '../../model/records/control.ts';
import type { FilterRule, SourceFilter } from '../../model/records/view-filter.ts';
import type { ViewSettings } from '../../model/records/view-settings.ts';
import type { CellRange } from '../../ui/grid/selection/cell-range.ts';
import type { ControlColumn } from '../../workbook/commands/edit-controls.ts';
import { cellProblem, hasProblem } from './columns/cell-problems.ts';
import { cellMembers } from './columns/cell-text.ts';
import type { RegisterColumn } from './columns/register-column.ts';
import { RegisterColumns } from './columns/register-columns.svelte.ts';
import type { CellPlace } from './find/finder.ts';
import { FindState } from './find/find-state.svelte.ts';
import { passesOf } from './rows/arrangement.ts';
import { RegisterRows } from './rows/register-rows.svelte.ts';
import type { RegisterRow } from './rows/outline.ts';
import { NamedViews } from './view/named-views.svelte.ts';
import type { RegisterView } from './view/register-view.svelte.ts';

/** The part of the matrix that is in view, for an export of what is shown. */
export interface ShownMatrix {
	readonly controls: readonly Control[];
	readonly columns: readonly ControlColumn[];
}

export class RegisterState {
	readonly workbook: LiveWorkbook;
	readonly view: RegisterView;
	/** Order, widths and which are shown. */
	readonly layout: RegisterColumns;
	/** Filters, order and groups. */
	readonly outline: RegisterRows;
	/** What can be turned on by name. */
	readonly views: NamedViews;
	#active = $state.raw<CellPlace>();
	/** The cells that gestures in the grid act on, by their place in `gridRows`. */
	selected = $state.raw<readonly CellRange[]>([]);

	constructor(workbook: LiveWorkbook, view: RegisterView) {
		this.workbook = workbook;
		this.view = view;
		this.layout = new RegisterColumns(workbook, view);
		this.outline = new RegisterRows(workbook, view, () => this.layout.usual);
		this.views = new NamedViews(workbook, view, () => this.settle());
	}

	/** All columns in the order chosen, hidden ones too. */
	get columns(): readonly RegisterColumn[] {
		return this.layout.all;
	}

	/** In order, at their present widths. */
	get shownColumns(): readonly RegisterColumn[] {
		return this.layout.shown;
	}

	/** Every control that the filters leave, in order, those of closed groups too. */
	get rows(): readonly Control[] {
		return this.outline.all;
	}

	/** The rows of the grid: controls and the heads of groups, without those of closed groups. */
	get gridRows(): readonly RegisterRow[] {
		return this.outline.shown;
	}

	readonly find = new FindState({
		rows: () => this.rows,
		columns: () => this.shownColumns,
		hiddenColumns: () => this.layout.hidden,
		active: () => this.#active,
	});

	/** The cell that keys act on: the grid begins with its first one. */
	get active(): CellPlace | undefined {
		const [row, column] = [this.rows[0], this.shownColumns[0]];
		return this.#active ?? (row && column && { control: row.id, column: column.key });
	}

	get shown(): ShownMatrix {
		return { controls: this.rows, columns: this.shownColumns.map(({ key }) => key) };
	}

	/** How many controls of the workbook have a marked cell, retired ones only while they are shown. */
	readonly problemCount: number = $derived.by(() => {
		const { showRetired } = this.view;
		const { duplicateIds } = this.outline;
		let count = 0;
		for (const control of this.workbook.controls) {
			if ((showRetired || !control.retired) && hasProblem(control, duplicateIds)) count += 1;
		}
		return count;
	});

	column(key: string): RegisterColumn | undefined {
		return this.layout.find(key);
	}

	/** Columns that none of the shown controls fills. */
	emptyColumns(): readonly ControlColumn[] {
		return this.columns
			.filter(({ key }) => this.rows.every((row) => cellMembers(row, key).length === 0))
			.map(({ key }) => key);
	}

	/** What the filters on all other columns leave. */
	controlsBeside(column: ControlColumn): readonly Control[] {
		const filters = this.view.filters.filter((filter) => filter.column !== column);
		return this.workbook.controls.filter(passesOf({ ...this.outline.arrangement, filters }));
	}

	/** What the filters on columns leave, wherever it came from. */
	controlsFromAnywhere(): readonly Control[] {
		return this.workbook.controls.filter(passesOf({ ...this.outline.arrangement, cameFrom: null }));
	}

	/** The words for what is odd about a cell, if anything. */
	problem(control: Control, column: string): string | undefined {
		return cellProblem(control, column, this.outline.duplicateIds);
	}

	/** Someone came to a cell: its row stays where it is while they work there. */
	activate(cell: CellPlace): void {
		const movedOn = cell.control !== this.#active?.control;
		this.#active = cell;
		if (movedOn) this.hold(cell.control);
	}

	/** Keeps a control in view, even one that the filters or a closed group would leave out. */
	hold(id: ControlId): void {
		this.outline.hold(id);
		this.outline.open(id);
	}

	/** Sorts by the column, the other way round, or not by it any more; see `RegisterView`. */
	toggleSort(column: ControlColumn, adds = false): void {
		this.view.toggleSort(column, adds);
		this.settle();
	}

	filter(column: ControlColumn, rule: FilterRule | undefined): void {
		this.view.filter(column, rule);
		this.settle();
	}

	/** Null: from anywhere. */
	filterSource(cameFrom: SourceFilter | null): void {
		this.change({ cameFrom });
	}

	clearFilters(): void {
		this.view.clearFilters();
		this.settle();
	}

	showRetired(show: boolean): void {
		this.change({ showRetired: show });
	}

	/** Changes settings of the view that decide which rows are shown and in which order. */
	change(settings: Partial<ViewSettings>): void {
		this.view.set(settings);
		this.settle();
	}

	/** Lets every row go where order and filters put it, because that is what was asked for. */
	settle(): void {
		this.outline.settle(this.#active?.control);
	}

	/** The shown control before (-1) or after (1) another. */
	neighbour(id: ControlId, step: 1 | -1): Control | undefined {
		const index = this.rows.findIndex((row) => row.id === id);
		return index < 0 ? undefined : this.rows[index + step];
	}
}
