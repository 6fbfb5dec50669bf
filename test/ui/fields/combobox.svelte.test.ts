import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import Combobox from '../../../src/ui/fields/Combobox.svelte';

const options = ['Daily', 'Weekly', 'Monthly'].map((label) => ({
	value: label.toLowerCase(),
	label,
}));

function setupCombobox(props: { readonly allowFree?: boolean } = {}) {
	const onchange = vi.fn();
	render(Combobox, { label: 'Pace', options, value: 'weekly', onchange, ...props });
	return { onchange, input: screen.getByRole('combobox', { name: 'Pace' }) };
}

it('shows the label of its value and opens on it', async () => {
	const { input } = setupCombobox();
	expect(input).toHaveValue('Weekly');
	await userEvent.click(input);
	const chosen = screen.getByRole('option', { name: 'Weekly' });
	expect(chosen).toHaveAttribute('aria-selected', 'true');
	expect(input).toHaveAttribute('aria-activedescendant', chosen.id);
});

it('narrows by typing and takes the first match on Enter', async () => {
	const { input, onchange } = setupCombobox();
	await userEvent.click(input);
	await userEvent.clear(input);
	await userEvent.type(input, 'mon');
	expect(screen.getAllByRole('option').map((option) => option.textContent.trim())).toEqual([
		'Monthly',
	]);
	await userEvent.keyboard('{Enter}');
	expect(onchange.mock.calls).toEqual([['monthly']]);
	expect(screen.queryByRole('listbox')).toBeNull();
});

it('puts unknown text back, unless free text is allowed', async () => {
	const strict = setupCombobox();
	await userEvent.clear(strict.input);
	await userEvent.type(strict.input, 'now and then{Tab}');
	expect(strict.onchange).not.toHaveBeenCalled();
	expect(strict.input).toHaveValue('Weekly');
});

it('takes free text as it stands where that is allowed', async () => {
	const { input, onchange } = setupCombobox({ allowFree: true });
	await userEvent.clear(input);
	await userEvent.type(input, 'now and then{Enter}');
	expect(onchange.mock.calls).toEqual([['now and then']]);
});

it('takes an option that is clicked', async () => {
	const { input, onchange } = setupCombobox();
	await userEvent.click(input);
	await userEvent.click(screen.getByRole('option', { name: 'Daily' }));
	expect(onchange.mock.calls).toEqual([['daily']]);
});

it('uses Escape for its list first, and for nothing else', async () => {
	const { input } = setupCombobox();
	const heard = vi.fn();
	document.addEventListener('keydown', heard);
	await userEvent.click(input);
	await userEvent.keyboard('{Escape}');
	expect(screen.queryByRole('listbox')).toBeNull();
	expect(heard).not.toHaveBeenCalled();
	await userEvent.keyboard('{Escape}');
	expect(heard).toHaveBeenCalledOnce();
	document.removeEventListener('keydown', heard);
});
