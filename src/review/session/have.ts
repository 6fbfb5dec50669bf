/**
 * What a device has, told to another so that it can send the rest: the document's state vector and
 * the hash of its delete set, how far each chain of entries goes, the member list's length, the
 * bytes of milestones that it wants, and, when all is quiet, digests of the content.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.number().check(z.int(), z.nonnegative());

/** So many files are asked for at once. */
export const mostWants = 20;

const haveSchema = z.object({
	/** Yjs state vector, base64url: at most some thousand clients. */
	vector: z.string().check(z.maxLength(400_000)),
	deletes: digest,
	heads: z.record(z.string().check(z.maxLength(80)), count),
	roster: z.object({ length: count, head: digest }),
	/** SHA-256 of the content of each shared map, where nothing is under way. */
	digests: z.optional(z.record(z.string().check(z.maxLength(80)), digest)),
	/** True where an answer is wanted: the sender has just come, or come back. */
	asks: z._default(z.boolean(), false),
	/** Random, of the sender's link; and that of the receiver, said again. */
	challenge: z.optional(z.string().check(z.maxLength(40))),
	echo: z.optional(z.string().check(z.maxLength(40))),
	/** How many records the sender keeps that others removed; all else is told as if they were gone. */
	kept: z.optional(count),
	/** SHA-256 of bytes that milestones name and that are not here. */
	wants: z.optional(z.array(digest).check(z.maxLength(mostWants))),
});

type Written = z.infer<typeof haveSchema>;

export interface Have extends Readonly<Omit<Written, 'vector'>> {
	readonly vector: Uint8Array<ArrayBuffer>;
}

export function writeHave({ vector, ...rest }: Have): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify({ ...rest, vector: toBase64Url(vector) }));
}

/** Undefined where the bytes say nothing of the kind. */
export function readHave(body: Uint8Array<ArrayBuffer>): Have | undefined {
	const parsed = haveSchema.safeParse(parseJson(body));
	const vector = parsed.success ? fromBase64Url(parsed.data.vector) : undefined;
	return parsed.success && vector && isVector(vector) ? { ...parsed.data, vector } : undefined;
}

function isVector(bytes: Uint8Array): boolean {
	try {
		Y.decodeStateVector(bytes);
		return true;
	} catch {
		return false;
	}
}

/** JSON of a body, or undefined where it is none. */
export function parseJson(body: Uint8Array<ArrayBuffer>): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
	} catch {
		// No JSON, or no UTF-8: whoever asked refuses it as malformed.
		return undefined;
	}
}
