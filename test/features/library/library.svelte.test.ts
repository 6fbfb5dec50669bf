import '../../ui/jsdom-platform.ts';

import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import Library from '../../../src/features/library/Library.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { isCriterionId } from '../../../src/model/catalog/criterion-ids.ts';
import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';

async function show(workbook: Workbook, gap?: string) {
	const asked: string[] = [];
	const toasts = new ToastQueue();
	const commands = new CommandBoard();
	const page = render(Library, {
		workbook: new LiveWorkbook(workbook),
		toasts,
		commands,
		gap,
		onplace: (place: string, detail?: string) => {
			asked.push([place, detail].filter(Boolean).join(' '));
			if (place === 'library') void page.rerender({ gap: detail });
		},
		onopen: (control: string) => asked.push(`open ${control}`),
	});
	await screen.findByRole('heading', { name: 'Starter library' });
	return { user: userEvent.setup(), asked, toasts, commands };
}

const listbox = () => within(screen.getByRole('listbox', { name: 'Controls of the library' }));
const shown = (): string[] =>
	listbox()
		.getAllByRole('option')
		.map((option) => option.querySelector('.id')?.textContent ?? '');
const preview = () => within(screen.getByRole('article'));

function security(workbook = aWorkbook()): Workbook {
	done(workbook, setScope, { values: { categories: ['security'] } });
	return workbook;
}

describe('the starter library', () => {
	it('shows all controls by area, and tells what is open', async () => {
		await show(security());
		expect(shown()).toHaveLength(112);
		expect(
			listbox()
				.getAllByRole('group')
				.map((group) => group.getAttribute('aria-label'))[0],
		).toBe('Governance');
		expect(screen.getByText(/33 of 33 criteria in scope/)).toBeVisible();
	});

	it('says that only Security counts while no categories are chosen, and leads there', async () => {
		const { user, asked } = await show(aWorkbook());
		await user.click(screen.getByRole('button', { name: 'Choose the categories' }));
		expect(asked).toEqual(['scope categories']);
	});

	it('shows what would close a criterion, the best first, and back', async () => {
		const { user, asked } = await show(security());
		await user.click(screen.getByRole('button', { name: /^CC7.3/ }));
		expect(asked).toEqual(['library CC7.3']);
		expect(shown()).toEqual(['IR-01', 'CO-04', 'LM-02', 'LM-03', 'IR-02']);
		await user.click(screen.getByRole('button', { name: 'Show all' }));
		expect(shown()).toHaveLength(112);
	});

	it('shows all where the address names no criterion', async () => {
		await show(security(), 'CC7.33');
		expect(shown()).toHaveLength(112);
	});

	it('adds what was chosen by keyboard with one command and one undo', async () => {
		const workbook = security();
		const { user, toasts, commands } = await show(workbook, 'CC7.3');
		screen.getByRole('listbox').focus();
		await user.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{/Shift}');
		expect(screen.getByText(/3 chosen, answering 5\s+open criteria/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Add 3 controls' }));
		const added = workbook.controls.all();
		expect(added.map(({ controlId }) => controlId)).toEqual(['CO-04', 'LM-02', 'IR-01']);
		expect(added[2]).toMatchObject({
			title: 'Incident response plan',
			status: 'notStarted',
			isKey: 'yes',
			category: 'Incident response',
		});
		expect(toasts.toasts.at(-1)?.text).toBe('Added 3 controls from the starter library.');
		expect(screen.getByText('Nothing chosen')).toBeVisible();
		commands.give('undo');
		expect(workbook.controls.all()).toEqual([]);
	});

	it('leads on to adapting what was added, as long as it is there', async () => {
		const workbook = security();
		const { user, asked } = await show(workbook, 'CC7.3');
		await user.click(screen.getByRole('button', { name: 'Choose' }));
		await user.click(screen.getByRole('button', { name: 'Add 1 control' }));
		await user.click(screen.getByRole('button', { name: 'Adapt it' }));
		expect(asked).toEqual([`open ${workbook.controls.all()[0]?.id}`]);
		workbook.undo();
		expect(await screen.findByText(/33 of 33 criteria/)).toBeVisible();
		expect(screen.queryByRole('button', { name: 'Adapt it' })).toBeNull();
	});

	it('proposes a small set that answers all that is open', async () => {
		const workbook = security();
		const { user } = await show(workbook);
		await user.click(screen.getByRole('button', { name: /^Choose \d+ that answer them all$/ }));
		expect(screen.getByText(/answering 33\s+open criteria/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: /^Add \d+ controls$/ }));
		expect(screen.getByText('Every criterion in scope has a control.')).toBeVisible();
		const named = new Set(workbook.controls.all().flatMap(({ criteria }) => criteria));
		expect([...named].every(isCriterionId)).toBe(true);
	});

	it('marks what is there already and leads to it', async () => {
		const workbook = security();
		const control = aControl(workbook, { controlId: 'GV-01' });
		const { user, asked } = await show(workbook);
		expect(listbox().getByRole('option', { name: /GV-01.*There already/ })).toBeVisible();
		await user.click(preview().getByRole('button', { name: 'Open it' }));
		expect(asked).toEqual([`open ${control.id}`]);
		await user.click(screen.getByRole('checkbox', { name: /Show what you have already/ }));
		expect(shown()).not.toContain('GV-01');
	});

	it('hides what does not fit the company, says why, and shows it when asked', async () => {
		const workbook = security();
		const { user } = await show(workbook);
		expect(shown()).toContain('CM-02');
		await user.click(screen.getByText('What the company is'));
		const developers = screen.getByRole('group', { name: /build or change software/ });
		await user.click(within(developers).getByRole('radio', { name: 'No' }));
		expect(shown()).not.toContain('CM-02');
		await user.click(screen.getByRole('checkbox', { name: /does not fit the company/ }));
		const option = listbox().getByRole('option', { name: /CM-02.*Does not fit/ });
		await user.click(option.querySelector('.title')!);
		expect(preview().getByText(/It does not fit: no own code/)).toBeVisible();
	});

	it('is narrowed by words and by area', async () => {
		const { user } = await show(security());
		await user.type(screen.getByRole('searchbox'), 'restor BACKUP');
		expect(shown()).toEqual(['BC-03']);
		await user.clear(screen.getByRole('searchbox'));
		await user.selectOptions(screen.getByRole('combobox', { name: 'Area' }), 'Access');
		expect(shown()).toHaveLength(12);
		await user.type(screen.getByRole('searchbox'), 'no such thing');
		expect(screen.getByText(/Nothing in the library fits/)).toBeVisible();
	});

	it('is read by Enter, and Esc leads back to the list', async () => {
		const { user } = await show(security(), 'CC7.3');
		screen.getByRole('listbox').focus();
		await user.keyboard('{ArrowDown}{Enter}');
		expect(preview().getByRole('heading', { level: 2 })).toHaveFocus();
		expect(preview().getByText(/It would answer CC2.3, CC7.3/)).toBeVisible();
		await user.keyboard('{Escape}');
		expect(screen.getByRole('listbox')).toHaveFocus();
	});

	it('tells the tests of both types of report', async () => {
		const { user } = await show(security(), 'CC7.3');
		const tests = (): string => preview().getByRole('region', { name: 'Tests' }).textContent;
		const type2 = tests();
		await user.click(preview().getByRole('radio', { name: 'Type 1' }));
		expect(tests()).not.toBe(type2);
		expect(tests()).toContain('as-of date');
	});
});
