import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import RadioList from '../../../src/ui/fields/RadioList.svelte';

const options = [
	{ value: 'north', label: 'North gate', hint: 'Open at night' },
	{ value: 'mill', label: 'Mill', hint: 'For carts' },
	{ value: 'quarry', label: 'Quarry' },
];

function shown() {
	const onchange = vi.fn();
	render(RadioList, { props: { label: 'Way in', options, value: 'mill', onchange } });
	return { onchange, user: userEvent.setup() };
}

test('each button is named by its label and described by what it means', () => {
	shown();
	expect(screen.getByRole('group', { name: 'Way in' })).toBeVisible();
	expect(screen.getByRole('radio', { name: 'Mill' })).toBeChecked();
	expect(screen.getByRole('radio', { name: 'Mill' })).toHaveAccessibleDescription('For carts');
	expect(screen.getByRole('radio', { name: 'Quarry' })).not.toHaveAccessibleDescription();
});

test('a press on the explanation chooses', async () => {
	const { onchange, user } = shown();
	await user.click(screen.getByText('Open at night'));
	expect(onchange.mock.calls).toEqual([['north']]);
});

test('arrow keys choose the next one', async () => {
	const { onchange, user } = shown();
	await user.tab();
	expect(screen.getByRole('radio', { name: 'Mill' })).toHaveFocus();
	await user.keyboard('{ArrowDown}');
	expect(onchange.mock.calls).toEqual([['quarry']]);
});
