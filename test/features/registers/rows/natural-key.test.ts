import { describe, expect, it } from 'vitest';
import { naturalKey } from '../../../../src/features/registers/rows/natural-key.ts';

function sorted(...texts: string[]): string[] {
	return texts.sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1));
}

describe('naturalKey', () => {
	it('orders numbers inside text by size', () => {
		expect(sorted('CC6.10', 'CC10.1', 'CC6.2', 'CC6.1')).toEqual([
			'CC6.1',
			'CC6.2',
			'CC6.10',
			'CC10.1',
		]);
	});

	it('orders numbers too long for a number type', () => {
		expect(sorted('9'.repeat(30), '1' + '0'.repeat(30), '8'.repeat(30))).toEqual([
			'8'.repeat(30),
			'9'.repeat(30),
			'1' + '0'.repeat(30),
		]);
	});

	it('looks past letter case, accents and leading zeros', () => {
		expect(naturalKey('Élodie')).toBe(naturalKey('elodie'));
		expect(naturalKey('AC-01')).toBe(naturalKey('ac-1'));
	});

	it('puts a text before the longer ones it begins', () => {
		expect(sorted('AC-1a', 'AC-1', 'AC-1.1')).toEqual(['AC-1', 'AC-1.1', 'AC-1a']);
	});
});
