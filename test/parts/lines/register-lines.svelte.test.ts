import '../../ui/jsdom-platform.ts';

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook } from '../../support/a-workbook.ts';
import LinesHarness from './LinesHarness.svelte';

let workbook: Workbook;
let toasts: ToastQueue;

beforeEach(() => {
	workbook = aWorkbook();
	toasts = new ToastQueue();
});

function show() {
	render(LinesHarness, { workbook, toasts });
	return userEvent.setup();
}

const systems = () => workbook.registers.of('complementary').all();
const statements = (): string[] =>
	systems()
		.filter(({ retired }) => !retired)
		.map(({ statement }) => statement);
const next = (): HTMLElement => screen.getByRole('textbox', { name: 'Add a duty' });

describe('a short list of a register', () => {
	it('takes one record after another by typing and Enter', async () => {
		const user = show();
		await user.type(next(), 'Review users{Enter}Keep keys safe{Enter}');
		expect(statements()).toEqual(['Review users', 'Keep keys safe']);
		expect(systems().every(({ kind }) => kind === 'duty')).toBe(true);
		expect(next()).toHaveFocus();
	});

	it('keeps what was typed when the field is left', async () => {
		const user = show();
		await user.type(next(), 'Review users');
		await user.tab();
		expect(statements()).toEqual(['Review users']);
	});

	it('makes a record of every pasted line, all in one step', async () => {
		const user = show();
		await user.click(next());
		await user.paste('Review users\r\n\r\nKeep keys safe\nTell of incidents');
		expect(statements()).toEqual(['Review users', 'Keep keys safe', 'Tell of incidents']);
		workbook.undo();
		expect(statements()).toEqual([]);
	});

	it('is edited in place: Enter takes the text and goes down, Esc puts back what stood', async () => {
		const user = show();
		await user.type(next(), 'One{Enter}Two{Enter}');
		const one = screen.getByRole('textbox', { name: 'Control expected, One' });
		await user.type(one, ' more{Enter}');
		expect(statements()).toEqual(['One more', 'Two']);
		const two = screen.getByRole('textbox', { name: 'Control expected, Two' });
		expect(two).toHaveFocus();
		await user.keyboard(' thrown away{Escape}');
		expect(two).toHaveValue('Two');
		await user.keyboard('{Enter}');
		expect(statements()).toEqual(['One more', 'Two']);
		expect(next()).toHaveFocus();
	});

	it('links records by what they are called and keeps a name nobody could find', async () => {
		const control = aControl(workbook, { controlId: 'AC-1', title: 'Access is reviewed' });
		const user = show();
		await user.type(next(), 'Review users{Enter}');
		const links = screen.getByRole('combobox', { name: 'Our controls, Review users' });
		await user.type(links, 'AC-1{Enter}Unknown{Enter}');
		expect(systems()[0]?.controls).toEqual([control.id, 'Unknown']);
		expect(screen.getByText('AC-1')).toBeVisible();
	});

	it('takes a record out with undo, and the keyboard goes on at the next line', async () => {
		const user = show();
		await user.type(next(), 'One{Enter}Two{Enter}');
		screen.getByRole('button', { name: 'Remove One' }).focus();
		await user.keyboard('{Enter}');
		expect(statements()).toEqual(['Two']);
		expect(screen.getByRole('button', { name: 'Remove Two' })).toHaveFocus();
		await user.keyboard('{Enter}');
		expect(next()).toHaveFocus();
		const offer = toasts.toasts.at(-1);
		expect(offer?.text).toBe('Retired Two. Its values are kept.');
		offer?.action?.run();
		expect(statements()).toEqual(['Two']);
	});

	it('takes back only its own step', async () => {
		const user = show();
		await user.type(next(), 'One{Enter}');
		await user.click(screen.getByRole('button', { name: 'Remove One' }));
		const offer = toasts.toasts.at(-1);
		await user.type(next(), 'Two{Enter}');
		offer?.action?.run();
		expect(statements()).toEqual(['Two']);
		expect(toasts.toasts.at(-1)?.text).toMatch(/^Other changes came after/);
	});
});
