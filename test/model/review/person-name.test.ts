import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryWords } from '../../../src/model/review/entry-words.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import {
	cleanName,
	earlierNames,
	isUnnamed,
	longestName,
	namesakes,
	presentName,
} from '../../../src/model/review/person-name.ts';
import type { ReviewEntry } from '../../../src/model/review/entry.ts';

const [ana, ben] = ['a'.repeat(43), 'b'.repeat(43)];
const listed = (device: string, name: string) => ({ device, name });

function taking(author: string, clock: number, name: string): ReviewEntry {
	return {
		...{ author, clock, channel: 'review', seq: clock, previous: '', name: 'Whatever' },
		...{ at: `2026-11-22T10:00:0${clock}.000Z`, signature: 's'.repeat(86) },
		body: { kind: 'profile', name },
	};
}

describe('the name of a member', () => {
	test('[P-27] is the one they took last, for themselves alone, and the earlier ones stay to be found', () => {
		const { names } = foldReview([
			taking(ben, 1, 'Benedict'),
			taking(ana, 2, 'Ben'),
			taking(ben, 3, 'Ben Fry'),
		]);
		expect(presentName(listed(ben, 'Ben'), names)).toBe('Ben Fry');
		expect(presentName(listed(ana, 'Ana'), names)).toBe('Ben');
		expect(earlierNames(listed(ben, 'Ben'), names)).toEqual([
			{ name: 'Benedict', until: '2026-11-22T10:00:03.000Z' },
			{ name: 'Ben', until: '2026-11-22T10:00:01.000Z' },
		]);
		expect(earlierNames(listed('c', 'Cleo'), names)).toEqual([]);
	});

	test('comes without what cannot be seen or turns a text around, in one line and within bounds', () => {
		expect(cleanName('  Ana\u202e\u200b \n Ruiz\t')).toBe('Ana Ruiz');
		expect(cleanName('\u0000\u200f')).toBe('');
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const name = cleanName(text);
				expect(name.length).toBeLessThanOrEqual(longestName);
				expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s|\s$|\s\s/u);
				expect(cleanName(name)).toBe(name);
			}),
		);
	});

	test('that has nothing to be seen in it is passed over', () => {
		const { names } = foldReview([taking(ben, 1, 'Ben Fry'), taking(ben, 2, '\u200b')]);
		expect(presentName(listed(ben, 'Ben'), names)).toBe('Ben Fry');
		expect(presentName(listed(ana, '\u200b'), names)).toBe('Somebody');
	});

	test('that another one has too does not tell the two apart', () => {
		const { names } = foldReview([taking(ben, 1, 'ANA')]);
		const members = [listed(ana, 'Ana'), listed(ben, 'Ben'), listed('c', 'Cleo')];
		expect(namesakes(members, names)).toEqual(new Set([ana, ben]));
		expect(namesakes(members, new Map())).toEqual(new Set());
	});

	test('changes in the history with both names', () => {
		const entry = taking(ben, 1, 'Ben Fry');
		const names = {
			...{ person: () => 'Ben Fry', record: () => undefined, entry: () => undefined },
			column: () => undefined,
			nameBefore: () => 'Ben',
		};
		expect(entryWords(entry, names)).toBe('Ben Fry changed their name from “Ben” to “Ben Fry”');
	});

	test('is none until somebody typed one', () => {
		expect(['You', '', ' \u200b '].filter(isUnnamed)).toHaveLength(3);
		expect(isUnnamed('Ana')).toBe(false);
	});
});
