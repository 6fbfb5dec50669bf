/** How far somebody has read, whatever the clocks of authors say. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryId, type EntryBody, type ReviewEntry } from '../../../src/model/review/entry.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import { inboxOf } from '../../../src/model/review/inbox.ts';
import {
	isUnread,
	readAll,
	storedMark,
	type ReadMark,
} from '../../../src/model/review/read-mark.ts';
import { ALog, ana, aRoster, ben, cleo } from './a-log.ts';

const roster = aRoster();
const subject = { kind: 'workbook' } as const;
const aThread: Extract<EntryBody, { readonly kind: 'thread' }> = {
	kind: 'thread',
	subject,
	text: 'Look',
	mentions: [ana],
};

/** Why threads await Ana who has read so far. */
function awaitsAna({ entries }: ALog, read: ReadMark): readonly string[] {
	const sorted = [...entries].sort((a, b) => a.clock - b.clock);
	return inboxOf(foldReview(sorted, { roster }), {
		...{ device: ana, role: 'owner', read },
		...{ valueNow: () => '', contentOf: () => undefined },
	}).map((item) => (item.kind === 'thread' ? item.why : item.kind));
}

/** Ana wrote five threads of her own and read all there was. */
function readByAna() {
	const log = new ALog();
	for (let n = 0; n < 5; n++) log.write(ana, { ...aThread, mentions: [] });
	return { log, own: `${ana}.review.1`, read: readAll(log.entries) };
}

describe('[P-20] what comes late is news, whatever the clock of its author says', () => {
	test('a mention that was written while apart, once', () => {
		const { log, read } = readByAna();
		log.write(ben, aThread, { clock: 1 });
		expect(awaitsAna(log, read)).toEqual(['mentioned']);
		expect(awaitsAna(log, readAll(log.entries))).toEqual([]);
	});

	test('an answer, and an assignment that was new to its thread', () => {
		const { log, own, read } = readByAna();
		log.write(ben, { kind: 'reply', thread: own, text: 'So', mentions: [] }, { clock: 2 });
		log.write(cleo, { ...aThread, mentions: [], assigned: ana }, { clock: 1 });
		expect(awaitsAna(log, read)).toEqual(['answered', 'assigned']);
		expect(awaitsAna(log, readAll(log.entries))).toEqual(['assigned']);
	});

	test('what another device had under a clock far ahead hides nothing that follows', () => {
		const { log } = readByAna();
		log.write(ben, { kind: 'profile', name: 'Ben' }, { clock: 2 ** 32 });
		const read = readAll(log.entries);
		log.write(cleo, aThread, { clock: 3 });
		expect(awaitsAna(log, read)).toEqual(['mentioned']);
	});
});

describe('a mark that an earlier version stored', () => {
	test('says by its clock what of all that is here was read, and nothing of what comes', () => {
		const { log } = readByAna();
		log.write(ben, aThread);
		log.write(ben, aThread);
		const read = storedMark(6, log.entries);
		expect(log.entries.filter((entry) => isUnread(read, entry)).map(entryId)).toEqual([
			`${ben}.review.2`,
		]);
		const late = log.write(cleo, aThread, { clock: 1 });
		expect(isUnread(read, late)).toBe(true);
	});

	test('is nothing where it cannot be read', () => {
		const { log } = readByAna();
		for (const stored of [undefined, null, 'x', [], { a: -1 }, { a: 'b' }]) {
			expect(log.entries.every((entry) => isUnread(storedMark(stored, log.entries), entry))).toBe(
				true,
			);
		}
	});
});

test('[P-20] every entry is unread until it was here at a reading, and never again, in random orders', () => {
	const written = fc.array(
		fc.record({ author: fc.constantFrom(ana, ben, cleo), clock: fc.nat(9) }),
		{ maxLength: 20 },
	);
	fc.assert(
		fc.property(
			written,
			fc.infiniteStream(fc.nat()),
			fc.infiniteStream(fc.boolean()),
			(all, which, reads) => {
				const log = new ALog();
				for (const { author, clock } of all) log.write(author, aThread, { clock });
				const chains = [ana, ben, cleo].map((one) => log.entries.filter((e) => e.author === one));
				const here: ReviewEntry[] = [];
				const seen = new Set<string>();
				let mark: ReadMark = {};
				// Chains come in their own order, in any order among one another.
				while (chains.some((chain) => chain.length > 0)) {
					const left = chains.filter((chain) => chain.length > 0);
					const next = left[Number(which.next().value) % left.length]?.shift();
					if (next) here.unshift(next);
					if (reads.next().value) {
						mark = storedMark(JSON.parse(JSON.stringify(readAll(here, mark))), here);
						for (const entry of here) seen.add(entryId(entry));
					}
					expect(here.filter((entry) => isUnread(mark, entry)).map(entryId)).toEqual(
						here.map(entryId).filter((id) => !seen.has(id)),
					);
				}
			},
		),
	);
});
