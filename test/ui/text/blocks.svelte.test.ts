import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import {
	heading,
	list,
	note,
	paragraph,
	steps,
	table,
	terms,
} from '../../../src/base/text-blocks.ts';
import Blocks from '../../../src/ui/text/Blocks.svelte';

test('each kind of block is what it says it is, to a screen reader too', () => {
	render(Blocks, {
		blocks: [
			paragraph('Sign in **at the desk**.'),
			heading('Hours'),
			note('Closed on Sundays.'),
			list('one', 'two'),
			steps('ring', 'wait'),
			terms(['Host', 'who is visited']),
			table('Two gates', ['', 'North', 'River'], ['Opens', '7', '9']),
		],
		level: 4,
	});
	expect(screen.getByText('at the desk').tagName).toBe('STRONG');
	expect(screen.getByRole('heading', { level: 4, name: 'Hours' })).toBeVisible();
	expect(screen.getByRole('note')).toHaveTextContent('Closed on Sundays.');
	expect(screen.getAllByRole('list').map((each) => each.tagName)).toEqual(['UL', 'OL']);
	expect(screen.getByRole('term')).toHaveTextContent('Host');
	expect(screen.getByRole('definition')).toHaveTextContent('who is visited');
	const row = within(screen.getByRole('table', { name: 'Two gates' })).getByRole('row', {
		name: /Opens/,
	});
	expect(within(row).getByRole('rowheader')).toHaveTextContent('Opens');
	expect(
		within(row)
			.getAllByRole('cell')
			.map((cell) => cell.dataset.column),
	).toEqual(['North', 'River']);
});
