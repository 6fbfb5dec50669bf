import { expect, test } from 'vitest';
import { crc32 } from '../../src/base/crc32.ts';

test('the check value of CRC-32 (“123456789” gives CBF43926), and of nothing', () => {
	expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
	expect(crc32(new Uint8Array())).toBe(0);
});

test('bytes beyond whole steps of eight count too', () => {
	const sums = Array.from({ length: 20 }, (_, length) => crc32(new Uint8Array(length).fill(1)));
	expect(new Set(sums).size).toBe(20);
});
