/** Honest logs in any order give one state; whatever the hostile write changes nothing of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	byClock,
	entryId,
	type EntryBody,
	type ReviewEntry,
} from '../../../src/model/review/entry.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import type { DeviceId } from '../../../src/model/review/member.ts';
import type { ReviewState } from '../../../src/model/review/review-state.ts';
import { ALog, ana, aRoster, ben, cleo, dan, deviceOf } from './a-log.ts';

const roster = aRoster();
const stranger = deviceOf('eve');
const subject = { kind: 'cell', record: 'control:a', field: 'owner' } as const;
const digest = 'a'.repeat(64);

const deed = fc.record({
	author: fc.constantFrom(ana, ben, cleo),
	kind: fc.constantFrom(
		...['thread', 'reply', 'resolve', 'reopen', 'assign', 'reword', 'withdraw'],
		...['suggest', 'decide', 'sign', 'look'],
	),
	pick: fc.nat(),
	/** Two devices write at once: the clock does not move on. */
	isAtOnce: fc.boolean(),
});

/** A log in which everybody writes what they may, about what they have seen. */
const logs = fc.array(deed, { maxLength: 40 }).map((deeds) => {
	const log = new ALog();
	for (const { author, kind, pick, isAtOnce } of deeds) {
		const body = bodyOf(log, author, kind, pick);
		if (!body) continue;
		const last = log.entries.at(-1);
		const refersTo = Object.values(body).map((value) => clockOf(log, value));
		const mayShare =
			isAtOnce &&
			last &&
			last.author !== author &&
			last.clock > Math.max(...refersTo, lastOf(log, author));
		log.write(author, body, mayShare ? { clock: last.clock } : {});
	}
	return log;
});

test('[P-10] a review is the same in whatever order its entries came', () => {
	fc.assert(
		fc.property(
			logs.chain((log) => fc.tuple(fc.constant(log), shuffled(log.entries))),
			([{ entries }, others]) => {
				const straight = foldReview([...entries].sort(byClock), { roster });
				expect(partsOf(foldReview([...others].sort(byClock), { roster }))).toEqual(
					partsOf(straight),
				);
				expect(straight.dangling.every(({ why }) => why === 'late')).toBe(true);
			},
		),
	);
});

test('[P-11] entries of strangers and viewers, forged rewords and decisions by reviewers change nothing', () => {
	const hostile = fc.record({
		author: fc.constantFrom(cleo, dan, stranger),
		kind: fc.constantFrom('reword', 'withdraw', 'decide', 'resolve', 'reply'),
		pick: fc.nat(),
		clock: fc.integer({ min: 1, max: 60 }),
	});
	fc.assert(
		fc.property(logs, fc.array(hostile, { maxLength: 10 }), ({ entries }, attacks) => {
			const theirs = attacks.flatMap(({ author, kind, pick, clock }, at): ReviewEntry[] => {
				const body = attackOf(entries, author, kind, pick);
				const log = new ALog();
				return body ? [log.write(author, body, { clock, seq: 1_000 + at })] : [];
			});
			const before = foldReview([...entries].sort(byClock), { roster });
			const after = foldReview([...entries, ...theirs].sort(byClock), { roster });
			expect(partsOf(after)).toEqual(partsOf(before));
			expect(after.dangling).toHaveLength(before.dangling.length + theirs.length);
		}),
	);
});

test('a state built entry by entry says of each thread what a plain reading of the log says', () => {
	fc.assert(
		fc.property(logs, (log) => {
			const entries = [...log.entries].sort(byClock);
			for (const thread of foldReview(entries, { roster }).threads.values()) {
				const turns = entries.filter(
					({ body }) => 'thread' in body && body.thread === thread.id && body.kind !== 'reply',
				);
				const back = entries.findIndex(
					({ body }) => body.kind === 'withdraw' && body.entry === thread.id,
				);
				const last = turns.findLast(
					({ body }) => body.kind === 'resolve' || body.kind === 'reopen',
				);
				const open = last?.body.kind === 'resolve' ? 'resolved' : 'open';
				expect(thread.state).toBe(back < 0 ? open : 'withdrawn');
				expect(thread.replies).toHaveLength(
					entries.filter(({ body }) => body.kind === 'reply' && body.thread === thread.id).length,
				);
			}
		}),
	);
});

function bodyOf(log: ALog, author: DeviceId, kind: string, pick: number): EntryBody | undefined {
	const threads = idsOf(log.entries, 'thread');
	const own = log.entries.filter((one) => one.author === author);
	const ownSaid = [...idsOf(own, 'thread'), ...idsOf(own, 'reply')];
	const chosen = (ids: readonly string[]): string | undefined => ids[pick % (ids.length || 1)];
	switch (kind) {
		case 'thread':
			return { kind, subject, text: `Thread ${pick}`, mentions: [] };
		case 'suggest':
			return { kind, subject, present: '', proposed: `Owner ${pick}`, note: '' };
		case 'sign':
			return { kind, subject, as: 'reviewer', content: digest, note: '' };
		case 'look':
			return { kind, subject, content: digest, outcome: 'fine' };
		case 'decide': {
			const suggestion = chosen(idsOf(log.entries, 'suggest'));
			if (suggestion === undefined || author === cleo) return undefined;
			return { kind, suggestion, outcome: pick % 2 ? 'accepted' : 'refused', note: '' };
		}
		case 'reword': {
			const entry = chosen(ownSaid);
			return entry === undefined
				? undefined
				: { kind, entry, text: `Reworded ${pick}`, mentions: [] };
		}
		case 'withdraw': {
			const entry = chosen([...ownSaid, ...idsOf(own, 'suggest'), ...idsOf(own, 'sign')]);
			return entry === undefined ? undefined : { kind, entry, reason: '' };
		}
		default: {
			const thread = chosen(threads);
			if (thread === undefined) return undefined;
			if (kind === 'reply') return { kind, thread, text: `Reply ${pick}`, mentions: [] };
			if (kind === 'assign') return { kind, thread, to: ben };
			return kind === 'resolve' ? { kind, thread } : { kind: 'reopen', thread };
		}
	}
}

/** What a device that may not do so tries with somebody else's entries. */
function attackOf(
	entries: readonly ReviewEntry[],
	author: DeviceId,
	kind: string,
	pick: number,
): EntryBody | undefined {
	const others = entries.filter((one) => one.author !== author);
	const target = others[pick % (others.length || 1)];
	const entry = target ? entryId(target) : `${ana}.review.777`;
	if (kind === 'reword') return { kind, entry, text: 'All is well', mentions: [] };
	if (kind === 'withdraw') return { kind, entry, reason: 'Gone' };
	if (kind === 'decide') return { kind, suggestion: entry, outcome: 'accepted', note: '' };
	// A reviewer may do these: only of what is not there.
	const thread = author === cleo ? `${ana}.review.777` : entry;
	return kind === 'reply'
		? { kind, thread, text: 'Yes', mentions: [] }
		: { kind: 'resolve', thread };
}

function idsOf(entries: readonly ReviewEntry[], kind: EntryBody['kind']): readonly string[] {
	return entries.filter(({ body }) => body.kind === kind).map((entry) => entryId(entry));
}

function clockOf(log: ALog, id: unknown): number {
	return log.entries.find((entry) => entryId(entry) === id)?.clock ?? 0;
}

function lastOf(log: ALog, author: DeviceId): number {
	return log.entries.findLast((entry) => entry.author === author)?.clock ?? 0;
}

function shuffled(entries: readonly ReviewEntry[]) {
	return fc.shuffledSubarray([...entries], {
		minLength: entries.length,
		maxLength: entries.length,
	});
}

/** What a person sees of a review. */
function partsOf({ threads, suggestions, signOffs, notes, looks }: ReviewState) {
	return {
		...{ threads: [...threads], suggestions: [...suggestions].map(withoutLater) },
		...{ signOffs: [...signOffs], notes: [...notes], looks: [...looks] },
	};
}

/** Decisions that came too late are shown with their suggestion, and that is all they do. */
function withoutLater<Item extends object>([id, item]: readonly [string, Item]) {
	return [id, { ...item, laterDecisions: [] }];
}
