/**
 * A fingerprint of what a document says, so that two devices can tell whether they say the same. It
 * knows nothing of who wrote what when: Yjs' state vectors can be equal where documents are not
 * (trust.md 2.3, P2).
 *
 * A map's entries are the lines `"key":value` and a line feed, both canonical JSON. They are spread
 * over 256 parts by FNV-1a of their key; each part is the SHA-256 of its lines in the order of keys;
 * the map is the SHA-256 of its parts, each `number hex` and a line feed; the whole is that of the
 * maps, each `name hex` and a line feed. What is empty is left out. So a change costs the hash of one
 * part.
 */
import type * as Y from 'yjs';
import { canonicalJson } from '../base/canonical-json.ts';
import { fnv1a } from '../base/fnv1a.ts';

export interface ContentDigest {
	/** SHA-256, hexadecimal; of nothing where the document is empty. */
	readonly whole: string;
	/** The same of each map that holds something. */
	readonly maps: ReadonlyMap<string, string>;
}

/** Hands the page back between two steps of a few milliseconds. */
export type DigestPause = () => Promise<void>;

/** Characters hashed, and keys looked at, in one step: some 4 ms. */
const textPerStep = 150_000;
const keysPerStep = 10_000;

/**
 * The digest of what the document holds when the promise resolves. What was worked out is kept for as
 * long as the document lives, so that the next call only looks at what changed.
 */
export function contentDigest(
	doc: Y.Doc,
	pause: DigestPause = () => Promise.resolve(),
): Promise<ContentDigest> {
	let digests = known.get(doc);
	if (!digests) known.set(doc, (digests = new DocumentDigest(doc)));
	return digests.digest(pause);
}

/** Keys by the map they are in. */
export type KeysByMap = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The same as if these keys held nothing: for what stands in this copy only, and is known to. What was
 * worked out is kept apart from that of the whole.
 */
export function contentDigestWithout(
	doc: Y.Doc,
	leftOut: () => KeysByMap,
	pause?: DigestPause,
): Promise<ContentDigest> {
	// Most have nothing to leave out, and need the whole of it now and then.
	if (leftOut().size === 0 && !knownWithout.has(doc)) return contentDigest(doc, pause);
	let digests = knownWithout.get(doc);
	if (!digests) knownWithout.set(doc, (digests = new DocumentDigest(doc, leftOut)));
	return digests.digest(pause);
}

const known = new WeakMap<Y.Doc, DocumentDigest>();
const knownWithout = new WeakMap<Y.Doc, DocumentDigest>();

const noKeys: KeysByMap = new Map();

class DocumentDigest {
	readonly #doc: Y.Doc;
	readonly #maps = new Map<string, MapDigest>();
	readonly #leftOut: () => KeysByMap;
	/** Counts the document's changes: a digest made across one is none. */
	#changes = 0;
	/** One at a time: two would take each other's work for done. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(doc: Y.Doc, leftOut = (): KeysByMap => noKeys) {
		this.#doc = doc;
		this.#leftOut = leftOut;
		doc.on('afterTransaction', ({ changed }) => {
			if (changed.size > 0) this.#changes++;
		});
	}

	digest(pause: DigestPause = () => Promise.resolve()): Promise<ContentDigest> {
		const digest = this.#last.then(() => this.#work(pause));
		this.#last = digest.catch(() => undefined);
		return digest;
	}

	async #work(pause: DigestPause): Promise<ContentDigest> {
		for (;;) {
			const changes = this.#changes;
			const leftOut = this.#leftOut();
			const maps = new Map<string, string>();
			for (const name of [...this.#doc.share.keys()].sort()) {
				const map = this.#map(name);
				map.leaveOut(leftOut.get(name) ?? noKey);
				const digest = await map.digest(pause);
				if (digest !== undefined) maps.set(name, digest);
			}
			const whole = await sha256([...maps].map(([name, hex]) => `${name} ${hex}\n`).join(''));
			const isCurrent = changes === this.#changes && leftOut === this.#leftOut();
			if (isCurrent) return { whole, maps };
		}
	}

	#map(name: string): MapDigest {
		let map = this.#maps.get(name);
		if (!map) this.#maps.set(name, (map = new MapDigest(this.#doc.getMap(name))));
		return map;
	}
}

const noKey: ReadonlySet<string> = new Set();

class MapDigest {
	readonly #map: Y.Map<unknown>;
	#leftOut = noKey;
	/** The keys of each part, once all were looked at. */
	readonly #parts = new Map<number, Set<string>>();
	readonly #digests = new Map<number, string>();
	readonly #stale = new Set<number>();
	#looked = false;
	#digest: string | undefined;

	constructor(map: Y.Map<unknown>) {
		this.#map = map;
		map.observe((event) => {
			for (const key of event.keysChanged as Set<string>) this.#note(key);
		});
	}

	/** From now on as if these keys held nothing. */
	leaveOut(keys: ReadonlySet<string>): void {
		if (keys === this.#leftOut) return;
		for (const key of [...keys, ...this.#leftOut]) this.#note(key);
		this.#leftOut = keys;
	}

	/** Undefined where the map is empty. */
	async digest(pause: DigestPause): Promise<string | undefined> {
		if (!this.#looked) await this.#look(pause);
		if (this.#stale.size === 0) return this.#digest;
		let text = 0;
		for (const part of [...this.#stale].sort((a, b) => a - b)) {
			this.#stale.delete(part);
			const lines = this.#lines(part);
			text += lines.length;
			if (lines === '') this.#digests.delete(part);
			else this.#digests.set(part, await sha256(lines));
			if (text >= textPerStep) {
				text = 0;
				await pause();
			}
		}
		const parts = [...this.#digests].sort(([a], [b]) => a - b);
		const digest = parts.map(([part, hex]) => `${part} ${hex}\n`).join('');
		this.#digest = digest === '' ? undefined : await sha256(digest);
		return this.#digest;
	}

	async #look(pause: DigestPause): Promise<void> {
		let looked = 0;
		for (const key of this.#map.keys()) {
			this.#note(key);
			if (++looked % keysPerStep === 0) await pause();
		}
		this.#looked = true;
	}

	#note(key: string): void {
		const part = partOf(key);
		const keys = this.#parts.get(part);
		if (!this.#map.has(key)) keys?.delete(key);
		else if (keys) keys.add(key);
		else this.#parts.set(part, new Set([key]));
		this.#stale.add(part);
	}

	#lines(part: number): string {
		const all = [...(this.#parts.get(part) ?? [])];
		const keys = all.filter((key) => !this.#leftOut.has(key)).sort();
		return keys.map((key) => `${asSentText(key)}:${asSentText(this.#map.get(key))}\n`).join('');
	}
}

/** FNV-1a of 32 bits over UTF-16 units, folded to 8. */
function partOf(key: string): number {
	const hash = fnv1a(wellFormed(key));
	return ((hash >>> 24) ^ (hash >>> 16) ^ (hash >>> 8) ^ hash) & 0xff;
}

/** Canonical JSON of a value as it is for those who get it: UTF-8 has no half surrogate pairs. */
export function asSentText(value: unknown): string {
	if (value === undefined) return '';
	try {
		const text = canonicalJson(value);
		return text.includes('\\ud') ? canonicalJson(asSent(value)) : text;
	} catch {
		// A number that JSON cannot say.
		return canonicalJson(asSent(value));
	}
}

function asSent(value: unknown): unknown {
	if (typeof value === 'string') return wellFormed(value);
	if (Array.isArray(value)) return value.map(asSent);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([key, part]) => [wellFormed(key), asSent(part)]),
		);
	}
	return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** SHA-256 of a text as UTF-8, in hex. */
export async function sha256(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
