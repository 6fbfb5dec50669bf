import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	codeModules,
	longestCode,
	pathOf,
	type CodeModules,
} from '../../../src/ui/codes/code-modules.ts';
import { readCode, type Pixels } from '../../../src/ui/codes/read-qr.ts';

type IsDark = (x: number, y: number) => boolean;

/** A code as a picture, `scale` pixels a square. */
function drawn(size: number, isDark: IsDark, scale: number): Pixels {
	const side = size * scale;
	const data = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			if (!isDark(Math.floor(x / scale), Math.floor(y / scale))) continue;
			data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	}
	return { width: side, height: side, data };
}

/** What the path of a code paints. */
function painted(modules: CodeModules): IsDark {
	const dark = new Set<string>();
	for (const [, x, y, length] of pathOf(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
		for (let at = 0; at < Number(length); at++) dark.add(`${Number(x) + at} ${y}`);
	}
	return (x, y) => dark.has(`${x} ${y}`);
}

function codeOf(text: string): CodeModules {
	const modules = codeModules(text);
	if (!modules) throw new Error('Too long');
	return modules;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letter = fc.constantFrom(...Array.from(alphabet));

describe('a code drawn to pixels is read again', () => {
	test('400 letters, whatever they are', () => {
		fc.assert(
			fc.property(fc.string({ unit: letter, minLength: 400, maxLength: 400 }), (text) => {
				const modules = codeOf(text);
				expect(readCode(drawn(modules.size, painted(modules), 3))).toBe(text);
			}),
			{ numRuns: 15 },
		);
	});

	test('a link with its invitation', () => {
		const link = `https://workbook.example/app/#join=rwin${'Ab3-_'.repeat(58)}`;
		const modules = codeOf(link);
		expect(readCode(drawn(modules.size, painted(modules), 4))).toBe(link);
	});
});

test('the path paints exactly the dark squares', () => {
	const modules = codeOf('rwanABC');
	const isDark = painted(modules);
	for (const [y, row] of modules.rows.entries()) {
		for (const [x, dark] of row.entries()) expect(isDark(x, y)).toBe(dark);
	}
});

test('four squares around it are white', () => {
	const { size, rows } = codeOf('rwanABC');
	for (let at = 0; at < size; at++) {
		for (const edge of [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1]) {
			expect(rows[edge]?.[at]).toBe(false);
			expect(rows[at]?.[edge]).toBe(false);
		}
	}
});

test('what no camera could read is not drawn', () => {
	expect(codeModules('')).toBeUndefined();
	expect(codeModules('a'.repeat(longestCode))).toBeDefined();
	expect(codeModules('a'.repeat(longestCode + 1))).toBeUndefined();
});

test('a picture without a code says nothing', () => {
	expect(readCode(drawn(60, () => false, 2))).toBeUndefined();
	expect(readCode(drawn(60, (x, y) => (x + y) % 2 === 0, 2))).toBeUndefined();
});
