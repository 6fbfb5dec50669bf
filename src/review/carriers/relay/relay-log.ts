/**
 * What a relay keeps of a group: a Yjs document with two lists of sealed frames, `log` as they were
 * sent and `snap` for snapshots that stand for many. Whoever may write to the relay may put anything
 * there: what is no frame is passed over and counted.
 */
import * as Y from 'yjs';
import type { Frame } from '../../carrier.ts';
import { frameKey, isFrame } from '../frame-key.ts';

export class RelayLog {
	readonly doc = new Y.Doc();
	readonly #log = this.doc.getArray<unknown>('log');
	readonly #snap = this.doc.getArray<unknown>('snap');
	readonly #deliver: (frame: Frame, number: number) => void;
	/** Frames of others by key, numbered as they were handed over; 0 for those sent from here. */
	readonly #numbers = new Map<string, number>();
	#last = 0;

	/** `deliver` gets the frames of others, each once, numbered from 1. */
	constructor(deliver: (frame: Frame, number: number) => void) {
		this.#deliver = deliver;
		for (const list of this.#lists()) {
			list.observe(({ changes }) => {
				for (const { insert } of changes.delta) {
					if (Array.isArray(insert)) for (const value of insert) this.#take(value);
				}
			});
		}
	}

	/** Frames in the log, their bytes, and how much lies there that is none. */
	get size(): { readonly frames: number; readonly bytes: number; readonly junk: number } {
		let [frames, bytes, junk] = [0, 0, 0];
		for (const list of this.#lists()) {
			list.forEach((value) => {
				if (!isFrame(value)) junk += 1;
				else if (list === this.#log) {
					frames += 1;
					bytes += value.length;
				}
			});
		}
		return { frames, bytes, junk };
	}

	/** Puts frames into the log in one transaction, without those that are there already. */
	add(frames: readonly Frame[]): void {
		const news = this.#unknown(frames);
		if (news.length > 0) this.#log.push(news);
	}

	/** Puts one frame of a snapshot beside the log. */
	addToSnapshot(frame: Frame): void {
		const news = this.#unknown([frame]);
		if (news.length > 0) this.#snap.push(news);
	}

	/** Hands over every frame again, those sent from here too. */
	readAgain(): void {
		for (const list of [this.#snap, this.#log]) {
			list.forEach((value) => {
				if (isFrame(value)) this.#hand(value);
			});
		}
	}

	/**
	 * Keys of the frames that a snapshot made now stands for: what was sent from here, and what was
	 * handed over up to a number, without `keep`.
	 */
	covered(upTo: number, keep: readonly string[]): ReadonlySet<string> {
		const covered = new Set<string>();
		for (const [key, number] of this.#numbers) if (number <= upTo) covered.add(key);
		for (const key of keep) covered.delete(key);
		return covered;
	}

	/** Removes these frames, and whatever is none. */
	remove(covered: ReadonlySet<string>): void {
		this.doc.transact(() => {
			for (const list of this.#lists()) {
				const values = list.toArray();
				for (let index = values.length - 1; index >= 0; index -= 1) {
					const value = values[index];
					if (!isFrame(value) || covered.has(frameKey(value))) list.delete(index);
				}
			}
		});
	}

	#lists(): readonly Y.Array<unknown>[] {
		return [this.#log, this.#snap];
	}

	#unknown(frames: readonly Frame[]): Frame[] {
		return frames.filter((frame) => {
			const key = frameKey(frame);
			const isNew = !this.#numbers.has(key);
			if (isNew) this.#numbers.set(key, 0);
			return isNew;
		});
	}

	#take(value: unknown): void {
		if (isFrame(value) && !this.#numbers.has(frameKey(value))) this.#hand(value);
	}

	#hand(frame: Frame): void {
		const key = frameKey(frame);
		const known = this.#numbers.get(key);
		const number = known ?? (this.#last += 1);
		this.#numbers.set(key, number);
		// A copy: the list keeps its own, and this one is handed on to another thread.
		this.#deliver(frame.slice(), number);
	}
}
