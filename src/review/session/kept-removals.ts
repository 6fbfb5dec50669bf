/**
 * What other members removed and the person here kept: it stands in this copy and in no other, until
 * it is removed here too, brought back for everybody, or written anew by somebody. Stored beside the
 * review, so that the difference is told after a reload too (SPEC P-29).
 */
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { Listeners } from '../../base/observable.ts';
import type { DeviceId } from '../../model/review/member.ts';
import { mergeUpdate } from '../../workbook/merge-update.ts';
import { PeerOrigin } from '../../workbook/peer-origin.ts';
import {
	joinedRanges,
	rangesWithout,
	removalOf,
	type ClockRange,
} from '../document/clock-ranges.ts';
import {
	holdsRecords,
	rangeOf,
	standingItems,
	type StandingItem,
} from '../document/standing-items.ts';
import type { ReviewStore } from '../review-store.ts';

export interface KeptRemoval {
	/** Tells those of this opening apart. */
	readonly id: number;
	/** Who removed it, and when the person here kept it (ISO 8601). */
	readonly from: DeviceId;
	readonly at: string;
	/** What of it stands still: records, and values edited in them. */
	readonly ranges: readonly ClockRange[];
	/** How many records. */
	readonly records: number;
}

/** Names the marks in the store. */
export const keptMarks = 'kept-removals';

const clock = z.number().check(z.int(), z.nonnegative());
const marksSchema = z.array(
	z.object({
		from: z.string(),
		at: z.string(),
		/** Client, clock and length of each stretch. */
		ranges: z.array(z.tuple([clock, clock, clock])),
	}),
);

export class KeptRemovals {
	readonly #doc: Y.Doc;
	readonly #store: Pick<ReviewStore, 'marksOf' | 'saveMarks'>;
	readonly #onProblem: (text: string) => void;
	readonly #listeners = new Listeners();
	#all: readonly KeptRemoval[] = [];
	#ranges: readonly ClockRange[] = [];
	#leftOut: ReadonlyMap<string, ReadonlySet<string>> = new Map();
	#lastId = 0;

	constructor(
		doc: Y.Doc,
		store: Pick<ReviewStore, 'marksOf' | 'saveMarks'>,
		onProblem: (text: string) => void,
	) {
		this.#doc = doc;
		this.#store = store;
		this.#onProblem = onProblem;
		doc.on('afterTransaction', this.#onTransaction);
	}

	/** Takes what stands stored, as another tab may have changed it. */
	async open(): Promise<void> {
		const marks = marksSchema.safeParse((await this.#store.marksOf(keptMarks)) ?? []);
		if (!marks.success) return;
		const stored = marks.data.map(({ from, at, ranges }) => ({
			...{ id: ++this.#lastId, from, at, records: 0 },
			ranges: ranges.map(([client, from, length]) => ({ client, clock: from, length })),
		}));
		this.#turn(stored);
	}

	/** Oldest first. Values alone, of records that are gone, are no record that anybody kept. */
	get all(): readonly KeptRemoval[] {
		return this.#all.filter(({ records }) => records > 0);
	}

	/** All that stands here and nowhere else. */
	get ranges(): readonly ClockRange[] {
		return this.#ranges;
	}

	/** How many records that are. */
	get records(): number {
		return this.#all.reduce((sum, { records }) => sum + records, 0);
	}

	/** The same by shared map and key. */
	get leftOut(): ReadonlyMap<string, ReadonlySet<string>> {
		return this.#leftOut;
	}

	/** Keeps what somebody removed; the rest of their change is merged without it. */
	async keep(from: DeviceId, removed: readonly ClockRange[], at: string): Promise<void> {
		const ranges = rangesWithout(removed, this.#ranges);
		if (ranges.length === 0) return;
		this.#turn([...this.#all, { id: ++this.#lastId, from, at, ranges, records: 0 }]);
		await this.#save();
	}

	/** Removes it here too: their change is taken after all. */
	removeHere({ from, ranges }: KeptRemoval): void {
		mergeUpdate(this.#doc, removalOf(ranges), new PeerOrigin(from));
	}

	/** What of a removal stands here still. */
	standing({ ranges }: KeptRemoval): Iterable<StandingItem> {
		return standingItems(this.#doc, ranges);
	}

	/** Called when something is kept, or is kept no more. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	close(): void {
		this.#doc.off('afterTransaction', this.#onTransaction);
	}

	readonly #onTransaction = ({ deleteSet }: Y.Transaction): void => {
		if (this.#all.length === 0 || deleteSet.clients.size === 0) return;
		if (this.#turn(this.#all)) void this.#save();
	};

	/** Takes what of these stands still; says whether that is something else than before. */
	#turn(removals: readonly KeptRemoval[]): boolean {
		const leftOut = new Map<string, Set<string>>();
		const before = lengthOf(this.#ranges);
		const all = removals.map((removal) => {
			let records = 0;
			const ranges: ClockRange[] = [];
			for (const { item, map, key } of this.standing(removal)) {
				if (holdsRecords(map)) records += 1;
				ranges.push(rangeOf(item));
				leftOut.set(map, (leftOut.get(map) ?? new Set()).add(key));
			}
			return { ...removal, records, ranges: joinedRanges(ranges) };
		});
		const isOther = all.length !== this.#all.length;
		const ranges = joinedRanges(all.flatMap((removal) => removal.ranges));
		if (!isOther && lengthOf(ranges) === before) return false;
		this.#all = all.filter((removal) => removal.ranges.length > 0);
		this.#ranges = ranges;
		this.#leftOut = leftOut;
		this.#listeners.call();
		return true;
	}

	async #save(): Promise<void> {
		const marks = this.#all.map(({ from, at, ranges }) => ({
			...{ from, at },
			ranges: ranges.map(({ client, clock: start, length }) => [client, start, length]),
		}));
		const saved = await this.#store.saveMarks({ store: keptMarks, marks });
		if (!saved.ok) this.#onProblem(saved.problems.map(({ text }) => text).join(' '));
	}
}

function lengthOf(ranges: readonly ClockRange[]): number {
	return ranges.reduce((sum, { length }) => sum + length, 0);
}
