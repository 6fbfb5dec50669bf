import { expect, test } from 'vitest';
import { counted, grouped } from '../../src/base/counted.ts';

test.each([
	[0, '0'],
	[999, '999'],
	[1_000, '1,000'],
	[10_000, '10,000'],
	[1_234_567, '1,234,567'],
])('%i is written with its thousands apart', (count, words) => {
	expect(grouped(count)).toBe(words);
});

test('a count stands with the word for one or for many', () => {
	expect(counted(1, 'control')).toBe('1 control');
	expect(counted(0, 'control')).toBe('0 controls');
	expect(counted(1, 'policy', 'policies')).toBe('1 policy');
	expect(counted(1_200, 'policy', 'policies')).toBe('1,200 policies');
});
