import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import DateField from '../../../src/ui/fields/DateField.svelte';

function setup(value = '2026-11-21') {
	const onchange = vi.fn();
	render(DateField, { label: 'Due', value, onchange });
	return { onchange, input: screen.getByRole('textbox', { name: 'Due' }) };
}

it('shows the date in words and takes a typed one when typing has ended', async () => {
	const { onchange, input } = setup();
	expect(input).toHaveValue('21 Nov 2026');
	await userEvent.clear(input);
	await userEvent.type(input, '1 dec 2026{Enter}');
	expect(onchange.mock.calls).toEqual([['2026-12-01']]);
});

it('keeps text that is no date, says so, and hands nothing on', async () => {
	const { onchange, input } = setup('');
	await userEvent.type(input, '11/12/2026');
	await userEvent.tab();
	expect(input).toHaveValue('11/12/2026');
	expect(screen.getByText(/Either 11 Dec 2026 or 12 Nov 2026/)).toBeVisible();
	expect(onchange).not.toHaveBeenCalled();
});

it('chooses in the calendar by keys and returns to the field', async () => {
	const { onchange, input } = setup();
	await userEvent.click(input);
	await userEvent.keyboard('{ArrowDown}');
	await vi.waitFor(() =>
		expect(screen.getByRole('gridcell', { name: '21 Nov 2026' })).toHaveFocus(),
	);
	await userEvent.keyboard('{ArrowRight}{Enter}');
	expect(onchange.mock.calls).toEqual([['2026-11-22']]);
	expect(input).toHaveFocus();
	expect(screen.queryByRole('dialog')).toBeNull();
});

it('opens by its button, and Escape closes it without a choice', async () => {
	const { onchange, input } = setup();
	await userEvent.click(screen.getByRole('button', { name: 'Pick a date' }));
	expect(screen.getByRole('dialog', { name: 'Calendar of Due' })).toBeVisible();
	await userEvent.keyboard('{ArrowRight}{Escape}');
	expect(screen.queryByRole('dialog')).toBeNull();
	expect(input).toHaveFocus();
	expect(onchange).not.toHaveBeenCalled();
});
