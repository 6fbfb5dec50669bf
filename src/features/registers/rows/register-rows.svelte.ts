/** The rows of the matrix as they are looked at: filtered, in order, in groups that open and close. */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Control, ControlId } from '../../../model/records/control.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import type { RegisterView } from '../view/register-view.svelte.ts';
import type { Arrangement } from './arrangement.ts';
import { DuplicateIds } from './duplicate-ids.ts';
import { groupingBy, type Grouping } from './grouping.ts';
import { outlineRows, type RegisterRow } from './outline.ts';
import { RowArranger } from './row-arranger.ts';
import { sourceFacts } from './source-filter.ts';
import { RowGroups, type RowGroup } from './row-groups.ts';

const none: ReadonlySet<string> = new Set();

export class RegisterRows {
	readonly #workbook: LiveWorkbook;
	readonly #view: RegisterView;
	readonly #columns: () => readonly RegisterColumn[];
	readonly #arranger = new RowArranger();
	readonly #grouper = new RowGroups();
	readonly #duplicates = new DuplicateIds();
	/** A control as it was when someone came to it; see `RowArranger`. */
	#held = $state.raw<Control>();
	#today: CalendarDate;
	#closed = $state.raw<{ readonly of: Grouping | undefined; readonly ids: ReadonlySet<string> }>({
		of: undefined,
		ids: none,
	});

	/** `columns` are all there are, hidden ones too. */
	constructor(
		workbook: LiveWorkbook,
		view: RegisterView,
		columns: () => readonly RegisterColumn[],
	) {
		this.#workbook = workbook;
		this.#view = view;
		this.#columns = columns;
		this.#today = $state.raw(workbook.today);
	}

	/** Control IDs that more than one active control carries. */
	readonly duplicateIds: ReadonlySet<string> = $derived.by(() =>
		this.#duplicates.of(this.#workbook.controls),
	);

	/** Filters that look at problems are the only ones to which other controls matter. */
	readonly #filteredIds: ReadonlySet<string> = $derived.by(() => {
		const { onlyProblems, filters } = this.#view;
		const looks = onlyProblems || filters.some(({ kind }) => kind === 'problem');
		return looks ? this.duplicateIds : none;
	});

	/** Imports matter only to who asks where controls came from. */
	readonly #sources = $derived.by(() =>
		sourceFacts(this.#workbook.workbook, this.#view.cameFrom ? this.#workbook.imports : []),
	);

	readonly grouping: Grouping | undefined = $derived.by(() => {
		const { groupBy } = this.#view;
		return groupBy === null ? undefined : groupingBy(groupBy, this.#columns());
	});

	readonly arrangement: Arrangement = $derived.by(() => ({
		columns: this.#columns(),
		today: this.#today,
		duplicateIds: this.#filteredIds,
		filters: this.#view.filters,
		cameFrom: this.#view.cameFrom,
		sources: this.#sources,
		onlyProblems: this.#view.onlyProblems,
		showRetired: this.#view.showRetired,
		grouping: this.grouping,
		sorts: this.#view.sorts,
	}));

	/** Every control that the filters leave, in order, those of closed groups too. */
	readonly all: readonly Control[] = $derived.by(() =>
		this.#arranger.arrange(this.#workbook.controls, this.arrangement, this.#held),
	);

	/** None where nothing is grouped. */
	readonly groups: readonly RowGroup[] = $derived.by(() => {
		const { all, grouping, duplicateIds } = this;
		if (!grouping) return [];
		return this.#grouper.of(all, grouping, (row) => this.#arranger.placeOf(row), duplicateIds);
	});

	readonly #groupsById = $derived.by(
		() => new Map<string, RowGroup>(this.groups.map((group) => [group.id, group])),
	);

	readonly closed: ReadonlySet<string> = $derived.by(() =>
		this.#closed.of === this.grouping ? this.#closed.ids : none,
	);

	/** What the grid shows: the heads of groups, and the rows of those that are open. */
	readonly shown: readonly RegisterRow[] = $derived.by(() =>
		this.grouping ? outlineRows(this.groups, this.closed) : this.all,
	);

	group(id: string): RowGroup | undefined {
		return this.#groupsById.get(id);
	}

	/** Opens a closed group, closes an open one. */
	toggle(id: string): void {
		const ids = new Set(this.closed);
		if (!ids.delete(id)) ids.add(id);
		this.#close(ids);
	}

	closeAll(): void {
		this.#close(new Set(this.groups.map(({ id }) => id)));
	}

	openAll(): void {
		this.#close(none);
	}

	/** Opens the group of a control, where it stands in a closed one. */
	open(control: ControlId): void {
		const closed = this.groups.filter(({ id }) => this.closed.has(id));
		const group = closed.find(({ rows }) => rows.some(({ id }) => id === control));
		if (group) this.toggle(group.id);
	}

	/** Keeps a control in view, even one that the filters would leave out. */
	hold(id: ControlId): void {
		this.#held = this.#workbook.control(id);
	}

	/** Lets every row go where order and filters put it; this control is held as it is then. */
	settle(id: ControlId | undefined): void {
		const control = id && this.#workbook.control(id);
		this.#held = undefined;
		if (control && this.all.includes(control)) this.#held = control;
	}

	/** Filters that look at today look again: the page may have stood open over night. */
	checkDay(): void {
		this.#today = this.#workbook.today;
	}

	#close(ids: ReadonlySet<string>): void {
		this.#closed = { of: this.grouping, ids };
	}
}
