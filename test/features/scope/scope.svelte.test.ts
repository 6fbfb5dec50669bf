import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { renderScope } from './render-scope.ts';

const card = (name: string) => within(screen.getByRole('region', { name }));
const question = (within_: ReturnType<typeof card>, name: RegExp) =>
	within(within_.getByRole('group', { name }));

describe('the scope, step by step', () => {
	it('begins at the first question without an answer and counts what is answered', () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { organization: 'Lanternfish', service: 'Maps' } });
		const page = renderScope(workbook);
		expect(page.section()).toBe('Categories');
		expect(screen.getByText('1 of 9 answered')).toBeVisible();
		expect(screen.getByRole('button', { name: /^Company and service.*answered$/ })).toBeVisible();
	});

	it('goes on, skips and goes back without a dialog, and leads the keyboard along', async () => {
		const { user, section, asked } = renderScope(aWorkbook());
		await user.click(screen.getByRole('button', { name: 'Skip to: Categories' }));
		expect(section()).toBe('Categories');
		expect(screen.getByRole('heading', { name: 'Categories' })).toHaveFocus();
		await user.click(screen.getByRole('button', { name: 'Back' }));
		expect(section()).toBe('Company and service');
		expect(asked).toEqual(['section categories', 'section company']);
	});

	it('stays at a section while it is answered, and then offers the next', async () => {
		const { user, section, scope } = renderScope(aWorkbook());
		await user.type(screen.getByRole('textbox', { name: 'Organization' }), 'Lanternfish{Enter}');
		await user.type(screen.getByRole('textbox', { name: 'Service' }), 'Maps');
		await user.tab();
		expect(scope()).toMatchObject({ organization: 'Lanternfish', service: 'Maps' });
		expect(section()).toBe('Company and service');
		expect(screen.getByRole('button', { name: 'Next: Categories' })).toBeVisible();
	});

	it('shows every section at once as a form', async () => {
		const { user } = renderScope(aWorkbook());
		await user.click(screen.getByRole('radio', { name: 'All on one page' }));
		expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(10);
		await user.click(screen.getByRole('button', { name: 'Limits of checks' }));
		expect(screen.getByRole('heading', { name: 'Limits of checks' })).toHaveFocus();
	});

	it('takes an answer back by undo, one step an answer', async () => {
		const { user, commands, scope } = renderScope(aWorkbook(), 'company');
		await user.type(screen.getByRole('textbox', { name: 'Organization' }), 'Lanternfish{Enter}');
		commands.give('undo');
		expect(scope().organization).toBe('');
	});

	it('puts back what stood when Esc is pressed', async () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { organization: 'Lanternfish' } });
		const { user, scope } = renderScope(workbook, 'company');
		const field = screen.getByRole('textbox', { name: 'Organization' });
		await user.type(field, ' Software{Escape}');
		expect(field).toHaveValue('Lanternfish');
		await user.tab();
		expect(scope().organization).toBe('Lanternfish');
	});
});

describe('categories', () => {
	it('are suggested by answers and chosen by the person alone', async () => {
		const { user, scope } = renderScope(aWorkbook(), 'categories');
		const availability = card('Availability');
		await user.click(
			question(availability, /uptime or another service level/).getByRole('radio', { name: 'Yes' }),
		);
		expect(
			availability.getByText(
				'Your answers speak for including Availability: you promise a service level.',
			),
		).toBeVisible();
		expect(scope().categories).toEqual([]);
		await user.click(availability.getByRole('checkbox', { name: /In scope/ }));
		expect(scope().categories).toEqual(['security', 'availability']);
		expect(availability.getByText('Brings 3 criteria')).toBeVisible();
	});

	it('can be kept to Security', async () => {
		const { user, scope } = renderScope(aWorkbook(), 'categories');
		await user.click(screen.getByRole('button', { name: 'Keep to Security' }));
		expect(scope().categories).toEqual(['security']);
		expect(screen.getByText(/one category\s+and 33 criteria/)).toBeVisible();
		expect(screen.queryByRole('button', { name: 'Keep to Security' })).toBeNull();
	});

	it('warn while nothing on record calls for one, until something does', async () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { categories: ['security', 'privacy'] } });
		const { user } = renderScope(workbook, 'categories');
		const privacy = card('Privacy');
		expect(privacy.getByText(/No notice of your own to individuals/)).toBeVisible();
		await user.click(question(privacy, /notice of your own/).getByRole('radio', { name: 'Yes' }));
		expect(privacy.queryByText(/No notice of your own to individuals/)).toBeNull();
	});

	it('keep the reason a person gives', async () => {
		const { user, scope } = renderScope(aWorkbook(), 'categories');
		const reason = card('Privacy').getByRole('textbox', { name: 'Why it is left out' });
		await user.type(reason, 'We only process for customers');
		await user.tab();
		expect(scope().reasons).toEqual({ privacy: 'We only process for customers' });
	});
});

describe('dates', () => {
	it('of a period are set by presets, with its length in words', async () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { reportType: 'type2', periodStart: '2026-12-01' } });
		const { user, scope } = renderScope(workbook, 'dates');
		await user.click(screen.getByRole('button', { name: '3 months' }));
		expect(scope().periodEnd).toBe('2027-02-28');
		expect(screen.getByText('3 months', { selector: 'strong' })).toBeVisible();
		await user.click(screen.getByRole('button', { name: '12 months' }));
		expect(scope().periodEnd).toBe('2027-11-30');
	});

	it('warn of a short period', () => {
		const workbook = aWorkbook();
		done(workbook, setScope, {
			values: { reportType: 'type2', periodStart: '2026-12-01', periodEnd: '2027-01-31' },
		});
		renderScope(workbook, 'dates');
		expect(screen.getByText(/^Under 3 months/)).toBeVisible();
	});

	it('are one date for a Type 1', async () => {
		const { user, scope } = renderScope(aWorkbook(), 'dates');
		await user.click(screen.getByRole('radio', { name: 'Type 1: one date' }));
		await user.type(screen.getByRole('textbox', { name: 'As-of date' }), '31 Dec 2026{Enter}');
		expect(scope()).toMatchObject({ reportType: 'type1', asOf: '2026-12-31' });
	});
});

describe('commitments', () => {
	it('ask why a category they call for is left out, and no more once there is a reason', async () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { categories: ['security'] } });
		done(workbook, addRecords, {
			register: 'commitments',
			rows: [{ text: 'Available 99.9 %', categories: ['availability'] }],
		});
		const { user } = renderScope(workbook, 'commitments');
		expect(screen.getByText('Availability is not in scope.')).toBeVisible();
		expect(screen.getByText(/^A commitment calls for Availability/)).toBeVisible();
		await user.type(screen.getByRole('textbox', { name: 'Why no category' }), 'A trial{Enter}');
		expect(screen.queryByText(/^A commitment calls for Availability/)).toBeNull();
	});
});

describe('the system boundary', () => {
	it('takes the systems in scope that it does not name, in one step', async () => {
		const workbook = aWorkbook();
		done(workbook, addRecords, {
			register: 'systems',
			rows: [
				{ name: 'Postgres', kind: 'dataStore', scope: 'in' },
				{ name: 'API', kind: 'application', scope: 'in' },
			],
		});
		const { user, commands } = renderScope(workbook, 'boundary');
		await user.click(screen.getByRole('button', { name: 'Add these 2' }));
		const components = workbook.registers.of('boundary');
		expect(components.all().map(({ name, kind }) => [name, kind])).toEqual([
			['Postgres', 'infrastructure'],
			['API', 'software'],
		]);
		commands.give('undo');
		expect(components.all()).toEqual([]);
	});

	it('leads to the whole register', async () => {
		const { user, asked } = renderScope(aWorkbook(), 'boundary');
		await user.click(screen.getByRole('button', { name: 'All columns' }));
		expect(asked).toEqual(['place boundary']);
	});
});

describe('vendors', () => {
	it('are decided by one question, and a subservice organization by its method', async () => {
		const workbook = aWorkbook();
		done(workbook, addRecords, { register: 'vendors', rows: [{ name: 'AWS' }] });
		const { user } = renderScope(workbook, 'vendors');
		const method = (): string | undefined => workbook.registers.of('vendors').all()[0]?.method;
		await user.click(screen.getByRole('radio', { name: 'Yes' }));
		expect(method()).toBe('undecided');
		await user.click(screen.getByRole('radio', { name: 'Carve-out' }));
		expect(method()).toBe('carveOut');
		expect(screen.getByText(/0 controls expected of it \(CSOC\)/)).toBeVisible();
		await user.click(screen.getByRole('radio', { name: 'No' }));
		expect(method()).toBe('notSubservice');
	});
});

describe('criteria that are not relevant', () => {
	it('count until there is a reason, and can be counted again', async () => {
		const workbook = aWorkbook();
		done(workbook, setScope, { values: { categories: ['security'] } });
		const { user, toasts } = renderScope(workbook, 'not-relevant');
		await user.type(
			screen.getByRole('combobox', { name: 'Set a criterion aside' }),
			'CC6.4{Enter}',
		);
		expect(screen.getByText(/Without a reason it still counts/)).toBeVisible();
		await user.type(screen.getByRole('textbox', { name: /Why CC6.4/ }), 'No site of our own');
		await user.tab();
		expect(screen.queryByText(/Without a reason it still counts/)).toBeNull();
		expect(workbook.assessments.get('CC6.4')).toMatchObject({
			relevance: 'no',
			notRelevantReason: 'No site of our own',
		});
		await user.click(screen.getByRole('button', { name: 'Count CC6.4 again' }));
		expect(workbook.assessments.get('CC6.4')?.relevance).toBe('');
		expect(toasts.toasts.at(-1)?.text).toBe('CC6.4 counts again.');
	});

	it('can be none', async () => {
		const { user, scope } = renderScope(aWorkbook(), 'not-relevant');
		await user.click(screen.getByRole('checkbox', { name: /Every criterion/ }));
		expect(scope().allRelevant).toBe('yes');
		expect(screen.getByText('1 of 9 answered')).toBeVisible();
	});
});
