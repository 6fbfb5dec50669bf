/** The rows of a register as they are looked at: filtered, in order, in groups that open and close. */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import type { MarkFacts } from '../columns/cell-problems.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { saidByFile } from '../origin/said-by-file.ts';
import type { RegisterView } from '../view/register-view.svelte.ts';
import type { Arrangement } from './arrangement.ts';
import { DuplicateIds } from './duplicate-ids.ts';
import { groupingBy, type Grouping } from './grouping.ts';
import { outlineRows, type RegisterRow } from './outline.ts';
import { RowArranger } from './row-arranger.ts';
import { sourceFacts } from './source-filter.ts';
import { RowGroups, type RowGroup } from './row-groups.ts';

const none: ReadonlySet<string> = new Set();

interface ShownColumns {
	/** All there are, hidden ones too. */
	readonly usual: readonly RegisterColumn[];
	/** Those of them that point to records. */
	readonly links: readonly RegisterColumn[];
}

export class RegisterRows {
	readonly #workbook: LiveWorkbook;
	readonly #about: Register;
	readonly #view: RegisterView;
	readonly #columns: () => ShownColumns;
	readonly #arranger = new RowArranger();
	readonly #grouper = new RowGroups();
	readonly #duplicates: DuplicateIds;
	/** A record as it was when someone came to it; see `RowArranger`. */
	#held = $state.raw<RegisterRecord>();
	#today: CalendarDate;
	#closed = $state.raw<{ readonly of: Grouping | undefined; readonly ids: ReadonlySet<string> }>({
		of: undefined,
		ids: none,
	});

	constructor(
		workbook: LiveWorkbook,
		about: Register,
		view: RegisterView,
		columns: () => ShownColumns,
	) {
		this.#workbook = workbook;
		this.#about = about;
		this.#duplicates = new DuplicateIds(about);
		this.#view = view;
		this.#columns = columns;
		this.#today = $state.raw(workbook.today);
	}

	/** Every record of the register, in its order. */
	readonly #everything: readonly RegisterRecord[] = $derived.by(() =>
		this.#workbook.records(this.#about.name),
	);

	readonly #duplicateIds: ReadonlySet<string> = $derived.by(() =>
		this.#duplicates.of(this.#everything),
	);

	/** What decides which cells are marked. */
	readonly marks: MarkFacts = $derived.by(() => ({
		about: this.#about,
		duplicateIds: this.#duplicateIds,
		links: this.#columns().links,
	}));

	readonly #noMarks: MarkFacts = $derived.by(() => ({
		about: this.#about,
		duplicateIds: none,
		links: [],
	}));

	/** Filters that look at problems are the only ones to which other records matter. */
	readonly #filteredMarks: MarkFacts = $derived.by(() => {
		const { onlyProblems, filters } = this.#view;
		const looks = onlyProblems || filters.some(({ kind }) => kind === 'problem');
		return looks ? this.marks : this.#noMarks;
	});

	/** Imports matter only to who asks where records came from. */
	readonly #sources = $derived.by(() =>
		sourceFacts(
			this.#about,
			(record) => saidByFile(this.#workbook.workbook, this.#about, record),
			this.#view.cameFrom ? this.#workbook.imports : [],
		),
	);

	readonly grouping: Grouping | undefined = $derived.by(() => {
		const { groupBy } = this.#view;
		return groupBy === null ? undefined : groupingBy(groupBy, this.#columns().usual);
	});

	readonly arrangement: Arrangement = $derived.by(() => ({
		columns: this.#columns().usual,
		today: this.#today,
		marks: this.#filteredMarks,
		filters: this.#view.filters,
		cameFrom: this.#view.cameFrom,
		sources: this.#sources,
		onlyProblems: this.#view.onlyProblems,
		showRetired: this.#view.showRetired,
		grouping: this.grouping,
		sorts: this.#view.sorts,
	}));

	/** Every record that the filters leave, in order, those of closed groups too. */
	readonly all: readonly RegisterRecord[] = $derived.by(() =>
		this.#arranger.arrange(this.#everything, this.arrangement, this.#held),
	);

	/** None where nothing is grouped. */
	readonly groups: readonly RowGroup[] = $derived.by(() => {
		const { all, grouping, marks } = this;
		if (!grouping) return [];
		return this.#grouper.of(all, grouping, (row) => this.#arranger.placeOf(row), marks);
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

	/** Opens the group of a record, where it stands in a closed one. */
	open(record: string): void {
		const closed = this.groups.filter(({ id }) => this.closed.has(id));
		const group = closed.find(({ rows }) => rows.some(({ id }) => id === record));
		if (group) this.toggle(group.id);
	}

	/** Keeps a record in view, even one that the filters would leave out. */
	hold(id: string): void {
		this.#held = this.#workbook.record(this.#about.name, id);
	}

	/** Lets every row go where order and filters put it; this record is held as it is then. */
	settle(id: string | undefined): void {
		const record = id === undefined ? undefined : this.#workbook.record(this.#about.name, id);
		this.#held = undefined;
		if (record && this.all.includes(record)) this.#held = record;
	}

	/** Filters that look at today look again: the page may have stood open over night. */
	checkDay(): void {
		this.#today = this.#workbook.today;
	}

	#close(ids: ReadonlySet<string>): void {
		this.#closed = { of: this.grouping, ids };
	}
}
