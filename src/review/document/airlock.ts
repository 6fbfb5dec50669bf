/**
 * The scratch copy that every update of others passes first: it is checked, applied here, and looked
 * at again; only then is it merged into the workbook. It also cuts what others lack from this copy,
 * so that neither work holds up the page.
 */
import * as Y from 'yjs';
import { ok, refused, type Result } from '../../base/result.ts';
import { removalOf, type ClockRange } from './clock-ranges.ts';
import { checkUpdate, type CheckedUpdate, type UpdateProblem } from './check-update.ts';
import { withoutRemovals } from './kept-back.ts';
import { segmentsOf } from './segments.ts';
import { removesRecords } from './standing-items.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** An update that was taken; `instead` is to be merged where something it removes is kept. */
export interface TakenUpdate extends CheckedUpdate {
	readonly instead?: Bytes;
}

export class Airlock {
	#copy = this.#anew();
	#bytes = 0;
	#removals = 0;
	/** False from where an update broke the copy until it is filled anew. */
	#isWhole = true;
	#kept: readonly ClockRange[] = [];

	/** `state`: what the workbook's document holds now, as an update. */
	constructor(state?: Uint8Array) {
		if (state) this.rebuild(state);
	}

	/** Starts over from what the workbook's document holds. */
	rebuild(state: Uint8Array): void {
		this.#copy.destroy();
		this.#copy = this.#anew();
		this.#bytes = 0;
		this.#isWhole = true;
		this.noteLocal(state);
	}

	/** What the workbook's document keeps of what others removed: here it goes, as with them. */
	keep(kept: readonly ClockRange[]): void {
		this.#kept = kept;
		if (kept.length > 0) this.noteLocal(removalOf(kept));
	}

	/** True where the copy has to be filled anew before anything else is taken. */
	get isBroken(): boolean {
		return !this.#isWhole;
	}

	/**
	 * Checks an update of somebody else and applies it to the copy. What is refused leaves the copy as
	 * it was, and so does a mass deletion that nobody agreed to yet. `own`: the client id under which
	 * only this device writes.
	 */
	take(
		update: Uint8Array,
		{ own, agreed = false }: { readonly own?: number; readonly agreed?: boolean } = {},
	): Result<TakenUpdate, UpdateProblem> {
		if (!this.#isWhole) return refused(broken);
		const standing = { bytes: this.#bytes, ...(own === undefined ? {} : { own }) };
		const checked = checkUpdate(update, this.#copy, standing);
		if (!checked.ok || (checked.value.mass && !agreed)) return checked;
		if (!this.#applies(update, checked.value.reached)) {
			this.#isWhole = false;
			return refused(broken);
		}
		const instead = withoutRemovals(update, this.#kept);
		return instead ? ok({ ...checked.value, instead }) : checked;
	}

	/** The workbook's document was changed on this device: nothing to check. */
	noteLocal(update: Uint8Array): void {
		try {
			Y.applyUpdate(this.#copy, update);
			this.#bytes += update.length;
		} catch {
			this.#isWhole = false;
		}
	}

	/** What somebody of this state vector lacks; see `segmentsOf`. */
	diff(vector: Uint8Array, maxBytes?: number): Generator<Bytes, void, undefined> {
		return segmentsOf(this.#copy, vector, maxBytes);
	}

	/** How many updates removed records from the copy. */
	get removals(): number {
		return this.#removals;
	}

	/** The copy's state vector, encoded. */
	get vector(): Bytes {
		return Y.encodeStateVector(this.#copy) as Bytes;
	}

	#anew(): Y.Doc {
		const copy = new Y.Doc();
		copy.on('afterTransaction', (transaction) => {
			if (removesRecords(copy, transaction)) this.#removals += 1;
		});
		return copy;
	}

	/** Applies, and sees that it came to what the check said and that all of it is maps still. */
	#applies(update: Uint8Array, reached: ReadonlyMap<number, number>): boolean {
		const copy = this.#copy;
		const { store } = copy;
		const isClear = !store.pendingStructs && !store.pendingDs;
		const others = new Set<unknown>();
		const look = ({ changed }: Y.Transaction): void => {
			for (const [type, keys] of changed) if (type._item || keys.has(null)) others.add(type);
		};
		copy.on('beforeObserverCalls', look);
		try {
			Y.applyUpdate(copy, update);
		} catch {
			return false;
		} finally {
			copy.off('beforeObserverCalls', look);
		}
		this.#bytes += update.length;
		const isAllThere = [...reached].every(([client, clock]) => Y.getState(store, client) >= clock);
		return (
			others.size === 0 && isAllThere && (!isClear || (!store.pendingStructs && !store.pendingDs))
		);
	}
}

const broken: UpdateProblem = {
	kind: 'malformed',
	text: 'It could not be merged into a copy of the workbook, so it was not merged into the workbook.',
};
