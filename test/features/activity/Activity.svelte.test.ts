import '../../ui/jsdom-platform.ts';

import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import Activity from '../../../src/features/activity/Activity.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import type { Control } from '../../../src/model/records/control.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { editRecords } from '../../../src/workbook/commands/records/edit-records.ts';
import { Workbook } from '../../../src/workbook/workbook.ts';
import { aReview, written } from '../../support/a-review.ts';
import { aControl, done } from '../../support/a-workbook.ts';
import { aPlace } from '../a-place.ts';
import { countingIds, fixedClock } from '../../support/fixed.ts';
import * as Y from 'yjs';

let workbook: Workbook;
let person: string;
let now: string;
let access: Control;
let change: Control;

beforeEach(() => {
	person = 'Dana';
	now = '2026-11-21T12:00:00.000Z';
	workbook = new Workbook(new Y.Doc(), {
		ids: countingIds(),
		clock: { ...fixedClock(), now: () => now },
		actor: () => ({ device: person, name: person }),
	});
	access = aControl(workbook, { controlId: 'AC-1', title: 'Access is reviewed' });
	change = aControl(workbook, { controlId: 'CM-1', title: 'Changes are reviewed' });
});

function setOwner(control: Control, value: string, by = 'Dana', at = now): void {
	person = by;
	now = at;
	done(workbook, editControls, { edits: [{ control: control.id, column: 'owner', value }] });
}

function show() {
	render(Activity, { live: new LiveWorkbook(workbook), hrefOf: (id: string) => `#${id}` });
	return userEvent.setup();
}

const labels = () =>
	screen
		.queryAllByRole('listitem')
		.map((item) =>
			(item.querySelector('.what summary') ?? item.querySelector('.what'))?.textContent.trim(),
		);
const days = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);

describe('the activity of a workbook', () => {
	it('names records of every register, finds them by name and leads to them', async () => {
		const [vendor = ''] = done(workbook, addRecords, {
			register: 'vendors',
			rows: [{ name: 'Acme Hosting' }],
		}).created;
		const edits = [{ record: vendor, column: 'controls', value: [access.id] }];
		done(workbook, editRecords, { register: 'vendors', edits });
		const user = show();
		await user.type(screen.getByRole('searchbox'), 'acme');
		const [edited] = screen.getAllByRole('listitem');
		const entry = within(edited!);
		expect(entry.getByRole('link', { name: 'Acme Hosting' })).toHaveAttribute('href', `#${vendor}`);
		await user.click(entry.getByText('Edit controls of Acme Hosting'));
		expect(entry.getByRole('cell', { name: 'AC-1' })).toBeVisible();
	});

	it('stands newest first by day, and each entry leads to its control', () => {
		setOwner(access, 'CTO', 'Dana', '2026-11-20T12:00:00.000Z');
		setOwner(change, 'CEO', 'Sam', '2026-11-21T12:00:01.000Z');
		show();
		expect(days()).toEqual(['21 Nov 2026', '20 Nov 2026']);
		const [newest] = screen.getAllByRole('listitem');
		expect(within(newest!).getByRole('link', { name: 'CM-1' })).toHaveAttribute(
			'href',
			`#${change.id}`,
		);
	});

	it('is found by person, by control and by period', async () => {
		setOwner(access, 'CTO', 'Sam', '2026-10-01T12:00:00.000Z');
		setOwner(change, 'CEO', 'Sam', '2026-11-18T12:00:00.000Z');
		setOwner(access, 'CISO', 'Dana', '2026-11-21T12:00:00.000Z');
		const user = show();
		expect(screen.getByText('5 entries')).toBeVisible();

		await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Sam');
		expect(labels()).toHaveLength(2);
		await user.click(screen.getByRole('radio', { name: '7 days' }));
		expect(labels()).toEqual([expect.stringContaining('CM-1')]);
		await user.click(screen.getByRole('radio', { name: 'Today' }));
		expect(screen.getByText('Nothing was done that fits.')).toBeVisible();

		await user.click(screen.getByRole('button', { name: 'Show all activity' }));
		expect(labels()).toHaveLength(5);
		await user.type(screen.getByRole('searchbox'), 'access reviewed');
		expect(labels()).toHaveLength(2);
		expect(screen.getByText('2 of 5')).toBeVisible();
	});

	it('draws the newest of very many, and more when asked to', async () => {
		for (let count = 0; count < 205; count++) setOwner(access, `Owner ${count}`);
		const user = show();
		// Roles of so many elements take jsdom seconds.
		const drawn = () => document.querySelectorAll('li').length;
		expect(drawn()).toBe(200);
		await user.click(screen.getByText('Show 7 more of 207'));
		expect(drawn()).toBe(207);
		expect(screen.queryByText(/^Show \d+ more/)).toBeNull();
	});

	it('shows both values of what was changed', async () => {
		setOwner(access, 'CTO');
		const user = show();
		await user.click(screen.getByText(/^Edit owner/));
		expect(screen.getByRole('cell', { name: 'CTO' })).toBeVisible();
	});

	it('is put together by record, and narrowed down to one of them', async () => {
		setOwner(access, 'CTO');
		setOwner(access, 'CISO');
		setOwner(change, 'CEO');
		const user = show();
		await user.click(screen.getByRole('radio', { name: 'By record' }));
		await user.click(screen.getByText('AC-1', { selector: 'summary *, summary' }));
		await user.click(screen.getByRole('button', { name: 'Only AC-1' }));
		expect(labels()).toEqual(['Edit owner of AC-1', 'Edit owner of AC-1']);
		await user.click(screen.getByRole('button', { name: /show all records/ }));
		expect(labels()).toHaveLength(5);
	});

	it('is found by register, field and kind of deed', async () => {
		setOwner(access, 'CTO');
		done(workbook, editControls, {
			edits: [{ control: access.id, column: 'title', value: 'Access is checked' }],
		});
		workbook.undo();
		const user = show();
		await user.selectOptions(screen.getByRole('combobox', { name: 'Register' }), 'Controls');
		expect(labels()).toHaveLength(3);
		await user.selectOptions(screen.getByRole('combobox', { name: 'Field' }), 'Title');
		expect(labels()).toEqual(['Undid: Edit title of AC-1', 'Edit title of AC-1']);
		await user.selectOptions(
			screen.getByRole('combobox', { name: 'What was done' }),
			'Undone or done again',
		);
		expect(labels()).toEqual(['Undid: Edit title of AC-1']);
	});

	it('[N-2] says what changed since, and keeps how somebody looks at it', async () => {
		now = '2026-11-01T12:00:00.000Z';
		const old = aControl(workbook, { controlId: 'OLD-1', owner: 'CTO' });
		setOwner(old, 'CEO', 'Sam', '2026-11-20T12:00:00.000Z');
		setOwner(old, 'CISO', 'Dana', '2026-11-21T12:00:00.000Z');
		setOwner(change, 'CEO', 'Dana', '2026-11-21T12:00:01.000Z');
		const { storage } = aPlace();
		const kept = { storage, key: 'activity' };
		const live = new LiveWorkbook(workbook);
		const { unmount } = render(Activity, { live, kept, hrefOf: (id: string) => `#${id}` });
		await userEvent.click(screen.getByRole('radio', { name: 'What changed since' }));
		expect(screen.getByRole('row', { name: 'Owner CTO CISO' })).toBeVisible();
		expect(screen.getByText('Sam and Dana, 2 times')).toBeVisible();
		unmount();

		render(Activity, { live, kept, hrefOf: (id: string) => `#${id}` });
		expect(screen.getByRole('radio', { name: 'What changed since' })).toBeChecked();
	});

	it('tells in the same list what was written in the review', async () => {
		const { review, live, workbook: shared } = await aReview();
		const control = aControl(shared, { controlId: 'AC-9' });
		const subject = { kind: 'record', record: control.id } as const;
		await written(review, { kind: 'thread', subject, text: 'Who does this?', mentions: [] });
		render(Activity, { live, review, hrefOf: (id: string) => `#${id}` });
		expect(screen.getByText('Began a thread about AC-9')).toBeVisible();
		await userEvent.selectOptions(
			screen.getByRole('combobox', { name: 'What was done' }),
			'Written in the review',
		);
		expect(labels()).toEqual(['Began a thread about AC-9']);
	});
});
