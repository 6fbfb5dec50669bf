import { expect, it } from 'vitest';
import { sizeWords } from '../../../src/features/exchange/words.ts';

it.each([
	[1, '1 byte'],
	[999, '999 bytes'],
	[1_000, '1 kB'],
	[999_499, '999 kB'],
	[999_500, '1.0 MB'],
	[3_200_000, '3.2 MB'],
	[9_960_000, '10 MB'],
	[52_428_800, '52 MB'],
])('says %i bytes as %s', (bytes, words) => {
	expect(sizeWords(bytes)).toBe(words);
});
