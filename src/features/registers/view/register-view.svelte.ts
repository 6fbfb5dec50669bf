/**
 * How one person looks at a register of one workbook right now: filters, order, groups, columns. Kept in
 * the browser between visits, in the document only where they share it as a named view.
 */
import type { ColumnFilter, FilterRule, SourceKey } from '../../../model/records/view-filter.ts';
import type { ViewSettings, ViewSort } from '../../../model/records/view-settings.ts';
import type { RegisterName } from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import { KeptText, viewKey, type ViewStorage } from './kept-text.ts';
import { PersonalViews } from './personal-views.svelte.ts';
import { readyViewsOf, type ReadyView } from './ready-views.ts';
import { sortsAfter } from './sorts-after.ts';
import { readView, writeView, type ViewRecord } from './view-record.ts';

export class RegisterView {
	/** Whose view it is. */
	readonly register: RegisterName;
	readonly #text: KeptText;
	readonly #first: ReadyView;
	readonly #hiddenAtFirst: ReadonlySet<string>;
	#kept: ViewRecord = $state.raw(readView(null));
	/** The views that this person keeps in this browser. */
	readonly personal: PersonalViews;

	readonly settings = $derived(this.#kept.settings);
	// Each by itself, so that a new sort is no news to those who look at the columns.
	readonly filters = $derived(this.settings.filters);
	readonly cameFrom = $derived(this.settings.cameFrom);
	readonly onlyProblems = $derived(this.settings.onlyProblems);
	readonly showRetired = $derived(this.settings.showRetired);
	readonly sorts = $derived(this.settings.sorts);
	readonly groupBy = $derived(this.settings.groupBy);
	readonly columnOrder = $derived(this.settings.columnOrder);
	readonly hidden = $derived(this.settings.hidden);
	readonly #shown = $derived(this.settings.shown);
	readonly widths = $derived(this.settings.widths);
	readonly frozen = $derived(this.settings.frozen);
	readonly lines = $derived(this.settings.lines);
	readonly viewId = $derived(this.#kept.viewId);
	/** CSS pixels. */
	readonly panelWidth = $derived(this.#kept.panelWidth);

	/** Opens the view kept under the workbook's id. */
	constructor(storage: ViewStorage, workbookId: string, register: RegisterName = 'controls') {
		this.register = register;
		this.#text = new KeptText(storage, viewKey('matrix-view', workbookId, register));
		this.#kept = readView(this.#text.read());
		this.#first = readyViewsOf(registers[register])[0];
		this.#hiddenAtFirst = new Set(
			registers[register].fields.flatMap(({ key, isHidden }) => (isHidden ? key : [])),
		);
		this.personal = new PersonalViews(storage, viewKey('matrix-views', workbookId, register));
	}

	/** How many questions leave rows out. */
	get filterCount(): number {
		return this.filters.length + Number(this.cameFrom !== null) + Number(this.onlyProblems);
	}

	/** Rows are left out by filters, by where they came from or for having no problem. */
	get isFiltered(): boolean {
		return this.filterCount > 0;
	}

	filterOn(column: string): ColumnFilter | undefined {
		return this.filters.find((filter) => filter.column === column);
	}

	sortOn(column: string): ViewSort | undefined {
		return this.sorts.find((sort) => sort.column === column);
	}

	/** Puts the column's one filter in its place, or takes it away. */
	filter(column: string, rule: FilterRule | undefined): void {
		const index = this.filters.findIndex((filter) => filter.column === column);
		const others = this.filters.filter((filter) => filter.column !== column);
		const place = index < 0 ? others.length : index;
		this.set({ filters: rule ? others.toSpliced(place, 0, { column, ...rule }) : others });
	}

	clearFilters(): void {
		this.set({ filters: [], cameFrom: null, onlyProblems: false });
	}

	/** Shows all records that came from a source, and no others. */
	showFrom(source: SourceKey): void {
		const { id, settings } = this.#first;
		this.turnOn(id, { ...settings, cameFrom: { from: [source], changed: false } });
	}

	/**
	 * Ascending first, then descending, then not by this column. `adds`: beside the other sorts;
	 * else the column alone is the order.
	 */
	toggleSort(column: string, adds = false): void {
		this.set({ sorts: sortsAfter(this.sorts, column, adds) });
	}

	/** Whether a column is in view: one that is hidden at first must have been asked for. */
	shows({ key, isHidden }: { readonly key: string; readonly isHidden: boolean }): boolean {
		return !this.hidden.includes(key) && (!isHidden || this.#shown.includes(key));
	}

	hide(columns: readonly string[]): void {
		const usual = columns.filter((column) => !this.#hiddenAtFirst.has(column));
		this.set({
			hidden: [...new Set([...this.hidden, ...usual])],
			shown: this.#shown.filter((column) => !columns.includes(column)),
		});
	}

	show(columns: readonly string[]): void {
		const hidden = this.hidden.filter((column) => !columns.includes(column));
		const asked = columns.filter((column) => this.#hiddenAtFirst.has(column));
		const shown = [...new Set([...this.#shown, ...asked])];
		const isNews = hidden.length < this.hidden.length || shown.length > this.#shown.length;
		if (isNews) this.set({ hidden, shown });
	}

	/** In CSS pixels for text of the usual size. */
	resize(column: string, width: number): void {
		this.set({ widths: { ...this.widths, [column]: width } });
	}

	resizePanel(width: number): void {
		this.#keep({ panelWidth: width });
	}

	/** Changes some settings of the present view. */
	set(settings: Partial<ViewSettings>): void {
		this.#keep({ settings: { ...this.#kept.settings, ...settings } });
	}

	/** Turns a named view on; parts it does not name stay as they are. */
	turnOn(viewId: string | undefined, settings: Partial<ViewSettings> = {}): void {
		this.#keep({ viewId, settings: { ...this.#kept.settings, ...settings } });
	}

	#keep(changed: Partial<ViewRecord>): void {
		this.#kept = { ...this.#kept, ...changed };
		this.#text.write(writeView(this.#kept));
	}
}
