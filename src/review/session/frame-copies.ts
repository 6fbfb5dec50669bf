/**
 * Copies of frames that come by several links, as everybody passes on what is news to them: known by
 * their bytes before any key is tried, and no refusal. What comes again by the same link, or after a
 * while, is a recording, and is refused as such.
 */
import type { Link } from './link.ts';

/** A name is the 64 letters of a SHA-256: some megabytes at the most. */
const remembered = 10_000;
/** So long after a frame its copies still come, milliseconds. */
const copiesCome = 60_000;

interface First {
	readonly link: Link;
	readonly at: number;
}

export class FrameCopies {
	#firsts = new Map<string, First>();
	#before = new Map<string, First>();

	/** True for a copy of what came by another link just now. `now`: milliseconds, only forward. */
	has(digest: string, link: Link, now: number): boolean {
		const first = this.#firsts.get(digest) ?? this.#before.get(digest);
		return first !== undefined && first.link !== link && now - first.at <= copiesCome;
	}

	/** A frame was heard that came by this link. */
	note(digest: string, link: Link, now: number): void {
		if (this.#firsts.size >= remembered) {
			this.#before = this.#firsts;
			this.#firsts = new Map();
		}
		this.#firsts.set(digest, { link, at: now });
	}

	/** It was not taken, and is heard if it comes again. */
	forget(digest: string): void {
		this.#firsts.delete(digest);
		this.#before.delete(digest);
	}
}
