/** Entries on their way: as many as fit into a frame, as one JSON list. */
import * as z from 'zod/mini';
import { entrySchema, type ReviewEntry } from '../../model/review/entry.ts';
import { parseJson } from './have.ts';

const entriesSchema = z.array(entrySchema).check(z.maxLength(5_000));

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

/** Undefined where the bytes are no list of entries. */
export function readEntries(body: Uint8Array<ArrayBuffer>): readonly ReviewEntry[] | undefined {
	const parsed = entriesSchema.safeParse(parseJson(body));
	return parsed.success ? parsed.data : undefined;
}

function bodyOf(texts: readonly string[]): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`[${texts.join(',')}]`);
}
