/**
 * Reads the numbers and texts of a Yjs update (format 1) from bytes of somebody else, as lib0 would
 * (`lib0/decoding`), but never past their end and without making anything of them.
 */

/** Thrown while reading and caught in `check-update`: why these bytes are not taken. */
export class Unreadable extends Error {
	readonly kind: 'malformed' | 'oversized' | 'unsafe';

	constructor(kind: Unreadable['kind'], text: string) {
		super(text);
		this.kind = kind;
	}
}

export class WireBytes {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get at(): number {
		return this.#at;
	}

	get left(): number {
		return this.#bytes.length - this.#at;
	}

	byte(): number {
		const byte = this.#bytes[this.#at];
		if (byte === undefined) throw endsTooSoon();
		this.#at++;
		return byte;
	}

	/** An unsigned number of seven bits a byte, lowest first; at most 2^53 - 1. */
	uint(): number {
		let value = 0;
		let factor = 1;
		for (;;) {
			const byte = this.byte();
			value += (byte & 0x7f) * factor;
			if (!Number.isSafeInteger(value)) throw new Unreadable('malformed', 'A number is too large.');
			if (byte < 0x80) return value;
			factor *= 128;
			if (factor > 2 ** 56) throw new Unreadable('malformed', 'A number is too long.');
		}
	}

	/** A number with a sign: bit 7 of the first byte says more, bit 6 minus. Its value is not needed. */
	skipInt(): void {
		let byte = this.byte();
		for (let length = 1; byte >= 0x80; length++) {
			if (length > 8) throw new Unreadable('malformed', 'A number is too long.');
			byte = this.byte();
		}
	}

	skip(count: number): void {
		if (count > this.left) throw endsTooSoon();
		this.#at += count;
	}

	/** Passes over a text and gives its length in bytes. */
	skipText(): number {
		const length = this.uint();
		const from = this.#at;
		this.skip(length);
		if (!isUtf8(this.#bytes, from, this.#at)) throw notUtf8();
		return length;
	}

	/** Whether the text that follows is this one, of ASCII; reads nothing. */
	nextTextIs(text: string): boolean {
		if (this.#bytes[this.#at] !== text.length) return false;
		for (let place = 0; place < text.length; place++) {
			if (this.#bytes[this.#at + 1 + place] !== text.charCodeAt(place)) return false;
		}
		return true;
	}

	text(greatest: number): string {
		const length = this.uint();
		if (length > greatest) throw new Unreadable('oversized', 'A key is longer than any can be.');
		const from = this.#at;
		this.skip(length);
		try {
			return decoder.decode(this.#bytes.subarray(from, this.#at));
		} catch {
			throw notUtf8();
		}
	}

	/** A number of IEEE 754 with `size` bytes, big endian. */
	float(size: 4 | 8): number {
		const from = this.#bytes.byteOffset + this.#at;
		this.skip(size);
		const view = new DataView(this.#bytes.buffer, from, size);
		return size === 4 ? view.getFloat32(0) : view.getFloat64(0);
	}
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Most texts are ASCII, which needs no decoding to be known as UTF-8. */
function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		if ((bytes[at] ?? 0) < 0x80) continue;
		try {
			decoder.decode(bytes.subarray(at, to));
			return true;
		} catch {
			return false;
		}
	}
	return true;
}

function endsTooSoon(): Unreadable {
	return new Unreadable('malformed', 'It ends too soon.');
}

function notUtf8(): Unreadable {
	return new Unreadable('malformed', 'A text in it is not UTF-8.');
}
