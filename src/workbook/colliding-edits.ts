/**
 * Values that were dropped because two people wrote one cell without knowing of each other, and nobody
 * has written there since: found in what all copies share, so that everybody sees the same. Kept as the
 * workbook changes: a cell is looked at again when it is written or an entry tells of it, and only what
 * two such writings ever met in is weighed at all.
 */
import type * as Y from 'yjs';
import { isRegisterName } from '../model/registers/register.ts';
import { droppedEdits } from '../model/rules/dropped-edits.ts';
import type { ActivityChange, ActivityEntry } from './activity.ts';
import { cellWritings, isForked } from './cell-writings.ts';
import { Deeds } from './deeds.ts';
import { DeviceDeeds } from './device-deeds.ts';
import { activityMap, editKey, recordMaps, splitEditKey, type RecordMapName } from './layout.ts';
import { isSameValue, isValuePath, valueOf } from './record-values.ts';
import type { AnyTable } from './table.ts';
import type { Workbook } from './workbook.ts';

export interface CollidingEdit {
	/** `before` is what was dropped, `after` what is shown. */
	readonly change: ActivityChange & { readonly table: RecordMapName };
	/** The deed whose value was dropped. */
	readonly dropped: ActivityEntry;
	/** The deed whose value is shown; undefined where its entry is not here. */
	readonly standing: ActivityEntry | undefined;
}

/** What is looked at in one step. */
const cellsPerStep = 2_000;
const entriesPerStep = 1_000;
const forksPerStep = 50;

/** The cells of a table, by their keys. */
interface Cells {
	readonly table: AnyTable;
	readonly edits: Y.Map<unknown>;
	/** Written since they were looked at. */
	readonly unread: Set<string>;
	/** Two wrote there unseen at some time. */
	readonly forked: Set<string>;
	/** Of those, what is to be weighed anew, and what was weighed by counting deeds. */
	readonly stale: Set<string>;
	readonly counted: Set<string>;
	readonly dropped: Map<string, readonly CollidingEdit[]>;
}

export class CollidingEdits {
	readonly #workbook: Workbook;
	readonly #deeds: Deeds;
	readonly #counts: DeviceDeeds;
	readonly #cells = new Map<string, Cells>();
	/** Entries that are not counted yet; nobody counts them before two writings met. */
	readonly #entries: Set<string>;

	constructor(workbook: Workbook) {
		const { doc } = workbook;
		this.#workbook = workbook;
		this.#deeds = new Deeds(doc);
		this.#counts = new DeviceDeeds(doc);
		for (const table of workbook.tables.filter(isCompared)) {
			const cells = cellsOf(doc, table);
			this.#cells.set(table.kind.name, cells);
			cells.edits.observe(({ keysChanged }) => {
				for (const key of keysChanged as Set<string>) cells.unread.add(key);
			});
		}
		const entries = activityMap(doc);
		this.#entries = new Set(entries.keys());
		entries.observe(({ changes: { keys } }) => {
			for (const [entry, { action }] of keys) if (action === 'add') this.#entries.add(entry);
		});
	}

	/** What was dropped and not written anew since, in the same order on every copy. */
	all(): readonly CollidingEdit[] {
		const steps = this.steps();
		while (!steps.next().done);
		return [...this.#cells.values()].flatMap(({ dropped }) =>
			[...dropped.keys()].sort().flatMap((key) => dropped.get(key) ?? []),
		);
	}

	/** Takes in what changed, in steps. */
	*steps(): Generator<void, void> {
		for (const cells of this.#cells.values()) yield* findForks(cells);
		if ([...this.#cells.values()].every(({ forked }) => forked.size === 0)) return;
		yield* this.#count();
		for (const cells of this.#cells.values()) yield* this.#weigh(cells);
	}

	/** Counts the entries that came, and looks again at what they tell of. */
	*#count(): Generator<void, void> {
		let taken = 0;
		for (const entry of this.#entries) {
			this.#entries.delete(entry);
			this.#deeds.add(entry);
			const isLate = this.#counts.add(entry);
			for (const { counted, stale } of isLate ? this.#cells.values() : []) {
				for (const key of counted) stale.add(key);
			}
			if (this.#hasWeighed) this.#tellOf(entry);
			if (++taken % entriesPerStep === 0) yield;
		}
	}

	get #hasWeighed(): boolean {
		return [...this.#cells.values()].some(({ forked, stale }) => forked.size > stale.size);
	}

	#tellOf(entry: string): void {
		for (const { table, id, path } of this.#workbook.activity.get(entry)?.changes ?? []) {
			const cells = this.#cells.get(table);
			const key = editKey(id, path);
			if (cells?.forked.has(key)) cells.stale.add(key);
		}
	}

	*#weigh(cells: Cells): Generator<void, void> {
		let weighed = 0;
		for (const key of cells.stale) {
			cells.stale.delete(key);
			cells.counted.delete(key);
			const dropped = this.#dropped(cells, key);
			if (dropped.length > 0) cells.dropped.set(key, dropped);
			else cells.dropped.delete(key);
			if (++weighed % forksPerStep === 0) yield;
		}
	}

	#dropped({ table, edits, counted }: Cells, key: string): readonly CollidingEdit[] {
		const newest = edits._map.get(key);
		const place = splitEditKey(key);
		if (!newest || !place) return [];
		const { name } = table.kind;
		const known = { deeds: this.#deeds, activity: this.#workbook.activity };
		const writings = cellWritings(newest, { table: name, key }, known);
		const after = newest.deleted ? valueOf(table.asCreated(place.id), place.path) : edits.get(key);
		const last = writings.at(-1);
		const standing = last?.takenBack ?? last?.deed;
		return droppedEdits(writings, after, {
			isSame: isSameValue,
			ownBefore: (deed) => {
				counted.add(key);
				return this.#counts.ownBefore(deed);
			},
		}).flatMap(({ deed: dropped, after: before }) =>
			dropped ? [{ change: { table: name, ...place, before, after }, dropped, standing }] : [],
		);
	}
}

function cellsOf(doc: Y.Doc, table: AnyTable): Cells {
	const { edits } = recordMaps(doc, table.kind.name);
	return {
		...{ table, edits, unread: new Set(edits._map.keys()) },
		...{ forked: new Set(), stale: new Set(), counted: new Set(), dropped: new Map() },
	};
}

function* findForks({ edits, unread, forked, stale }: Cells): Generator<void, void> {
	let looked = 0;
	for (const key of unread) {
		unread.delete(key);
		const newest = edits._map.get(key);
		if (newest && isForked(newest) && isTyped(key)) {
			forked.add(key);
			stale.add(key);
		}
		if (++looked % cellsPerStep === 0) yield;
	}
}

/** Views, own columns and imports are ways to look at records; what is accepted is never edited. */
function isCompared({ kind: { name } }: AnyTable): boolean {
	return isRegisterName(name) || name === 'scope' || name === 'assessments';
}

function isTyped(key: string): boolean {
	const place = splitEditKey(key);
	return place !== undefined && isValuePath(place.path);
}
