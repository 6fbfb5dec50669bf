import { computed } from 'alien-signals';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AlikeTexts } from '../../../src/model/readiness/alike-texts.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Long texts of few words, so that many are alike and many nearly are. */
const text = fc
	.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 0, maxLength: 24 })
	.map((numbers) => numbers.map((number) => `w${number}`).join(' '));
const nearlyAll = fc
	.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 3 })
	.map((left) =>
		Array.from({ length: 24 }, (_, number) => (left.includes(number) ? '' : `w${number}`)).join(
			' ',
		),
	);
const anyText = fc.oneof(text, nearlyAll);
const change = fc.tuple(fc.constantFrom(...ids), fc.option(anyText, { nil: undefined }));

it('finds what comparing every text with every other finds, after any changes', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.constantFrom(...ids), anyText), { maxLength: 6 }),
			fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }),
			(first, changes) => {
				const texts = new Map<string, string | undefined>(first);
				const alike = new AlikeTexts(new Map(first));
				const answers = ids.map((id) => computed(() => alike.alike(id)));
				const check = () => {
					expect(answers.map((answer) => answer())).toEqual(ids.map((id) => naive(texts, id)));
				};
				check();
				for (const put of changes) {
					for (const [id, now] of put) texts.set(id, now);
					alike.put(new Map(put));
					check();
				}
			},
		),
	);
});

it('finds the same where texts change while they are compared in steps', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.constantFrom(...ids), anyText), { maxLength: 6 }),
			fc.array(fc.option(change), { maxLength: 20 }),
			(first, turns) => {
				const texts = new Map<string, string | undefined>(first);
				const alike = new AlikeTexts(new Map(first), 1);
				const steps = alike.steps();
				for (const put of turns) {
					if (!put) steps.next();
					else {
						texts.set(...put);
						alike.put([put]);
					}
				}
				expect(ids.map((id) => alike.alike(id))).toEqual(ids.map((id) => naive(texts, id)));
			},
		),
	);
});

it('knows nine of ten words in both from less, and nothing of short texts', () => {
	const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
	const alike = new AlikeTexts([
		['ten', words(10)],
		['nine', words(9)],
		['eight', words(8)],
		['short', 'w1 w2 w3'],
		['same', 'W1, w2; w3!'],
	]);
	expect(alike.alike('ten')).toEqual(['nine']);
	expect(alike.alike('nine')).toEqual(['ten']);
	expect(alike.alike('eight')).toEqual([]);
	expect(alike.alike('short')).toEqual([]);
	expect(alike.alike('nobody')).toEqual([]);
});

it('names the first twelve of many that say the same', () => {
	const same = Array.from(
		{ length: 2000 },
		(_, at) => [String(1000 + at), 'to be done later'] as const,
	);
	const alike = new AlikeTexts(same);
	const first = same.slice(0, 12).map(([id]) => id);
	expect(alike.alike('2500')).toEqual(first);
	expect(alike.alike('1000')).toEqual([...first.slice(1), '1012']);
});

function naive(texts: ReadonlyMap<string, string | undefined>, id: string): readonly string[] {
	const mine = wordsOf(texts.get(id));
	return [...texts.keys()]
		.filter((other) => other !== id && isAlike(mine, wordsOf(texts.get(other))))
		.sort();
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const shared = [...a].filter((word) => b.has(word)).length;
	return a.size >= 4 && b.size >= 4 && shared / (a.size + b.size - shared) >= 0.9;
}

function wordsOf(said = ''): ReadonlySet<string> {
	return new Set(said.split(' ').filter((word) => word !== ''));
}

it('takes rows of one template that differ by a number for the same text, however many there are', () => {
	const rows = Array.from({ length: 5_000 }, (_, at): [string, string] => [
		`control:${at}`,
		`The platform team reviews the access to system ${at} and signs the record`,
	]);
	const texts = new AlikeTexts(rows);
	expect(texts.alike('control:7')).toHaveLength(12);
	texts.put([['control:7', 'Backups are run by the database itself and watched every night']]);
	expect(texts.alike('control:7')).toEqual([]);
});
