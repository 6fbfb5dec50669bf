/**
 * How one person looks at one workbook's matrix: filters, sort, columns, widths. Kept in the
 * browser between visits, never in the document.
 */
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { Sort } from '../rows/arrangement.ts';
import type { ColumnFilter, FilterRule } from '../rows/filter.ts';
import { readView, writeView, type ViewRecord } from './view-record.ts';

/** The part of the browser's `localStorage` that a view needs. */
export interface ViewStorage {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
}

export class MatrixView {
	readonly #storage: ViewStorage;
	readonly #key: string;
	#kept: ViewRecord = $state.raw(readView(null));

	// Each by itself, so that a new sort is no news to those who look at the columns.
	readonly filters = $derived(this.#kept.filters);
	readonly sort: Sort | undefined = $derived(this.#kept.sort);
	readonly showRetired = $derived(this.#kept.showRetired);
	readonly hidden = $derived(this.#kept.hidden);
	readonly widths = $derived(this.#kept.widths);
	/** CSS pixels. */
	readonly panelWidth = $derived(this.#kept.panelWidth);

	/** Opens the view kept under the workbook's id. */
	constructor(storage: ViewStorage, workbookId: string) {
		this.#storage = storage;
		this.#key = `matrix-view:${workbookId}`;
		this.#kept = readView(this.#read());
	}

	filterOn(column: ControlColumn): ColumnFilter | undefined {
		return this.filters.find((filter) => filter.column === column);
	}

	/** Puts the column's one filter in its place, or takes it away. */
	filter(column: ControlColumn, rule: FilterRule | undefined): void {
		const index = this.filters.findIndex((filter) => filter.column === column);
		const others = this.filters.filter((filter) => filter.column !== column);
		const place = index < 0 ? others.length : index;
		this.#keep({ filters: rule ? others.toSpliced(place, 0, { column, ...rule }) : others });
	}

	clearFilters(): void {
		this.#keep({ filters: [] });
	}

	/** Ascending first, then descending, then the order of the workbook again. */
	toggleSort(column: ControlColumn): void {
		const direction = this.sort?.column === column ? this.sort.direction : undefined;
		if (direction === 'descending') this.sortBy(undefined);
		else this.sortBy({ column, direction: direction ? 'descending' : 'ascending' });
	}

	sortBy(sort: Sort | undefined): void {
		this.#keep({ sort });
	}

	setShowRetired(showRetired: boolean): void {
		this.#keep({ showRetired });
	}

	hide(columns: readonly ControlColumn[]): void {
		this.#keep({ hidden: [...new Set([...this.hidden, ...columns])] });
	}

	show(columns: readonly ControlColumn[]): void {
		const hidden = this.hidden.filter((column) => !columns.includes(column));
		if (hidden.length < this.hidden.length) this.#keep({ hidden });
	}

	/** In CSS pixels. */
	resize(column: ControlColumn, width: number): void {
		this.#keep({ widths: { ...this.widths, [column]: width } });
	}

	resizePanel(width: number): void {
		this.#keep({ panelWidth: width });
	}

	#keep(changed: Partial<ViewRecord>): void {
		this.#kept = { ...this.#kept, ...changed };
		try {
			this.#storage.setItem(this.#key, writeView(this.#kept));
		} catch {
			// Storage that is full or switched off: the view then lasts as long as the page.
		}
	}

	#read(): string | null {
		try {
			return this.#storage.getItem(this.#key);
		} catch {
			// Browsers that forbid storage throw on reading as well: begin with the first view.
			return null;
		}
	}
}
