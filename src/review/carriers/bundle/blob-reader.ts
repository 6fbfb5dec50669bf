/** Reads a file from its start in small portions without taking all of it into memory. */

const windowBytes = 4 * 2 ** 20;

export class BlobReader {
	readonly #blob: Blob;
	/** Where the next portion begins. */
	#at: number;
	#window = new Uint8Array();
	#windowAt = 0;

	constructor(blob: Blob, at = 0) {
		this.#blob = blob;
		this.#at = at;
	}

	/** The next `count` bytes, fewer at the end of the file. Rejects where the file is gone. */
	async take(count: number): Promise<Uint8Array<ArrayBuffer>> {
		const offset = this.#at - this.#windowAt;
		if (offset + count > this.#window.length || offset < 0) await this.#load(count);
		const start = this.#at - this.#windowAt;
		const bytes = this.#window.slice(start, start + count);
		this.#at += bytes.length;
		return bytes;
	}

	async #load(count: number): Promise<void> {
		const part = this.#blob.slice(this.#at, this.#at + Math.max(count, windowBytes));
		this.#window = new Uint8Array(await part.arrayBuffer());
		this.#windowAt = this.#at;
	}
}
