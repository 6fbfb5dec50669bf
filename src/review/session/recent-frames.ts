/** Frames that came already, by their nonce: a second one is a copy that somebody passes on. */

/** A nonce is 16 letters, so this is well under a megabyte. */
const remembered = 20_000;

export class RecentFrames {
	#ids = new Set<string>();
	#before = new Set<string>();

	/** False where the frame was noted before. */
	note(id: string): boolean {
		if (this.#ids.has(id) || this.#before.has(id)) return false;
		if (this.#ids.size >= remembered) {
			this.#before = this.#ids;
			this.#ids = new Set();
		}
		this.#ids.add(id);
		return true;
	}
}
