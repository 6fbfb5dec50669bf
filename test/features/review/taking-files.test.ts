import { describe, expect, test } from 'vitest';
import { ok, refused } from '../../../src/base/result.ts';
import type { Brought } from '../../../src/features/review/session/brought-words.ts';
import { TakingFiles } from '../../../src/features/review/session/taking-files.svelte.ts';

const nothing: Brought = { entries: 0, isChanged: false, refused: [] };

function file(name: string): File {
	return new File(['sealed'], name);
}

describe('files that others sent', () => {
	test('are taken one after the other, those that come meanwhile too', async () => {
		const under: string[] = [];
		const ends: (() => void)[] = [];
		const taking = new TakingFiles(async ({ name }) => {
			under.push(name);
			await new Promise<void>((resolve) => ends.push(resolve));
			return ok({ ...nothing, isChanged: true });
		});
		const all = taking.add([file('a.review'), file('b.review')]);
		await taking.add([file('c.review')]);
		for (const so of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
			await expect.poll(() => under).toEqual(so.map((name) => `${name}.review`));
			expect(taking.isBusy).toBe(true);
			ends.at(-1)?.();
		}
		await all;
		expect(taking.isBusy).toBe(false);
		expect(taking.outcomes.map(({ name, result }) => [name, result.ok])).toEqual([
			['a.review', true],
			['b.review', true],
			['c.review', true],
		]);
	});

	test('one that is refused or cannot be read does not hold up the others', async () => {
		const taking = new TakingFiles(({ name }) => {
			if (name === 'gone') return Promise.reject(new Error('NotReadableError'));
			return Promise.resolve(
				name === 'other' ? refused({ text: 'It is of another workbook.' }) : ok(nothing),
			);
		});
		await taking.add(['gone', 'other', 'right'].map(file));
		expect(taking.outcomes.map(({ result }) => (result.ok ? 'taken' : result.problems))).toEqual([
			['The file could not be read to its end. Choose it again to take the rest.'],
			['It is of another workbook.'],
			'taken',
		]);
	});

	test('what came of the files before goes when others come, or on a press', async () => {
		const taking = new TakingFiles(() => Promise.resolve(ok(nothing)));
		await taking.add([file('a')]);
		await taking.add([file('b'), file('c')]);
		const [first] = taking.outcomes;
		if (first) taking.dismiss(first);
		expect(taking.outcomes.map(({ name }) => name)).toEqual(['c']);
		await taking.add([]);
		expect(taking.outcomes).toHaveLength(1);
	});
});
