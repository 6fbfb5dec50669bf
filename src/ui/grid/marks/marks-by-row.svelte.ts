/** Marks as they are told, all at once, kept by row: only rows whose marks change are drawn anew. */
import { SvelteMap } from 'svelte/reactivity';
import type { ShownPerson } from '../../people/person.ts';
import type { CellMarks, GridMarks, RowMarks } from './grid-marks.ts';

/** Somewhere in the grid; without a column it is the row as a whole. */
interface Place {
	readonly rowId: string;
	readonly columnKey?: string | undefined;
}

export interface PersonPlace extends Place {
	readonly person: ShownPerson;
}

export interface NotePlace extends Place {
	readonly threads: number;
	readonly suggestions: number;
}

type Rows<Item> = ReadonlyMap<string, readonly Item[]>;

export class MarksByRow implements GridMarks {
	readonly #rows = new SvelteMap<string, RowMarks>();
	#people: Rows<PersonPlace> = new Map();
	#notes: Rows<NotePlace> = new Map();

	readonly of = (rowId: string): RowMarks | undefined => this.#rows.get(rowId);

	/** Everybody who is shown, in place of those before. */
	showPeople(places: readonly PersonPlace[]): void {
		const before = this.#people;
		this.#people = byRow(places);
		this.#renew(before, this.#people, isSamePerson);
	}

	/** Every cell or row with something open, in place of those before. */
	showNotes(places: readonly NotePlace[]): void {
		const before = this.#notes;
		this.#notes = byRow(places);
		this.#renew(before, this.#notes, isSameNote);
	}

	#renew<Item>(before: Rows<Item>, after: Rows<Item>, isSame: (a: Item, b: Item) => boolean): void {
		for (const rowId of new Set([...before.keys(), ...after.keys()])) {
			const [was, is] = [before.get(rowId) ?? [], after.get(rowId) ?? []];
			const isUnchanged =
				was.length === is.length &&
				is.every((item, at) => {
					const other = was[at];
					return other !== undefined && isSame(item, other);
				});
			if (isUnchanged) continue;
			const marks = rowMarks(this.#people.get(rowId) ?? [], this.#notes.get(rowId) ?? []);
			if (marks) this.#rows.set(rowId, marks);
			else this.#rows.delete(rowId);
		}
	}
}

function byRow<Item extends Place>(places: readonly Item[]): Rows<Item> {
	const rows = new Map<string, Item[]>();
	for (const place of places) {
		const row = rows.get(place.rowId);
		if (row) row.push(place);
		else rows.set(place.rowId, [place]);
	}
	return rows;
}

const nothing: CellMarks = { people: [], threads: 0, suggestions: 0 };

function rowMarks(
	people: readonly PersonPlace[],
	notes: readonly NotePlace[],
): RowMarks | undefined {
	const cells = new Map<string | undefined, CellMarks>();
	for (const { columnKey, person } of people) {
		const cell = cells.get(columnKey) ?? nothing;
		cells.set(columnKey, { ...cell, people: [...cell.people, person] });
	}
	for (const { columnKey, threads, suggestions } of notes) {
		if (threads + suggestions === 0) continue;
		const cell = cells.get(columnKey) ?? nothing;
		cells.set(columnKey, {
			...cell,
			threads: cell.threads + threads,
			suggestions: cell.suggestions + suggestions,
		});
	}
	if (cells.size === 0) return undefined;
	const head = cells.get(undefined);
	cells.delete(undefined);
	return { cells: cells as ReadonlyMap<string, CellMarks>, head };
}

function isSamePerson(one: PersonPlace, other: PersonPlace): boolean {
	const [a, b] = [one.person, other.person];
	return (
		one.columnKey === other.columnKey && a.id === b.id && a.name === b.name && a.colour === b.colour
	);
}

function isSameNote(one: NotePlace, other: NotePlace): boolean {
	return (
		one.columnKey === other.columnKey &&
		one.threads === other.threads &&
		one.suggestions === other.suggestions
	);
}
