import '../jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import StateMap from '../../../src/ui/charts/StateMap.svelte';
import { mapSample, stateWords } from '../../../src/ui/gallery/chart-samples.ts';

const user = userEvent.setup();

function show(props = {}) {
	const onopen = vi.fn();
	const groups = mapSample(['Old town hall']);
	const rendered = render(StateMap, {
		label: 'Works',
		groups,
		states: stateWords,
		onopen,
		...props,
	});
	return { ...rendered, onopen };
}

test('the name of a tile says all that can be seen of it', () => {
	show();
	const cells = screen.getAllByRole('gridcell');
	expect(cells).toHaveLength(61);
	expect(cells[4]).toHaveAccessibleName(
		'HA1.5 Quay and moorings, part 5. In place. 0 repairs. One repair is late',
	);
	expect(cells.at(-1)).toHaveAccessibleName(
		'O8.1 Room 8 of the hall, part 1. Not counted. 0 repairs',
	);
});

test('the legend counts by state, dimmed tiles apart', () => {
	show();
	const legend = screen.getByRole('list', { name: 'States of Works' });
	const counts = within(legend)
		.getAllByRole('listitem')
		.map((item) => Number.parseInt(item.textContent, 10));
	expect(counts).toHaveLength(6);
	expect(counts.reduce((sum, count) => sum + count)).toBe(61 - 18);
	expect(screen.getByText('18 not counted')).toBeVisible();
});

test('it is one tab stop: arrows walk, Enter and Space open, Tab leaves', async () => {
	const { onopen } = show();
	await user.tab();
	expect(document.activeElement).toHaveAccessibleName(/^HA1\.1 /);
	await user.keyboard('{ArrowRight}{ArrowDown}{End}{Enter}');
	expect(onopen).toHaveBeenLastCalledWith('HA2.3');
	await user.keyboard('{ArrowUp} ');
	expect(onopen).toHaveBeenLastCalledWith('HA1.3');
	await user.tab();
	expect(document.body).toHaveFocus();
	await user.tab();
	expect(document.activeElement).toHaveAccessibleName(/^HA1\.3 /);
});

test('a click opens, and the chosen tile is where Tab leads first', async () => {
	const { onopen } = show({ selected: 'HA3.2' });
	expect(screen.getByRole('gridcell', { selected: true })).toHaveAccessibleName(/^HA3\.2 /);
	await user.tab();
	expect(document.activeElement).toHaveAccessibleName(/^HA3\.2 /);
	await user.click(screen.getByRole('gridcell', { name: /^T1\.4 / }));
	expect(onopen).toHaveBeenCalledExactlyOnceWith('T1.4');
});

test('a tile that is gone leaves the tab stop to another', async () => {
	const { rerender } = show();
	await user.tab();
	await user.keyboard('{Control>}{End}{/Control}');
	expect(document.activeElement).toHaveAccessibleName(/^O8\.1 /);
	await rerender({ groups: mapSample().slice(0, 1) });
	const stops = screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0);
	expect(stops.map((cell) => cell.textContent.trim())).toEqual([expect.stringMatching(/^HA1\.1/)]);
});

test('what a tile says in full floats beside it while it is pointed at', async () => {
	show();
	await user.hover(screen.getByRole('gridcell', { name: /^HA1\.5 / }));
	expect(screen.getByText('HA1.5 Quay and moorings, part 5')).toBeVisible();
	await user.unhover(screen.getByRole('gridcell', { name: /^HA1\.5 / }));
	expect(screen.queryByText('HA1.5 Quay and moorings, part 5')).toBeNull();
});
