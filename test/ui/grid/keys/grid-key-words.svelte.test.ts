import '../../jsdom-platform.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { KeyGroup } from '../../../../src/ui/commands/key-words.ts';
import {
	changingKeys,
	editingKeys,
	gridKeyGroups,
	groupKeys,
	headKeys,
	movingKeys,
	nativeKeys,
	selectingKeys,
} from '../../../../src/ui/grid/keys/grid-key-words.ts';
import { editIntentOf, intentOf } from '../../../../src/ui/grid/keys/grid-keys.ts';
import GridHarness from '../GridHarness.svelte';

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
/** It opens the menu of a column whichever cell is active, so a head answers it. */
const ofColumns = 'Alt+Shift+ArrowDown';

/** The strokes of a group, `Arrow` as each of the four. */
function strokesOf({ keys }: KeyGroup): string[] {
	return keys
		.flatMap(({ keys }) => keys.split(' '))
		.flatMap((stroke) =>
			stroke.endsWith('Arrow') ? arrows.map((key) => stroke.replace('Arrow', key)) : stroke,
		);
}

function pressOf(stroke: string) {
	const parts = stroke.split('+');
	const key = parts.at(-1) ?? '';
	return {
		key: key === 'Space' ? ' ' : key.length === 1 ? key.toLowerCase() : key,
		ctrlKey: parts.includes('Mod'),
		shiftKey: parts.includes('Shift'),
		altKey: parts.includes('Alt'),
		metaKey: false,
		isComposing: false,
	};
}

/** True where the grid takes the key on this element to itself. */
async function answers(element: HTMLElement, stroke: string): Promise<boolean> {
	element.focus();
	return !(await fireEvent.keyDown(element, pressOf(stroke)));
}

test('the grid answers every key listed for moving, selecting and changing', () => {
	const strokes = [movingKeys, selectingKeys, changingKeys].flatMap(strokesOf);
	const unanswered = strokes.filter((stroke) => !intentOf(pressOf(stroke)));
	expect(unanswered).toEqual([ofColumns]);
});

test('it answers every key listed for editing', () => {
	expect(strokesOf(editingKeys).filter((stroke) => !editIntentOf(pressOf(stroke)))).toEqual([]);
});

test('a column head answers every key listed for it', async () => {
	const heard: string[] = [];
	render(GridHarness, {
		rowCount: 3,
		columnCount: 3,
		onheadmenu: () => heard.push('menu'),
		onmovecolumn: () => heard.push('move'),
		onresize: () => heard.push('resize'),
	});
	const head = screen.getByRole('columnheader', { name: /Column 2/ });
	for (const stroke of [...strokesOf(headKeys), ofColumns]) {
		expect([stroke, await answers(head, stroke)]).toEqual([stroke, true]);
	}
	expect(new Set(heard)).toEqual(new Set(['menu', 'resize', 'move']));
});

test('the head of a group answers every key listed for groups', async () => {
	render(GridHarness, { rowCount: 6, columnCount: 3, grouped: true });
	for (const stroke of strokesOf(groupKeys)) {
		const head = screen.getAllByRole('row').find((row) => row.hasAttribute('aria-expanded'));
		const cell = head?.querySelector<HTMLElement>('[role="gridcell"], [role="rowheader"]');
		if (!cell) throw new Error('There is no group');
		expect([stroke, await answers(cell, stroke)]).toEqual([stroke, true]);
	}
});

test('the sheet lists every one of these groups, and no key twice in one', () => {
	expect(gridKeyGroups).toEqual([
		movingKeys,
		selectingKeys,
		changingKeys,
		editingKeys,
		nativeKeys,
		headKeys,
		groupKeys,
	]);
	for (const group of gridKeyGroups) {
		const strokes = strokesOf(group);
		expect(new Set(strokes).size).toBe(strokes.length);
	}
});
