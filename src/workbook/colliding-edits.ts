/**
 * Values that were dropped because two people wrote one cell without knowing of each other, and nobody
 * has written there since: found in what all copies share, so that everybody sees the same. Kept as the
 * workbook changes: a cell is looked at again when it is written, and most never had two such writings.
 */
import type * as Y from 'yjs';
import { droppedEdits } from '../model/rules/dropped-edits.ts';
import { isRegisterName } from '../model/registers/register.ts';
import { cellWritings, isForked } from './cell-writings.ts';
import { Deeds } from './deeds.ts';
import { DeviceDeeds } from './device-deeds.ts';
import type { ActivityChange, ActivityEntry } from './activity.ts';
import { activityMap, recordMaps, splitEditKey, type RecordMapName } from './layout.ts';
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

/** Cells that are looked at in one step. */
const cellsPerStep = 4_000;

interface Cells {
	readonly table: AnyTable;
	readonly edits: Y.Map<unknown>;
	/** Keys of cells to be looked at. */
	readonly unread: Set<string>;
	/** Keys of cells that two wrote unseen at some time. */
	readonly forked: Set<string>;
}

export class CollidingEdits {
	readonly #workbook: Workbook;
	readonly #deeds: Deeds;
	readonly #counts: DeviceDeeds;
	readonly #cells: readonly Cells[];

	constructor(workbook: Workbook) {
		const { doc } = workbook;
		this.#workbook = workbook;
		this.#deeds = new Deeds(doc);
		this.#counts = new DeviceDeeds(doc);
		this.#cells = workbook.tables.filter(isCompared).map((table) => {
			const { edits } = recordMaps(doc, table.kind.name);
			return { table, edits, unread: new Set(edits._map.keys()), forked: new Set() };
		});
		for (const { edits, unread } of this.#cells) {
			edits.observe(({ keysChanged }) => {
				for (const key of keysChanged as Set<string>) unread.add(key);
			});
		}
		activityMap(doc).observe(({ changes: { keys } }) => {
			for (const [entry, { action }] of keys) {
				if (action !== 'add') continue;
				this.#deeds.add(entry);
				this.#counts.add(entry);
			}
		});
	}

	/** What was dropped and not written anew since, in the same order on every copy. */
	all(): readonly CollidingEdit[] {
		const steps = this.steps();
		while (!steps.next().done);
		return this.#cells.flatMap((cells) =>
			[...cells.forked].sort().flatMap((key) => this.#dropped(cells, key)),
		);
	}

	/** Looks at the cells that were written, in steps; returns how many steps are left. */
	*steps(): Generator<number, void> {
		for (const cells of this.#cells) {
			let looked = 0;
			for (const key of cells.unread) {
				const newest = cells.edits._map.get(key);
				cells.unread.delete(key);
				if (newest && isForked(newest) && isTyped(key)) cells.forked.add(key);
				if (++looked % cellsPerStep === 0) yield Math.ceil(cells.unread.size / cellsPerStep);
			}
		}
	}

	#dropped({ table, edits }: Cells, key: string): readonly CollidingEdit[] {
		const newest = edits._map.get(key);
		const place = splitEditKey(key);
		if (!newest || !place) return [];
		const { name } = table.kind;
		const writings = cellWritings(
			newest,
			{ table: name, key },
			{ deeds: this.#deeds, activity: this.#workbook.activity },
		);
		const after = newest.deleted ? valueOf(table.asCreated(place.id), place.path) : edits.get(key);
		const last = writings.at(-1);
		const standing = last?.takenBack ?? last?.deed;
		return droppedEdits(writings, after, {
			isSame: isSameValue,
			ownBefore: this.#counts.ownBefore,
		}).flatMap(({ deed: dropped, after: before }) =>
			dropped ? [{ change: { table: name, ...place, before, after }, dropped, standing }] : [],
		);
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
