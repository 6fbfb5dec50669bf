/** Entries on their way: as many as fit into a frame, as one JSON list. */
import * as z from 'zod/mini';
import { canonicalJson } from '../../base/canonical-json.ts';
import { bodySchema, entrySchema, type ReviewEntry } from '../../model/review/entry.ts';
import { parseJson } from './have.ts';

const listSchema = z.array(z.unknown()).check(z.maxLength(5_000));
const anyBodySchema = z.object({ body: z.object({ kind: z.string() }) });
const knownKinds: ReadonlySet<string> = new Set(
	bodySchema._zod.def.options.flatMap(({ shape }) => shape.kind._zod.def.values),
);

/** Characters of JSON a frame holds at most: far below what a frame may have. */
const greatestText = 1_000_000;

/** The entries in bodies of frames, in their order. */
export function* entryBodies(entries: readonly ReviewEntry[]): Generator<Uint8Array<ArrayBuffer>> {
	let texts: string[] = [];
	let length = 0;
	for (const entry of entries) {
		const text = JSON.stringify(entry);
		if (texts.length > 0 && length + text.length > greatestText) {
			yield bodyOf(texts);
			[texts, length] = [[], 0];
		}
		texts.push(text);
		length += text.length + 1;
	}
	if (texts.length > 0) yield bodyOf(texts);
}

export interface ReadEntries {
	readonly entries: readonly ReviewEntry[];
	/** How many say what only a newer version understands: they cannot be checked here. */
	readonly newer: number;
}

/** Undefined where the bytes are no list of entries. */
export function readEntries(body: Uint8Array<ArrayBuffer>): ReadEntries | undefined {
	const list = listSchema.safeParse(parseJson(body));
	if (!list.success) return undefined;
	const entries: ReviewEntry[] = [];
	for (const item of list.data) {
		const parsed = entrySchema.safeParse(item);
		if (!parsed.success && !isOfNewerKind(item)) return undefined;
		// What was left out in reading was signed as well.
		if (parsed.success && canonicalJson(parsed.data) === canonicalJson(item)) {
			entries.push(parsed.data);
		}
	}
	return { entries, newer: list.data.length - entries.length };
}

function isOfNewerKind(item: unknown): boolean {
	const parsed = anyBodySchema.safeParse(item);
	return parsed.success && !knownKinds.has(parsed.data.body.kind);
}

function bodyOf(texts: readonly string[]): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`[${texts.join(',')}]`);
}
