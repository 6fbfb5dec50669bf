/**
 * Bytes that are too many for a frame, on their way in parts:
 *
 *     SHA-256 of the whole, 64 hexadecimal letters | part 2 | of 2 (big endian) | bytes
 *
 * Every part but the last has a whole megabyte. Those that come are put together apart for each
 * sender, so that nobody spoils what another sends.
 */
import type { DeviceId } from '../../model/review/member.ts';
import { sha256 } from '../keys/hash.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface FilePart {
	/** SHA-256 of the whole, hexadecimal. */
	readonly digest: string;
	/** From 0 on. */
	readonly part: number;
	readonly of: number;
	readonly bytes: Bytes;
}

const partSize = 2 ** 20;
const mostParts = 64;
const digestLength = 64;
const headLength = digestLength + 4;
/** What is larger stays where it is. */
export const greatestFile = partSize * mostParts;

/** The bodies of the frames in which bytes travel; `digest`: their SHA-256. */
export function* partsOf(digest: string, bytes: Bytes): Generator<Bytes> {
	const of = Math.ceil(bytes.length / partSize);
	for (let part = 0; part < of; part += 1) {
		const piece = bytes.subarray(part * partSize, (part + 1) * partSize);
		const body = new Uint8Array(headLength + piece.length);
		body.set(new TextEncoder().encode(digest));
		const view = new DataView(body.buffer);
		view.setUint16(digestLength, part);
		view.setUint16(digestLength + 2, of);
		body.set(piece, headLength);
		yield body;
	}
}

/** Undefined where the body is no part of anything. */
export function readPart(body: Bytes): FilePart | undefined {
	if (body.length <= headLength || body.length > headLength + partSize) return undefined;
	const digest = new TextDecoder().decode(body.subarray(0, digestLength));
	const view = new DataView(body.buffer, body.byteOffset);
	const [part, of] = [view.getUint16(digestLength), view.getUint16(digestLength + 2)];
	const bytes = body.slice(headLength);
	const isWhole = part < of && of <= mostParts && (part === of - 1 || bytes.length === partSize);
	return isWhole && /^[0-9a-f]{64}$/.test(digest) ? { digest, part, of, bytes } : undefined;
}

interface UnderWay {
	readonly digest: string;
	readonly of: number;
	readonly parts: Map<number, Bytes>;
	/** When its last part came. */
	at: number;
}

/** Files under way at once, and how long one may be without a part when another needs its place. */
const mostFiles = 4;
const patience = 60_000;

export type Gathered =
	| { readonly kind: 'more' }
	/** Too many are under way. */
	| { readonly kind: 'full' }
	/** It is not the length it was. */
	| { readonly kind: 'malformed' }
	/** All parts are here, and are what the digest names. */
	| { readonly kind: 'whole'; readonly bytes: Bytes }
	/** All parts are here, and are something else. */
	| { readonly kind: 'forged' };

export class FileParts {
	readonly #underWay = new Map<string, UnderWay>();

	/** Takes a part. `now`: milliseconds of a clock that only goes forward. */
	async take(
		from: DeviceId,
		{ digest, part, of, bytes }: FilePart,
		now: number,
	): Promise<Gathered> {
		const key = `${from} ${digest}`;
		if (!this.#underWay.has(key)) {
			if (!this.#makeRoom(now)) return { kind: 'full' };
			this.#underWay.set(key, { digest, of, parts: new Map(), at: now });
		}
		const file = this.#underWay.get(key);
		if (file?.of !== of) return { kind: 'malformed' };
		file.parts.set(part, bytes);
		file.at = now;
		if (file.parts.size < of) return { kind: 'more' };
		this.#underWay.delete(key);
		const whole = joinedInOrder(file.parts);
		return (await sha256(whole)) === digest ? { kind: 'whole', bytes: whole } : { kind: 'forged' };
	}

	/** When the last part of a file came, from whomever; undefined where none did. */
	lastAt(digest: string): number | undefined {
		const times = [...this.#underWay.values()].filter((file) => file.digest === digest);
		return times.length > 0 ? Math.max(...times.map(({ at }) => at)) : undefined;
	}

	/** It is here now, or not wanted any more. */
	drop(digest: string): void {
		for (const [key, file] of [...this.#underWay]) {
			if (file.digest === digest) this.#underWay.delete(key);
		}
	}

	#makeRoom(now: number): boolean {
		if (this.#underWay.size < mostFiles) return true;
		const [oldest] = [...this.#underWay].sort(([, a], [, b]) => a.at - b.at);
		if (!oldest || now - oldest[1].at < patience) return false;
		return this.#underWay.delete(oldest[0]);
	}
}

function joinedInOrder(parts: ReadonlyMap<number, Bytes>): Bytes {
	const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
	const whole = new Uint8Array(inOrder.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const bytes of inOrder) {
		whole.set(bytes, at);
		at += bytes.length;
	}
	return whole;
}
