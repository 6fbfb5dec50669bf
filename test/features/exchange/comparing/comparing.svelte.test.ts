import '../../../ui/jsdom-platform.ts';

import { configure, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import ImportWizard from '../../../../src/features/exchange/importing/ImportWizard.svelte';
import { ImportSession } from '../../../../src/features/exchange/importing/import-session.svelte.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { addControls } from '../../../../src/workbook/commands/add-controls.ts';
import {
	editControls,
	type ControlColumn,
} from '../../../../src/workbook/commands/edit-controls.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';
import { workerInProcess, type WorkerInProcess } from '../../../support/exchange-in-process.ts';
import { aCsv, anXlsx, controlHeader } from '../a-file.ts';
import { filesInMemory, profilesInMemory } from '../ports.ts';

// Reading and recognising take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const reviews = ['AC-1', 'Access reviews', 'CC6.1', 'Dana', 'Done'] as const;
const joiners = ['AC-2', 'Joiners get access by ticket', 'CC6.2', 'Sam', 'Planned'] as const;
const backups = ['BK-1', 'Backups are restored as a test', 'A1.2', 'Kim', 'Planned'] as const;
const first = aCsv('matrix.csv', controlHeader, reviews, joiners, backups);

const workers: WorkerInProcess[] = [];
const files = filesInMemory();
let workbook: LiveWorkbook;
let session: ImportSession;

beforeEach(async () => {
	workbook = new LiveWorkbook(aWorkbook());
	session = new ImportSession({
		workbook,
		startWorker: () => {
			const worker = workerInProcess();
			workers.push(worker);
			return Promise.resolve(worker);
		},
		files,
		profiles: profilesInMemory(),
	});
	await session.openFile(first);
	await session.apply();
});

afterEach(() => {
	session.close();
	for (const worker of workers.splice(0)) worker.terminate();
});

function edit(controlId: string, column: ControlColumn, value: string): void {
	const control = workbook.controls.find((each) => each.controlId === controlId)!.id;
	done(workbook.workbook, editControls, { edits: [{ control, column, value }] });
}

function owners(): readonly (readonly string[])[] {
	return workbook.controls
		.filter(({ retired }) => !retired)
		.map(({ controlId, owner }) => [controlId, owner]);
}

async function compare(file: File): Promise<void> {
	await session.openFile(file);
	await session.compareSheet(0);
}

describe('a file that is chosen', () => {
	it('is offered as the next version by its name and ids, and never taken for one unasked', async () => {
		await session.openFile(aCsv('Matrix v2 (final).csv', controlHeader, reviews, joiners));
		expect(session.step).toBe('sheets');
		expect(session.next.versions.get(0)).toMatchObject({ knownIds: 2, ids: 2 });
	});

	it('is offered under another name where half of its ids are known', async () => {
		const other = ['ZZ-1', 'Something else', 'CC1.1', 'Ann', ''] as const;
		await session.openFile(aCsv('audit.csv', controlHeader, reviews, other));
		expect(session.next.versions.has(0)).toBe(true);
		await session.openFile(
			aCsv('audit.csv', controlHeader, reviews, other, ['ZZ-2', 'More', '', '', '']),
		);
		expect(session.next.versions.has(0)).toBe(false);
		expect(session.step).toBe('check');
	});

	it('is no next version where its columns are others', async () => {
		await session.openFile(aCsv('matrix.csv', ['Ref', 'Vendor', 'Contract'], ['AC-1', 'A', 'B']));
		expect(session.next.versions.size).toBe(0);
	});

	it('is one where the person says so, whatever it holds', async () => {
		session.expectNextVersion([session.importId!]);
		expect(session.next.expectedName).toBe('matrix.csv');
		await session.openFile(aCsv('other.csv', controlHeader, ['N-1', 'New', 'CC1.1', 'Ann', '']));
		expect(session.next.versions.get(0)).toMatchObject({ knownIds: 0, ids: 1 });
	});

	it('is compared sheet by sheet', async () => {
		const rows = [controlHeader, reviews, joiners];
		await session.openFile(anXlsx('matrix.xlsx', { Notes: [['Text']], Controls: rows }));
		expect([...session.next.versions.keys()]).toEqual([1]);
	});
});

describe('the comparison', () => {
	it('takes what nobody contradicts, keeps the file, and undoes as one step', async () => {
		edit('AC-2', 'owner', 'Bob');
		const next = aCsv(
			'matrix.csv',
			controlHeader,
			['AC-1', reviews[1], 'CC6.1', 'Ann', 'Done'],
			joiners,
		);
		await compare(next);
		expect(session.next.comparison?.counts).toMatchObject({ theirs: 1, ours: 1, removed: 1 });
		await session.takeVersion();
		expect(session.step).toBe('done');
		expect(owners()).toEqual([
			['AC-1', 'Ann'],
			['AC-2', 'Bob'],
			['BK-1', 'Kim'],
		]);
		const { sha256 } = workbook.importRecord(session.importId!)!;
		expect(await files.read(sha256)).toEqual({
			ok: true,
			value: new Uint8Array(await next.arrayBuffer()),
		});
		session.undo();
		expect(owners()).toEqual([
			['AC-1', 'Dana'],
			['AC-2', 'Bob'],
			['BK-1', 'Kim'],
		]);
	});

	it('says what was changed meanwhile instead of replacing it, and compares again', async () => {
		await compare(aCsv('matrix.csv', controlHeader, ['AC-1', reviews[1], 'CC6.1', 'Ann', 'Done']));
		edit('AC-1', 'owner', 'Bob');
		await session.takeVersion();
		expect(session.step).toBe('compare');
		expect(session.next.comparison?.problem).toMatch(/^Owner of AC-1 was changed since/);
		expect(owners()[0]).toEqual(['AC-1', 'Bob']);
		await session.next.comparison?.compare();
		expect(session.next.comparison?.open).toBe(1);
	});

	it('does not bring in a row whose id another control has, unless told to', async () => {
		done(workbook.workbook, addControls, { rows: [{ controlId: 'X-1' }, { controlId: 'X-1' }] });
		const row = ['X-1', 'Known elsewhere', 'CC1.1', 'Ann', ''];
		await compare(aCsv('matrix.csv', controlHeader, reviews, joiners, backups, row));
		await session.takeVersion();
		expect(owners().filter(([id]) => id === 'X-1')).toHaveLength(2);
		const record = workbook.importRecord(session.importId!)!;
		expect(record.leftOut).toMatchObject([{ row: 5, reason: 'Left out by you' }]);
	});

	it('can be stopped, and nothing was changed', async () => {
		await session.openFile(aCsv('matrix.csv', controlHeader, reviews));
		const comparing = session.compareSheet(0);
		session.backToSheets();
		await comparing;
		expect(session.step).toBe('sheets');
		expect(session.next.comparison?.file).toBeUndefined();
		await session.compareSheet(0);
		expect(session.next.comparison?.counts.removed).toBe(2);
	});
});

describe('the screen of the comparison', () => {
	async function show(file: File) {
		await session.openFile(file);
		const ondone = vi.fn();
		render(ImportWizard, {
			...{ session, workbook, files, ondownload: vi.fn(), file: undefined, ondone },
		});
		const user = userEvent.setup();
		await user.click(
			await screen.findByRole('button', { name: 'Compare with what you have: Sheet1' }),
		);
		await screen.findByRole('group', { name: 'Show' });
		return user;
	}
	async function entry(name: RegExp): Promise<HTMLElement> {
		const heading = await screen.findByRole('heading', { level: 2, name });
		const item = heading.closest<HTMLElement>('[role=listitem]');
		if (!item) throw new Error('The heading is in no entry of the list');
		return item;
	}
	const take = () => screen.getByRole('button', { name: 'Take the new version' });

	it('asks for what both changed before anything can be taken, one by one or all at once', async () => {
		edit('AC-1', 'owner', 'Bob');
		edit('AC-2', 'owner', 'Bob');
		const ann = [reviews, joiners, backups].map((row) => [...row.slice(0, 3), 'Ann', row[4]]);
		const user = await show(aCsv('matrix.csv', controlHeader, ...ann));
		expect(take()).toBeDisabled();
		expect(screen.getByText('2 conflicts to decide')).toBeVisible();
		const choice = within(await entry(/^AC-1/)).getByRole('group', { name: 'Owner of AC-1' });
		await user.click(within(choice).getByRole('radio', { name: 'Here' }));
		expect(screen.getByText('1 conflict to decide')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Show it' }));
		await user.click(screen.getByRole('button', { name: 'New file for all' }));
		await user.click(screen.getByRole('button', { name: 'Here for all' }));
		await user.click(take());
		await screen.findByRole('heading', { name: 'matrix.csv is the version you work with now' });
		expect(owners()).toEqual([
			['AC-1', 'Bob'],
			['AC-2', 'Bob'],
			['BK-1', 'Ann'],
		]);
	});

	it('takes two apart that are not the same, and together again', async () => {
		const renamed = ['DR-9', 'Backups are restored as a yearly test', 'A1.2', 'Kim', 'Planned'];
		const user = await show(aCsv('matrix.csv', controlHeader, reviews, joiners, renamed));
		expect(await entry(/^BK-1/)).toHaveTextContent('The ID was BK-1 and is DR-9 now');
		await user.click(screen.getByRole('button', { name: 'BK-1: not the same control' }));
		expect(await entry(/^DR-9/)).toHaveTextContent('Row 4, not here yet');
		expect(screen.getByRole('region', { name: 'Differences' })).toHaveFocus();
		await user.click(screen.getByRole('button', { name: 'BK-1: the same control after all' }));
		await user.click(screen.getByRole('button', { name: 'BK-1: not the same control' }));
		const gone = within(await entry(/^BK-1/)).getByRole('group', { name: 'BK-1' });
		await user.click(within(gone).getByRole('radio', { name: 'Retire' }));
		await user.click(take());
		await screen.findByRole('heading', { name: /is the version you work with now/ });
		expect(owners().map(([id]) => id)).toEqual(['AC-1', 'AC-2', 'DR-9']);
	});

	it('leaves added rows out and retires what is gone, all of them at once', async () => {
		const added = ['N-1', 'New control', 'CC1.1', 'Ann', ''];
		const user = await show(aCsv('matrix.csv', controlHeader, reviews, added));
		await user.click(screen.getByRole('radio', { name: /^Added rows 1/ }));
		await user.click(screen.getByRole('button', { name: 'Leave all out' }));
		await user.click(screen.getByRole('radio', { name: /^Not in the file any more 2/ }));
		await user.click(screen.getByRole('button', { name: 'Retire all' }));
		await user.click(take());
		await screen.findByRole('heading', { name: /is the version you work with now/ });
		expect(owners()).toEqual([['AC-1', 'Dana']]);
	});

	it('names columns that are gone and columns that are new', async () => {
		const header = ['Control ID', 'Title', 'Criteria', 'Status', 'Building'];
		const rows = [reviews, joiners].map(([id, title, criteria, , status], at) => [
			...[id, title, criteria, status, ['North', 'South'][at] ?? ''],
		]);
		await show(aCsv('matrix.csv', header, ...rows));
		expect(screen.getByText(/A column is not in matrix.csv any more: Owner\./)).toBeVisible();
		expect(screen.getByText(/New in matrix.csv: Building\./)).toBeVisible();
	});
});
