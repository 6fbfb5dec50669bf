/**
 * What people write beside the workbook: threads, suggestions, sign-offs, notes. Each device keeps
 * one chain of signed entries per channel, which nobody else can add to and in which nothing can be
 * changed, left out or put in later without its showing.
 */
import * as z from 'zod/mini';
import { channelSchema, deviceIdSchema, type Channel, type DeviceId } from './member.ts';
import { subjectSchema } from './subject.ts';

/** `<device>.<channel>.<seq>`: names one entry for ever, as a chain has one entry a place. */
export type EntryId = string;

const longestText = 20_000;
const prose = z.string().check(z.maxLength(longestText));
const said = prose.check(z.minLength(1));
const name = z.string().check(z.minLength(1), z.maxLength(200));
const entryRef = z.string().check(z.regex(/^[\w-]{43}\.(review|team)\.[1-9]\d{0,8}$/));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const mentions = z._default(z.array(deviceIdSchema).check(z.maxLength(50)), []);

/** A value of a cell: text, or the members of a set. */
export const cellValueSchema = z.union([
	z.string().check(z.maxLength(100_000)),
	z.readonly(z.array(z.string().check(z.maxLength(1_000))).check(z.maxLength(2_000))),
]);
export type CellValue = Readonly<z.infer<typeof cellValueSchema>>;

export const signAsSchema = z.enum(['preparer', 'reviewer', 'approver']);
export type SignAs = z.infer<typeof signAsSchema>;

export const bodySchema = z.discriminatedUnion('kind', [
	/** Begins a thread on a subject. */
	z.object({
		kind: z.literal('thread'),
		subject: subjectSchema,
		text: said,
		mentions,
		assigned: z.optional(deviceIdSchema),
	}),
	z.object({ kind: z.literal('reply'), thread: entryRef, text: said, mentions }),
	z.object({ kind: z.literal('resolve'), thread: entryRef }),
	z.object({ kind: z.literal('reopen'), thread: entryRef }),
	/** Without `to`: to nobody. */
	z.object({ kind: z.literal('assign'), thread: entryRef, to: z.optional(deviceIdSchema) }),
	/** New words for one's own thread, reply or suggestion; the old ones stay in the chain. */
	z.object({ kind: z.literal('reword'), entry: entryRef, text: said, mentions }),
	/** Takes back one's own thread, reply, suggestion or sign-off; it stays readable in the chain. */
	z.object({ kind: z.literal('withdraw'), entry: entryRef, reason: z._default(prose, '') }),
	/** A value proposed for a cell, beside the one that stood there. */
	z.object({
		kind: z.literal('suggest'),
		subject: z.object({ kind: z.literal('cell'), record: name, field: name }),
		present: cellValueSchema,
		proposed: cellValueSchema,
		note: z._default(prose, ''),
	}),
	/** An editor's answer to a suggestion; accepting goes with a command that sets the value. */
	z.object({
		kind: z.literal('decide'),
		suggestion: entryRef,
		outcome: z.enum(['accepted', 'refused']),
		note: z._default(prose, ''),
	}),
	/** Signs exactly the content that `content` is the SHA-256 of (signed-content.ts). */
	z.object({
		kind: z.literal('sign'),
		subject: subjectSchema,
		as: signAsSchema,
		content: digest,
		/** The content itself, canonical JSON, where it is small enough to be kept with the signature. */
		shown: z.optional(z.string().check(z.maxLength(60_000))),
		note: z._default(prose, ''),
	}),
	/** What the team keeps to itself about a subject; the latest stands. In the team's channel only. */
	z.object({ kind: z.literal('note'), subject: subjectSchema, text: prose }),
	/** A subject was looked at as it was then, in a walk through an agenda. */
	z.object({
		kind: z.literal('look'),
		subject: subjectSchema,
		content: digest,
		outcome: z.enum(['fine', 'question']),
	}),
	/** A state of the workbook that somebody named; the snapshot's bytes are kept beside. */
	z.object({
		kind: z.literal('milestone'),
		name,
		note: z._default(prose, ''),
		/** SHA-256 of the snapshot (a Yjs update, format 1), and how many bytes it has. */
		snapshot: digest,
		bytes: z.number().check(z.int(), z.nonnegative()),
		/** Digest of the workbook's content (workbook/content-digest.ts). */
		content: digest,
		controls: z.number().check(z.int(), z.nonnegative()),
	}),
	/** What the author is called from now on: nobody names anybody else. */
	z.object({
		kind: z.literal('profile'),
		name: z.string().check(z.minLength(1), z.maxLength(80)),
	}),
	/** Binds entries of the activity list to the chain: id and SHA-256 of each one's canonical JSON. */
	z.object({
		kind: z.literal('deeds'),
		items: z.array(z.tuple([name, digest])).check(z.minLength(1), z.maxLength(500)),
	}),
]);

export type EntryBody = Readonly<z.infer<typeof bodySchema>>;
export type BodyOf<Kind extends EntryBody['kind']> = Extract<EntryBody, { readonly kind: Kind }>;

export const entrySchema = z.object({
	author: deviceIdSchema,
	channel: channelSchema,
	/** From 1, without gaps. */
	seq: z.number().check(z.int(), z.gte(1), z.lte(999_999_999)),
	/** SHA-256 of the author's entry before, in this channel; '' for the first. */
	previous: z.union([digest, z.literal('')]),
	/** Lamport clock: one more than the greatest its author had seen in any entry. */
	clock: z.number().check(z.int(), z.gte(1), z.lte(Number.MAX_SAFE_INTEGER)),
	/** The author's clock, ISO 8601. Never decides anything. */
	at: z.string().check(z.maxLength(40)),
	/** What the author was called. */
	name: z.string().check(z.maxLength(80)),
	body: bodySchema,
	/** Ed25519 over the entry without this (review/entry-signature.ts), base64url. */
	signature: z.string().check(z.regex(/^[\w-]{86}$/)),
});

export type ReviewEntry = Readonly<Omit<z.infer<typeof entrySchema>, 'body'>> & {
	readonly body: EntryBody;
};
export type UnsignedEntry = Omit<ReviewEntry, 'signature'>;

/** An entry with a body of one kind. */
export type EntryOf<Kind extends EntryBody['kind']> = ReviewEntry & { readonly body: BodyOf<Kind> };

export function entryId({ author, channel, seq }: EntryPlace): EntryId {
	return `${author}.${channel}.${seq}`;
}

interface EntryPlace {
	readonly author: DeviceId;
	readonly channel: Channel;
	readonly seq: number;
}

/** The same order on every device: by Lamport clock, then author, channel and place. */
export function byClock(a: ReviewEntry, b: ReviewEntry): number {
	if (a.clock !== b.clock) return a.clock - b.clock;
	if (a.author !== b.author) return a.author < b.author ? -1 : 1;
	if (a.channel !== b.channel) return a.channel < b.channel ? -1 : 1;
	return a.seq - b.seq;
}
