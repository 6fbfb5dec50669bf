import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Picked } from '../../../src/features/library/picked.svelte.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

function pressing(picked: Picked, ...keys: string[]): string[] {
	for (const key of keys) {
		const [name, ...held] = key.split('+').reverse();
		picked.press({
			key: name === 'Space' ? ' ' : (name ?? ''),
			shiftKey: held.includes('Shift'),
			ctrlKey: held.includes('Ctrl'),
			metaKey: false,
		});
	}
	return [...picked.chosen].sort();
}

describe('choosing several of a list', () => {
	it('by Space, one by one, and back', () => {
		const picked = new Picked(() => ids);
		expect(pressing(picked, 'Space', 'ArrowDown', 'ArrowDown', 'Space')).toEqual(['a', 'c']);
		expect(pressing(picked, 'Space')).toEqual(['a']);
	});

	it('by Shift with arrows, from where the stretch began', () => {
		const picked = new Picked(() => ids);
		expect(pressing(picked, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')).toEqual([
			'b',
			'c',
			'd',
		]);
		expect(picked.active).toBe('d');
	});

	it('by Shift+Space from the one pointed at before, and by Shift+End', () => {
		const picked = new Picked(() => ids);
		picked.point('b');
		expect(pressing(picked, 'Shift+End')).toEqual(['b', 'c', 'd', 'e']);
	});

	it('by Ctrl+A all that are shown, and again none of them', () => {
		let shown = ids;
		const picked = new Picked(() => shown);
		picked.choose(['a']);
		shown = ['d', 'e'];
		expect(pressing(picked, 'Ctrl+a')).toEqual(['a', 'd', 'e']);
		expect(pressing(picked, 'Ctrl+a')).toEqual(['a']);
	});

	it('points at one of the list, whatever is pressed and shown', () => {
		const keys = [
			'ArrowDown',
			'ArrowUp',
			'Home',
			'End',
			'PageDown',
			'PageUp',
			'Space',
			'Shift+ArrowUp',
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...keys)), fc.subarray(ids), (presses, left) => {
				let shown: readonly string[] = ids;
				const picked = new Picked(() => shown);
				pressing(picked, ...presses);
				expect(ids).toContain(picked.active);
				shown = left;
				expect(picked.active === undefined).toBe(left.length === 0);
				expect(left.length === 0 || left.includes(picked.active ?? '')).toBe(true);
			}),
		);
	});

	it('does nothing in an empty list', () => {
		const picked = new Picked(() => []);
		expect(pressing(picked, 'Space', 'ArrowDown', 'Shift+End', 'Home')).toEqual([]);
	});
});
