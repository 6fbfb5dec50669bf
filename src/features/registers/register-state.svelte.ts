/**
 * What a register shows right now: its columns and rows, the active cell, what is searched. Derived
 * from the workbook and the view; changes go through `RegisterDeeds`.
 */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Control } from '../../model/records/control.ts';
import { recordName, type Register, type RegisterRecord } from '../../model/registers/register.ts';
import type { FilterRule, SourceFilter } from '../../model/records/view-filter.ts';
import type { ViewSettings } from '../../model/records/view-settings.ts';
import type { CellRange } from '../../ui/grid/selection/cell-range.ts';
import { cellProblem, hasProblem } from './columns/cell-problems.ts';
import { cellMembers } from './columns/cell-text.ts';
import type { RegisterColumn } from './columns/register-column.ts';
import { RegisterColumns } from './columns/register-columns.svelte.ts';
import type { CellPlace } from './find/finder.ts';
import { FindState } from './find/find-state.svelte.ts';
import { saidByFile } from './origin/said-by-file.ts';
import { passesOf } from './rows/arrangement.ts';
import { RegisterRows } from './rows/register-rows.svelte.ts';
import type { RegisterRow } from './rows/outline.ts';
import type { ShownRecords } from './shown-records.ts';
import { NamedViews } from './view/named-views.svelte.ts';
import type { RegisterView } from './view/register-view.svelte.ts';

export class RegisterState {
	readonly workbook: LiveWorkbook;
	/** Which register it is. */
	readonly about: Register;
	readonly view: RegisterView;
	/** Order, widths and which are shown. */
	readonly layout: RegisterColumns;
	/** Filters, order and groups. */
	readonly outline: RegisterRows;
	/** What can be turned on by name. */
	readonly views: NamedViews;
	#active = $state.raw<CellPlace>();
	/** The record whose head is active in place of a cell. */
	#head = $state.raw<string>();
	/** The cells that gestures in the grid act on, by their place in `gridRows`. */
	selected = $state.raw<readonly CellRange[]>([]);

	constructor(workbook: LiveWorkbook, about: Register, view: RegisterView) {
		this.workbook = workbook;
		this.about = about;
		this.view = view;
		this.layout = new RegisterColumns(workbook, about, view);
		this.outline = new RegisterRows(workbook, about, view, () => this.layout);
		this.views = new NamedViews(workbook, about, view, () => this.settle());
	}

	/** Every record of the register in the order of the workbook, retired ones too. */
	get everything(): readonly RegisterRecord[] {
		return this.workbook.records(this.about.name);
	}

	record(id: string): RegisterRecord | undefined {
		return this.workbook.record(this.about.name, id);
	}

	/** What people call a record. */
	nameOf(record: RegisterRecord | undefined): string {
		return recordName(this.about, record);
	}

	/** What the file of an imported record says (SPEC I-5). */
	saidByFile(record: RegisterRecord): RegisterRecord | undefined {
		const { workbook, about } = this;
		// Both ask the live workbook, so that whoever asks hears of changes.
		if (about.name === 'controls') return workbook.saidInFile(record as Control);
		return this.record(record.id) && saidByFile(workbook.workbook, about, record);
	}

	/** All columns in the order chosen, hidden ones too. */
	get columns(): readonly RegisterColumn[] {
		return this.layout.all;
	}

	/** In order, at their present widths. */
	get shownColumns(): readonly RegisterColumn[] {
		return this.layout.shown;
	}

	/** Every record that the filters leave, in order, those of closed groups too. */
	get rows(): readonly RegisterRecord[] {
		return this.outline.all;
	}

	/** The rows of the grid: records and the heads of groups, without those of closed groups. */
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
		return this.#active ?? (row && column && { record: row.id, column: column.key });
	}

	/** Where the person is: no field is the head of a row. */
	get place(): { readonly record: string; readonly field: string | undefined } | undefined {
		if (this.#head !== undefined) return { record: this.#head, field: undefined };
		const { active } = this;
		return active && { record: active.record, field: active.column };
	}

	get shown(): ShownRecords {
		return {
			register: this.about.name,
			records: this.rows,
			columns: this.shownColumns.map(({ key }) => key),
		};
	}

	/** How many records of the workbook have a marked cell, retired ones only while they are shown. */
	readonly problemCount: number = $derived.by(() => {
		const { showRetired } = this.view;
		let count = 0;
		for (const record of this.everything) {
			if ((showRetired || !record.retired) && hasProblem(record, this.outline.marks)) count += 1;
		}
		return count;
	});

	column(key: string): RegisterColumn | undefined {
		return this.layout.find(key);
	}

	/** Columns that none of the shown records fills. */
	emptyColumns(): readonly string[] {
		return this.columns
			.filter((column) => this.rows.every((row) => cellMembers(row, column).length === 0))
			.map(({ key }) => key);
	}

	/** What the filters on all other columns leave. */
	recordsBeside(column: string): readonly RegisterRecord[] {
		const filters = this.view.filters.filter((filter) => filter.column !== column);
		return this.everything.filter(passesOf({ ...this.outline.arrangement, filters }));
	}

	/** What the filters on columns leave, wherever it came from. */
	recordsFromAnywhere(): readonly RegisterRecord[] {
		return this.everything.filter(passesOf({ ...this.outline.arrangement, cameFrom: null }));
	}

	/** The words for what is odd about a cell, if anything. */
	problem(record: RegisterRecord, column: string): string | undefined {
		return cellProblem(record, column, this.outline.marks);
	}

	/** Someone came to a cell: its row stays where it is while they work there. */
	activate(cell: CellPlace): void {
		const movedOn = cell.record !== this.#active?.record;
		this.#active = cell;
		this.#head = undefined;
		if (movedOn) this.hold(cell.record);
	}

	/** Someone came to the head of a row; keys about cells act where they did before. */
	activateHead(record: string): void {
		this.#head = record;
	}

	/** Keeps a record in view, even one that the filters or a closed group would leave out. */
	hold(id: string): void {
		this.outline.hold(id);
		this.outline.open(id);
	}

	/** Sorts by the column, the other way round, or not by it any more; see `RegisterView`. */
	toggleSort(column: string, adds = false): void {
		this.view.toggleSort(column, adds);
		this.settle();
	}

	filter(column: string, rule: FilterRule | undefined): void {
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
		this.outline.settle(this.#active?.record);
	}

	/** The shown record before (-1) or after (1) another. */
	neighbour(id: string, step: 1 | -1): RegisterRecord | undefined {
		const index = this.rows.findIndex((row) => row.id === id);
		return index < 0 ? undefined : this.rows[index + step];
	}
}
