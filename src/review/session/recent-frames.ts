/** Frames that came already, by their nonce: a second one is a copy that somebody passes on. */

/** A nonce is 16 letters, so this is well under a megabyte. */
const remembered = 20_000;

export class RecentFrames {
	#ids = new Set<string>();
	#before = new Set<string>();

	has(id: string): boolean {
		return this.#ids.has(id) || this.#before.has(id);
	}

	note(id: string): void {
		if (this.#ids.size >= remembered) {
			this.#before = this.#ids;
			this.#ids = new Set();
		}
		this.#ids.add(id);
	}

	/** It was not taken and may come again. */
	forget(id: string): void {
		this.#ids.delete(id);
		this.#before.delete(id);
	}
}
