/**
 * How far a workbook is that comes in for the first time: by the clocks of its document, theirs against
 * ours. Expected from the moment somebody joins until there is nothing more to come. Where those who
 * were to send it went before that, this is known until the rest has come, after a reload too.
 */
import type { ReviewStore } from '../review-store.ts';
import type { Link } from './link.ts';
import type { UnderWay } from './under-way.ts';

type Clocks = ReadonlyMap<number, number>;

export interface ComingInParts {
	readonly store: Pick<ReviewStore, 'marksOf' | 'saveMarks'>;
	readonly underWay: UnderWay;
	readonly onProblem: (text: string) => void;
	/** It is known from before that not all is here. */
	readonly onCutShort: () => void;
}

/** Names the mark in the store. */
export const comingMark = 'coming-in';

export class ComingIn {
	readonly #parts: ComingInParts;
	#isExpected = false;
	/** True from the moment of joining until all is here. */
	#isUnfinished = false;
	/** True once this visit knows better than what is stored. */
	#isMarked = false;
	/** The most that was missing at once. */
	#most = 0;
	#missing = 0;

	constructor(parts: ComingInParts) {
		this.#parts = parts;
		parts.underWay.do(async () => {
			const isUnfinished = (await parts.store.marksOf(comingMark)) === true;
			if (!isUnfinished || this.#isMarked) return;
			this.#isUnfinished = true;
			parts.onCutShort();
		});
	}

	/** Somebody has just joined. `isNew`: nothing is here yet; a member who comes back has a whole one. */
	expect(isNew: boolean): void {
		this.#isExpected = true;
		if (!isNew) return;
		this.#isUnfinished = true;
		this.#mark(true);
	}

	/** From 0 to 1; undefined where nothing is on its way. */
	get fraction(): number | undefined {
		if (!this.#isExpected) return undefined;
		return this.#most === 0 ? 0 : 1 - this.#missing / this.#most;
	}

	/** True where nobody is bringing the rest of a workbook that has not come whole. */
	get isCutShort(): boolean {
		return this.#isUnfinished && !this.#isExpected;
	}

	/** Looks again at what the links have and what is here; true where that is news. */
	look(links: Iterable<Link>, ours: () => Clocks): boolean {
		if (!this.#isExpected && !this.#isUnfinished) return false;
		const known = [...links].filter(({ isKnown, carrier }) => isKnown && carrier.keeps === 'peers');
		if (known.length === 0) return false;
		const here = ours();
		this.#missing = Math.max(...known.map(({ vector }) => missingOf(vector, here)));
		this.#most = Math.max(this.#most, this.#missing);
		if (this.#missing === 0) {
			if (this.#isUnfinished) this.#mark(false);
			this.#isExpected = this.#isUnfinished = false;
		}
		return true;
	}

	/** Whoever was to send it is gone: what is here is shown. */
	giveUp(): void {
		this.#isExpected = false;
	}

	#mark(isUnfinished: boolean): void {
		const { store, underWay, onProblem } = this.#parts;
		this.#isMarked = true;
		underWay.do(async () => {
			const saved = await store.saveMarks({ store: comingMark, marks: isUnfinished || undefined });
			if (!saved.ok) onProblem(saved.problems.map(({ text }) => text).join(' '));
		});
	}
}

function missingOf(theirs: Clocks, ours: Clocks): number {
	let missing = 0;
	for (const [client, clock] of theirs) missing += Math.max(0, clock - (ours.get(client) ?? 0));
	return missing;
}
