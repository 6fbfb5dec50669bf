/**
 * The digest of what the records of one part of a workbook say. They lie on 256 shelves by FNV-1a of
 * their id. A shelf is the SHA-256 of its records' lines in the order of ids (canonical JSON of id and
 * what it says, and a line feed); the part is that of its shelves, each `number hex` and a line feed.
 * What says nothing is left out. So a change costs the hash of one shelf.
 */
import { fnv1a } from '../base/fnv1a.ts';
import { asSentText, sha256, type DigestPause } from './content-digest.ts';

interface Recorded {
	readonly id: string;
}

interface Shelf {
	readonly records: readonly Recorded[];
	/** '' where none of them says anything. */
	readonly digest: string;
	readonly marks: readonly string[];
}

/** Characters that are put together and hashed in one step: some 4 ms. */
const textPerStep = 75_000;

export class SaidPart<Item extends Recorded> {
	readonly name: string;
	readonly #all: () => readonly Item[];
	readonly #said: (item: Item) => object | undefined;
	/** What was looked at; a table gives the same list until something changes. */
	#seen: readonly Item[] | undefined;
	#shelves: ReadonlyMap<number, Shelf> = new Map();
	#digest = '';

	/** `said`: what a record says, as plain data; undefined where it says nothing. */
	constructor(name: string, all: () => readonly Item[], said: (item: Item) => object | undefined) {
		this.name = name;
		this.#all = all;
		this.#said = said;
	}

	/** SHA-256; '' where nothing is said. */
	get digest(): string {
		return this.#digest;
	}

	/** Four characters for what each record says, sorted. */
	get marks(): readonly string[] {
		return [...this.#shelves.values()].flatMap(({ marks }) => marks).sort();
	}

	/** False where something changed since it was worked out. */
	get isCurrent(): boolean {
		return this.#seen === this.#all();
	}

	/** What records say depends on more than themselves, and that has changed. */
	forget(): void {
		this.#seen = undefined;
		this.#shelves = new Map();
	}

	async work(pause: DigestPause): Promise<void> {
		const all = this.#all();
		if (all === this.#seen) return;
		const shelves = new Map<number, Shelf>();
		let text = 0;
		for (const [number, records] of onShelves(all)) {
			const known = this.#shelves.get(number);
			const isKnown = known !== undefined && isSame(known.records, records);
			const lines = isKnown ? [] : this.#lines(records);
			shelves.set(number, isKnown ? known : await shelved(records, lines));
			text += lines.reduce((sum, { length }) => sum + length, 0);
			if (text < textPerStep) continue;
			text = 0;
			await pause();
		}
		const filled = [...shelves].filter(([, { digest }]) => digest !== '');
		const sorted = filled.sort(([a], [b]) => a - b);
		const digests = sorted.map(([number, { digest }]) => `${number} ${digest}\n`).join('');
		this.#digest = digests === '' ? '' : await sha256(digests);
		this.#shelves = shelves;
		this.#seen = all;
	}

	#lines(records: readonly Item[]): readonly string[] {
		return records.flatMap((record) => {
			const said = this.#said(record);
			return said ? [`${asSentText([record.id, said])}\n`] : [];
		});
	}
}

/** In the order of their ids. */
function onShelves<Item extends Recorded>(all: readonly Item[]): ReadonlyMap<number, Item[]> {
	const shelves = new Map<number, Item[]>();
	for (const record of all) {
		const number = fnv1a(record.id) & 0xff;
		const shelf = shelves.get(number);
		if (shelf) shelf.push(record);
		else shelves.set(number, [record]);
	}
	for (const shelf of shelves.values()) shelf.sort((a, b) => (a.id < b.id ? -1 : 1));
	return shelves;
}

async function shelved(records: readonly Recorded[], lines: readonly string[]): Promise<Shelf> {
	const digest = lines.length === 0 ? '' : await sha256(lines.join(''));
	return { records, digest, marks: lines.map(markOf) };
}

/** Records keep their identity until they change. */
function isSame(a: readonly Recorded[], b: readonly Recorded[]): boolean {
	return a.length === b.length && a.every((record, place) => record === b[place]);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 24 bits of FNV-1a as four letters of base64url. */
function markOf(line: string): string {
	const bits = fnv1a(line);
	const folded = (bits ^ (bits >>> 24)) & 0xffffff;
	return [18, 12, 6, 0].map((shift) => letters.charAt((folded >>> shift) & 63)).join('');
}
