import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import ChipsHarness from './ChipsHarness.svelte';

function setupChips(...start: string[]) {
	render(ChipsHarness, { start });
	return screen.getByRole('combobox', { name: 'Places' });
}

const chips = () =>
	screen
		.queryAllByRole('button', { name: /^Remove / })
		.map((button) => button.getAttribute('aria-label')?.replace('Remove ', ''));

it('adds by id or by what the id stands for, and does not offer it again', async () => {
	const input = setupChips('P-02');
	await userEvent.type(input, 'north{Enter}');
	expect(chips()).toEqual(['P-02', 'P-03']);
	await userEvent.type(input, 'p-');
	expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
		'P-01 Harbour',
	]);
});

it('takes several at once, whatever parts them, each once and in the spelling of its option', async () => {
	const input = setupChips('P-01');
	await userEvent.click(input);
	await userEvent.paste('p-02; P-01, P-77,');
	expect(chips()).toEqual(['P-01', 'P-02', 'P-77']);
});

it('keeps what is in no list and says so', () => {
	setupChips('P-99', 'P-01');
	expect(screen.getByTitle('P-99 is not in the list')).toBeVisible();
	expect(screen.getByTitle('Harbour')).toBeVisible();
});

it('removes the last by Backspace, and any other by arrow keys and Delete', async () => {
	const input = setupChips('P-01', 'P-02', 'P-03');
	await userEvent.click(input);
	await userEvent.keyboard('{Backspace}');
	expect(chips()).toEqual(['P-01', 'P-02']);
	await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Delete}');
	expect(chips()).toEqual(['P-02']);
});

it('keeps what was typed when focus leaves', async () => {
	const input = setupChips();
	await userEvent.type(input, 'P-50');
	await userEvent.click(document.body);
	expect(chips()).toEqual(['P-50']);
});

it('tells screen readers its values', () => {
	expect(setupChips('P-01', 'P-02')).toHaveAccessibleDescription('Values: P-01, P-02');
});
