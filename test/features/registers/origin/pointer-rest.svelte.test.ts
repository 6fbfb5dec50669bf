import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { pointerRest } from '../../../../src/features/registers/origin/pointer-rest.ts';

function aTable() {
	const root = document.createElement('div');
	const cellOf = (id: string): HTMLElement => {
		const cell = document.createElement('div');
		cell.setAttribute('role', 'gridcell');
		cell.id = id;
		root.append(cell);
		return cell;
	};
	const [first, second] = [cellOf('first'), cellOf('second')];
	const card = document.createElement('div');
	root.append(card);
	document.body.append(root);
	const told: string[] = [];
	const detach = pointerRest({
		onrest: (cell) => told.push(`rests on ${cell.id}`),
		onleave: () => told.push('left'),
		isOpen: () => told.at(-1)?.startsWith('rests') ?? false,
		isKept: (target) => card.contains(target),
	})(root);
	const leave = (): void => detach?.();
	onTestFinished(leave);
	return { root, first, second, card, told, leave };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	document.body.replaceChildren();
});

describe('pointerRest', () => {
	it('tells of a cell only once the pointer has rested there, not of those on the way', async () => {
		const { first, second, told } = aTable();
		await fireEvent.pointerMove(first);
		vi.advanceTimersByTime(500);
		await fireEvent.pointerMove(second);
		vi.advanceTimersByTime(899);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(told).toEqual(['rests on second']);
	});

	it('stays while the pointer moves onto what opened, and leaves after a moment elsewhere', async () => {
		const { first, second, card, told } = aTable();
		await fireEvent.pointerMove(first);
		vi.advanceTimersByTime(900);
		await fireEvent.pointerMove(second);
		vi.advanceTimersByTime(200);
		await fireEvent.pointerMove(card);
		vi.advanceTimersByTime(5000);
		expect(told).toEqual(['rests on first']);
		await fireEvent.pointerMove(second);
		vi.advanceTimersByTime(300);
		expect(told).toEqual(['rests on first', 'left']);
	});

	it('goes away on Escape, which then means nothing else, and on any other key or press', async () => {
		const { first, root, told } = aTable();
		const rest = async (): Promise<void> => {
			await fireEvent.pointerLeave(root);
			await fireEvent.pointerMove(root);
			await fireEvent.pointerMove(first);
			vi.advanceTimersByTime(900);
		};
		await rest();
		expect(await fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false);
		expect(told.at(-1)).toBe('left');
		expect(await fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true);
		await rest();
		expect(await fireEvent.keyDown(document.body, { key: 'ArrowDown' })).toBe(true);
		expect(told.at(-1)).toBe('left');
		await rest();
		await fireEvent.pointerDown(first);
		expect(told.at(-1)).toBe('left');
	});

	it('does not tell of a finger, nor once it is taken away', async () => {
		const { first, told, leave } = aTable();
		const touch = new Event('pointermove', { bubbles: true });
		Object.assign(touch, { pointerType: 'touch', buttons: 0 });
		await fireEvent(first, touch);
		vi.advanceTimersByTime(2000);
		await fireEvent.pointerMove(first);
		leave();
		vi.advanceTimersByTime(2000);
		expect(told).toEqual([]);
	});
});
