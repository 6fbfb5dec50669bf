/**
 * How two devices that only reach each other through others make a link of their own: an offer to
 * one page, and its answer. Both travel as sealed frames that the others pass on; the descriptions are
 * those that invitations carry (carriers/rtc/packed-description.ts). They name the certificates of both
 * browsers, so that whoever passes them on can open no link in another's place.
 */
import * as z from 'zod/mini';
import { fromBase64Url, toBase64Url } from '../../base/base64url.ts';
import { reachSchema } from '../../model/review/presence.ts';
import { parseJson } from './have.ts';

/** A description has some hundred bytes; this is the most there can be, with room. */
export const greatestSignal = 1_000;

const signalSchema = z.object({
	/** The page it is for, as that page's presence says it. */
	to: reachSchema,
	/** The page it is from. */
	from: reachSchema,
	/** Of an offer: counts those of its page. Of an answer: the offer it answers. */
	offer: z.number().check(z.int(), z.positive(), z.lte(Number.MAX_SAFE_INTEGER)),
	kind: z.enum(['offer', 'answer']),
	/** The packed description, base64url. */
	packed: z.string().check(z.minLength(1), z.maxLength(600)),
});

export interface Signal extends Readonly<Omit<z.infer<typeof signalSchema>, 'packed'>> {
	readonly packed: Uint8Array<ArrayBuffer>;
}

export function writeSignal({ packed, ...rest }: Signal): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify({ ...rest, packed: toBase64Url(packed) }));
}

/** Undefined where the bytes say nothing of the kind. */
export function readSignal(body: Uint8Array<ArrayBuffer>): Signal | undefined {
	if (body.length > greatestSignal) return undefined;
	const parsed = signalSchema.safeParse(parseJson(body));
	const packed = parsed.success ? fromBase64Url(parsed.data.packed) : undefined;
	return parsed.success && packed ? { ...parsed.data, packed } : undefined;
}

/** A new page's place for offers: 16 random bytes, base64url. */
export function newReach(): string {
	return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}
