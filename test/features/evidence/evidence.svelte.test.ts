import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import Evidence from '../../../src/features/evidence/Evidence.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { controlLibrary } from '../../../src/model/catalog/control-library.ts';
import type { EvidenceItem } from '../../../src/model/registers/evidence.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { at } from '../../support/at.ts';
import { aPlace } from '../a-place.ts';

let workbook: Workbook;

beforeEach(() => {
	workbook = aWorkbook();
});

function inPeriod(): void {
	done(workbook, setScope, {
		values: { reportType: 'type2', periodStart: '2026-07-01', periodEnd: '2026-12-31' },
	});
}

function monthly() {
	return aControl(workbook, {
		controlId: 'VM-01',
		title: 'Vulnerability scans',
		isKey: 'yes',
		frequency: 'monthly',
		evidenceModel: 'occurrence',
		evidenceKinds: ['ev-policy-doc'],
		performer: 'Ana',
	});
}

function addItem(values: Partial<EvidenceItem>): EvidenceItem {
	const rows = [{ title: 'Scan of July', state: 'submitted', ...values }];
	const [id] = done(workbook, addRecords, { register: 'evidence', rows }).created;
	return itemOf(id);
}

function itemOf(id: string | undefined): EvidenceItem {
	const item = workbook.registers.of('evidence').get(id ?? '');
	if (!item) throw new Error('There is no such item');
	return item;
}

function show(opened?: string) {
	const place = aPlace();
	const page = render(Evidence, {
		...place,
		workbook: new LiveWorkbook(workbook),
		opened,
		onopen: (next: string | undefined) => void page.rerender({ opened: next }),
	});
	return { ...place, user: userEvent.setup() };
}

const panel = () => screen.getByRole('complementary');
const group = (name: RegExp) => screen.getByRole('radio', { name });
const list = (name: string) => within(screen.getByRole('list', { name }));

describe('what is due', () => {
	test('a control without evidence is late with its rounds, and is no more once they are shown', async () => {
		inPeriod();
		const control = monthly();
		const { user } = show();
		expect(list('Late').getByRole('listitem')).toHaveTextContent(
			'due 31 Jul 2026, 31 Aug 2026, 30 Sep 2026 and 1 more',
		);
		await user.click(screen.getByRole('button', { name: 'Add evidence of VM-01' }));
		await user.type(within(panel()).getByRole('textbox', { name: 'Effective on' }), '2026-07-31');
		await user.click(within(panel()).getByRole('button', { name: 'Add evidence' }));
		const item = at(workbook.registers.of('evidence').all(), 0);
		expect(item).toMatchObject({
			title: 'Approved policy or procedure: VM-01',
			kind: 'ev-policy-doc',
			controls: [control.id],
			state: 'submitted',
			effective: '2026-07-31',
			captured: '2026-11-21',
			preparer: 'Ana',
		});
		expect(list('Late').getByRole('listitem')).toHaveTextContent(
			'due 31 Aug 2026, 30 Sep 2026, 31 Oct 2026',
		);
		workbook.undo();
		expect(workbook.registers.of('evidence').all()).toEqual([]);
	});

	test('an item is not added without the day it is about', async () => {
		inPeriod();
		const control = monthly();
		const { user } = show(control.id);
		await user.click(within(panel()).getByRole('button', { name: 'Add evidence' }));
		expect(within(panel()).getByText(/Say which day it is about/)).toBeVisible();
		expect(workbook.registers.of('evidence').all()).toEqual([]);
	});

	test('one item shows several controls', async () => {
		inPeriod();
		const control = monthly();
		const other = aControl(workbook, { controlId: 'VM-02' });
		const { user } = show(control.id);
		await user.click(within(panel()).getByRole('button', { name: 'For several controls' }));
		await user.type(
			within(panel()).getByRole('combobox', { name: 'Controls it shows' }),
			'VM-02{Enter}',
		);
		await user.type(within(panel()).getByRole('textbox', { name: 'Effective on' }), '2026-07-31');
		await user.click(within(panel()).getByRole('button', { name: 'Add evidence' }));
		expect(at(workbook.registers.of('evidence').all(), 0).controls).toEqual(
			[control.id, other.id].toSorted(),
		);
	});

	test('for one date, controls without evidence in force are listed', () => {
		done(workbook, setScope, { values: { reportType: 'type1', asOf: '2026-11-30' } });
		monthly();
		show();
		expect(screen.getByRole('heading', { name: 'Not shown yet' })).toBeVisible();
		expect(list('Not shown yet').getByRole('listitem')).toHaveTextContent('VM-01');
		expect(screen.queryByRole('radio', { name: /Due soon/ })).not.toBeInTheDocument();
	});

	test('while no dates are set, the way to them is offered', async () => {
		const { user, asked } = show();
		await user.click(screen.getByRole('button', { name: 'Set dates' }));
		expect(asked).toEqual(['scope/dates']);
	});
});

describe('a review', () => {
	test('accepts with a name and a day; one person alone is remarked on', async () => {
		const item = addItem({ preparer: 'Ana', note: 'From the scanner' });
		const { user } = show(item.id);
		const form = () => within(screen.getByRole('form', { name: 'Accept or return' }));
		await user.type(form().getByRole('combobox', { name: 'Reviewed by' }), 'ana{Enter}');
		expect(form().getByText(/prepared it as well/)).toBeVisible();
		await user.click(form().getByRole('button', { name: 'Accept it' }));
		expect(itemOf(item.id)).toMatchObject({
			state: 'accepted',
			reviewer: 'ana',
			reviewed: '2026-11-21',
			note: 'From the scanner',
		});
		workbook.undo();
		expect(itemOf(item.id)).toMatchObject({ state: 'submitted', reviewer: '', reviewed: '' });
	});

	test('returns with what is missing; handed in again it waits anew', async () => {
		const item = addItem({});
		const { user } = show(item.id);
		const form = within(screen.getByRole('form', { name: 'Accept or return' }));
		await user.click(form.getByRole('radio', { name: 'Return' }));
		await user.type(form.getByRole('combobox', { name: 'Reviewed by' }), 'Ben{Enter}');
		await user.click(form.getByRole('button', { name: 'Return it' }));
		expect(form.getByText(/Say what is missing/)).toBeVisible();
		await user.type(form.getByRole('textbox', { name: 'What is missing' }), 'The list');
		await user.click(form.getByRole('button', { name: 'Return it' }));
		expect(itemOf(item.id)).toMatchObject({ state: 'returned', note: 'The list' });
		await user.click(within(panel()).getByRole('button', { name: 'Hand in again' }));
		expect(itemOf(item.id)).toMatchObject({
			state: 'submitted',
			submitted: '2026-11-21',
			reviewer: '',
		});
	});

	test('excuses with a reason', async () => {
		const item = addItem({});
		const { user } = show(item.id);
		const form = within(screen.getByRole('form', { name: 'Accept or return' }));
		await user.click(form.getByRole('radio', { name: 'Excuse' }));
		await user.click(form.getByRole('button', { name: 'Excuse it' }));
		expect(form.getByText(/Without a reason it still counts as missing/)).toBeVisible();
		expect(itemOf(item.id).state).toBe('submitted');
	});

	test('waits in its own list, beside those returned and accepted', async () => {
		addItem({ title: 'Waiting one' });
		addItem({ title: 'Accepted one', state: 'accepted' });
		addItem({ title: 'Returned one', state: 'returned', note: 'The list is missing' });
		const { user } = show();
		await user.click(group(/Waiting for review/));
		expect(list('Waiting for review').getByRole('listitem')).toHaveTextContent('Waiting one');
		await user.click(group(/Accepted/));
		expect(list('Accepted').getByRole('listitem')).toHaveTextContent('Accepted one');
		await user.click(group(/Returned/));
		expect(list('Returned').getByRole('listitem')).toHaveTextContent('The list is missing');
	});
});

describe('the period by month', () => {
	test('is walked by arrow keys, and Enter opens the evidence of the control', async () => {
		inPeriod();
		const control = monthly();
		addItem({ controls: [control.id], state: 'accepted', effective: '2026-07-31' });
		const { user } = show();
		await user.click(group(/By month/));
		expect(screen.getByText(/Of 6 rounds of key controls/)).toHaveTextContent(
			'1 is accepted and 3 missing',
		);
		const cells = screen.getAllByRole('gridcell');
		expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual([
			'Accepted, due 31 Jul 2026',
			'Missing, due 31 Aug 2026',
			'Missing, due 30 Sep 2026',
			'Missing, due 31 Oct 2026',
			'Due soon, due 30 Nov 2026',
			'Later, due 31 Dec 2026',
		]);
		at(cells, 0).focus();
		await user.keyboard('{ArrowRight}{ArrowRight}');
		expect(at(cells, 2)).toHaveFocus();
		await user.keyboard('{End}');
		expect(at(cells, 5)).toHaveFocus();
		expect(cells.filter((cell) => cell.tabIndex === 0)).toEqual([at(cells, 5)]);
		await user.keyboard('{Enter}');
		expect(within(panel()).getByRole('heading', { name: /VM-01/ })).toBeVisible();
	});
});

test('kinds that the library suggests are named in one step', async () => {
	const known = at(controlLibrary, 0);
	aControl(workbook, { title: known.title });
	aControl(workbook, { title: 'Their own' });
	const { user, toasts } = show();
	expect(screen.getByText('2 controls name no kind of evidence')).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Name what the library suggests' }));
	expect(await screen.findByText('1 control names no kind of evidence')).toBeVisible();
	expect(at(workbook.controls.all(), 0).evidenceKinds).toEqual(known.evidence.toSorted());
	expect(toasts.toasts.at(-1)?.text).toBe('Named the kinds of evidence of 1 control.');
	workbook.undo();
	expect(at(workbook.controls.all(), 0).evidenceKinds).toEqual([]);
});
