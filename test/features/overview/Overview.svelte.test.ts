import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Overview from '../../../src/features/overview/Overview.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';

function show(workbook: Workbook) {
	const ways = { onrecord: vi.fn(), onplace: vi.fn() };
	render(Overview, {
		workbook: new LiveWorkbook(workbook),
		name: 'Lanternfish',
		road: [
			{ id: 'scope', label: 'Scope', state: 'done', why: '' },
			{
				id: 'assessment',
				label: 'Assessment',
				state: 'now',
				why: 'The design of 3 controls is not judged.',
				place: 'criteria',
			},
		],
		...ways,
	});
	return ways;
}

function assessed(): Workbook {
	const workbook = aWorkbook();
	done(workbook, setScope, {
		values: {
			categories: ['security'],
			organization: 'Lanternfish',
			reportType: 'type2',
			periodStart: '2026-10-01',
			periodEnd: '2027-03-31',
		},
	});
	aControl(workbook, { controlId: 'AC-01', criteria: ['CC6.1'], design: 'met', owner: 'Dana' });
	return workbook;
}

test('a workbook without controls begins with three ways in', async () => {
	const { onplace } = show(aWorkbook());
	await userEvent.click(screen.getByRole('button', { name: 'Begin with the scope' }));
	expect(onplace).toHaveBeenCalledWith('scope');
	expect(screen.queryByRole('heading', { name: 'Where we stand' })).toBeNull();
});

test('says where the workbook stands, what pulls it down, and that this is no forecast', async () => {
	const { onplace } = show(assessed());
	expect(screen.getByText('Lanternfish. Type 2 from 1 Oct 2026 to 31 Mar 2027.')).toBeVisible();
	expect(screen.getByRole('meter', { name: /Not ready/ })).toBeVisible();
	expect(screen.getByText(/^Blocked by \d+ errors$/)).toBeVisible();
	expect(screen.getByText(/pulled down most by CC1\.1: no control answers it/)).toBeVisible();
	expect(screen.getByText(/It is no forecast of the opinion/)).toBeVisible();
	await userEvent.click(screen.getByRole('button', { name: 'See why' }));
	expect(onplace).toHaveBeenCalledWith('criteria', 'CC1.1');
});

test('lists the checks that block, each leading to its findings, and the same as a table', async () => {
	const { onplace } = show(assessed());
	const list = screen.getByRole('list', { name: 'Checks that found something' });
	await userEvent.click(within(list).getByRole('button', { name: /no control mapped/ }));
	expect(onplace).toHaveBeenCalledWith('checks', 'COV-01');
	await userEvent.click(screen.getByRole('button', { name: /table/i }));
	expect(screen.getByRole('cell', { name: '32' })).toBeVisible();
});

test('leads to what is late, and says what is next and what changed', async () => {
	const workbook = assessed();
	done(workbook, addRecords, {
		register: 'gaps',
		rows: [{ title: 'No restore test', due: '2026-11-20', status: 'open' }],
	});
	const [gap] = workbook.registers.of('gaps').all();
	const { onrecord, onplace } = show(workbook);
	expect(screen.getByText('1 late, 0 due in 14 days.')).toBeVisible();
	await userEvent.click(screen.getByRole('button', { name: 'No restore test' }));
	expect(onrecord).toHaveBeenCalledWith('gaps', gap?.id, 'due');
	await userEvent.click(screen.getByRole('button', { name: 'Go there' }));
	expect(onplace).toHaveBeenCalledWith('criteria');
	expect(screen.getByText(/records added.*by Dana/)).toBeVisible();
});
