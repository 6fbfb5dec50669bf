/**
 * A session description in some 100 bytes, so that it fits into a code that people copy or scan:
 *
 *     version and type 1 | fragment | password | fingerprint 32 | candidates 1 | candidate …
 *
 * version and type: 16 for an offer, 17 for an answer. fragment and password: a byte with their form
 * (the two high bits) and their length in letters, then the letters: form 0 one byte each, form 1 six
 * bits each (Chromium), form 2 hexadecimal digits, four bits each (Firefox). A candidate: a byte
 * with its type (host, srflx, relay; two bits) and the kind of its address (mDNS, IPv4, IPv6; two
 * bits), the address, the port in 2 bytes, big endian. Nothing may follow.
 */
import { fromBase64Url, toBase64Url } from '../../../base/base64url.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import type { PortProblem } from '../../../workbook/ports.ts';
import { addressForms, hexBytes, hexText } from './candidate-address.ts';
import type { Description } from './peer-connection.ts';
import {
	candidateTypes,
	mostCandidates,
	readDescription,
	writeDescription,
	type Candidate,
	type SessionDescription,
} from './session-description.ts';

const firstByte = { offer: 16, answer: 17 } as const;
const mostLetters = 63;

/** What a code says wrongly, and what to do now. */
export const codeProblems = {
	damaged: 'This code is damaged: a part of it is missing or changed. Copy it once more, whole.',
	newer:
		'This code comes from another version of the program. Update both browsers, then begin again.',
	answer: 'This is an answer. Give it to the browser that made the invitation.',
	offer: 'This is an invitation. What belongs here is the answer that the other browser shows.',
	noAddress:
		'This computer offers no network address, so nobody could reach it. Connect to a network and try again, or share by file instead.',
	unknown:
		'This browser describes its connection in a way this program does not know. Try another browser, or share by file instead.',
} as const;

/** Packs the browser's own description, with all addresses gathered. */
export function packDescription(
	description: Description,
): Result<Uint8Array<ArrayBuffer>, PortProblem> {
	const session = readDescription(description);
	const letters = session && [lettersBytes(session.fragment), lettersBytes(session.password)];
	const [fragment, password] = letters ?? [];
	if (!session || !fragment || !password) return refused({ text: codeProblems.unknown });
	if (session.candidates.length === 0) return refused({ text: codeProblems.noAddress });
	return ok(
		Uint8Array.from([
			firstByte[session.type],
			...fragment,
			...password,
			...session.fingerprint,
			session.candidates.length,
			...session.candidates.flatMap(candidateBytes),
		]),
	);
}

/** The other browser's description, of the wanted type; any bytes may be given. */
export function unpackDescription(
	packed: Uint8Array,
	wanted: Description['type'],
): Result<Description, PortProblem> {
	const type = packed[0] === firstByte.offer ? 'offer' : 'answer';
	if (packed[0] === undefined) return refused({ text: codeProblems.damaged });
	if (packed[0] !== firstByte[type]) return refused({ text: codeProblems.newer });
	if (type !== wanted) return refused({ text: codeProblems[type] });
	const session = new Unpacking(packed.subarray(1)).session(type);
	return session ? ok(writeDescription(session)) : refused({ text: codeProblems.damaged });
}

/** The shortest of the three forms, behind its head; undefined for what RFC 8839 does not allow. */
function lettersBytes(text: string): readonly number[] | undefined {
	if (!isLetters(text)) return undefined;
	if (/^([0-9a-f]{2})+$/.test(text)) return [0x80 | text.length, ...hexBytes(text)];
	const six = text.length % 4 === 0 ? fromBase64Url(swapped(text, '+/', '-_')) : undefined;
	if (six) return [0x40 | text.length, ...six];
	return [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];
}

function isLetters(text: string): boolean {
	return /^[A-Za-z0-9+/]+$/.test(text) && text.length <= mostLetters;
}

function swapped(text: string, from: string, to: string): string {
	return text.replace(/[+/_-]/g, (letter) => to.charAt(from.indexOf(letter)));
}

function candidateBytes({ type, address, port }: Candidate): readonly number[] {
	const form = addressForms.findIndex(({ kind }) => kind === address.kind);
	return [(candidateTypes.indexOf(type) << 2) | form, ...address.bytes, port >> 8, port & 255];
}

/** Reads from the front; everything is undefined once too little is left. */
class Unpacking {
	#rest: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.#rest = bytes;
	}

	session(type: Description['type']): SessionDescription | undefined {
		const [fragment, password] = [this.#letters(), this.#letters()];
		const fingerprint = this.#take(32);
		const count = this.#take(1)?.[0] ?? 0;
		if (!fragment || !password || !fingerprint || count > mostCandidates) return undefined;
		const candidates = Array.from({ length: count }, () => this.#candidate());
		const known = candidates.filter((candidate) => candidate !== undefined);
		const isWhole = known.length === count && count > 0 && this.#rest.length === 0;
		return isWhole ? { type, fragment, password, fingerprint, candidates: known } : undefined;
	}

	#letters(): string | undefined {
		const head = this.#take(1)?.[0] ?? 0;
		const [form, length] = [head >> 6, head & mostLetters];
		const bytes = this.#take(Math.ceil(length * ([1, 0.75, 0.5][form] ?? Infinity)));
		if (!bytes) return undefined;
		const text = [
			() => String.fromCharCode(...bytes),
			() => swapped(toBase64Url(bytes), '-_', '+/'),
			() => hexText(bytes),
		][form]?.();
		return text?.length === length && isLetters(text) ? text : undefined;
	}

	#candidate(): Candidate | undefined {
		const head = this.#take(1)?.[0] ?? 255;
		const [type, form] = [candidateTypes[head >> 2], addressForms[head & 3]];
		const bytes = form && this.#take(form.size);
		const port = this.#take(2);
		if (!type || !bytes || !port) return undefined;
		const [high = 0, low = 0] = port;
		return { type, address: { kind: form.kind, bytes }, port: (high << 8) | low };
	}

	#take(count: number): Uint8Array<ArrayBuffer> | undefined {
		if (count > this.#rest.length) return undefined;
		const taken = this.#rest.slice(0, count);
		this.#rest = this.#rest.subarray(count);
		return taken;
	}
}
