import '../../../ui/jsdom-platform.ts';

import { configure, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readSpreadsheet } from '../../../../src/exchange/reading/read-spreadsheet.ts';
import FillInInstead from '../../../../src/features/exchange/handing-back/FillInInstead.svelte';
import HandBack from '../../../../src/features/exchange/handing-back/HandBack.svelte';
import { HandBackSession } from '../../../../src/features/exchange/handing-back/hand-back-session.svelte.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import type { ImportId } from '../../../../src/model/records/import-record.ts';
import { addControls } from '../../../../src/workbook/commands/add-controls.ts';
import {
	editControls,
	type ControlColumn,
} from '../../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../../src/workbook/commands/import-rows.ts';
import type { SourceFilesPort } from '../../../../src/workbook/ports.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';
import { workerInProcess, type WorkerInProcess } from '../../../support/exchange-in-process.ts';
import { buildXlsx } from '../../../support/ooxml-builder.ts';
import { anXlsx } from '../a-file.ts';
import { filesInMemory } from '../ports.ts';

// Reading and writing take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const header = ['Control ID', 'Title', 'Owner', 'Criteria'];
const source = anXlsx('PBC.xlsx', {
	Controls: [
		header,
		['AC-1', 'Access is approved', 'CTO', 'CC6.1'],
		['AC-2', 'Access is reviewed', 'CTO', 'CC6.2'],
	],
});
const bytes = new Uint8Array(await source.arrayBuffer());

const workers: WorkerInProcess[] = [];
let workbook: LiveWorkbook;
let files: SourceFilesPort;
let imported: ImportId;

/** Brings the file in, as the wizard does. */
async function bringIn(content: Uint8Array | undefined, fileName = 'PBC.xlsx'): Promise<ImportId> {
	const kept = content && (await files.keep(content, fileName, ''));
	const { created } = done(workbook.workbook, importRows, {
		fileName,
		sha256: kept?.ok ? kept.value.sha256 : '',
		sheet: 'Controls',
		headerRow: 1,
		columns: (['controlId', 'title', 'owner', 'criteria'] as const).map((key, index) => ({
			index,
			header: header[index] ?? '',
			target: { kind: 'field' as const, key },
		})),
		rows: [
			row(2, 'AC-1', 'Access is approved', 'CC6.1'),
			row(3, 'AC-2', 'Access is reviewed', 'CC6.2'),
		],
		leftOut: [],
		problems: [],
		words: {},
		filledFrom: {},
	});
	return created[0] as ImportId;
}

function row(number: number, controlId: string, title: string, criterion: string) {
	const texts = { controlId, title, owner: 'CTO' };
	return { row: number, texts, sets: { criteria: [criterion] }, own: {} };
}

function edit(place: number, column: ControlColumn, value: string): void {
	const control = workbook.controls[place]!.id;
	done(workbook.workbook, editControls, { edits: [{ control, column, value }] });
}

function show(of = imported, startWorker?: () => Promise<never>) {
	const download = vi.fn<(bytes: Uint8Array, name: string, type: string) => void>();
	const session = new HandBackSession({
		workbook,
		files,
		download,
		startWorker:
			startWorker ??
			(() => {
				const worker = workerInProcess();
				workers.push(worker);
				return Promise.resolve(worker);
			}),
	});
	const asked = { onimports: vi.fn(), onhandback: vi.fn(), onopen: vi.fn(), onexport: vi.fn() };
	const open = () => render(HandBack, { session, of, workbook, ...asked });
	const { unmount } = open();
	return { ...asked, download, session, leave: unmount, open, user: userEvent.setup() };
}

function rowXml(texts: readonly string[], at: number): string {
	const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
	return `<row r="${at + 1}">${cells.join('')}</row>`;
}

/** A cell of the downloaded file's first sheet, and its number of rows. */
async function saved(download: ReturnType<typeof show>['download']) {
	const [content, name] = download.mock.calls[0] ?? [];
	const read = await readSpreadsheet(content ?? new Uint8Array(), name ?? '', {
		progress: () => undefined,
		aborted: () => false,
	});
	if (!read.ok) throw new Error('The saved file cannot be read');
	return read.value.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
}

const tree = () => screen.findByRole('tree');
const line = (name: RegExp) => screen.findByRole('treeitem', { name });
/** The head line of the review. */
const totals = () => screen.getAllByRole('status')[0]?.textContent;
const save = () => screen.getByRole('button', { name: 'Save the file' });

beforeEach(async () => {
	workbook = new LiveWorkbook(aWorkbook());
	files = filesInMemory();
	imported = await bringIn(bytes);
});

afterEach(() => {
	for (const worker of workers.splice(0)) worker.terminate();
});

describe('handing a file back', () => {
	it('says so where nothing differs, and offers the original', async () => {
		const { user, download } = show();
		expect(await screen.findByText(/^Nothing differs/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Download the original' }));
		expect(download).toHaveBeenCalledWith(bytes, 'PBC.xlsx', 'application/octet-stream');
	});

	it('shows each cell that changes, and saves just those that were not left out', async () => {
		edit(0, 'owner', 'CIO');
		edit(1, 'title', 'Access is reviewed quarterly');
		const { user, download } = show();
		await tree();
		expect(totals()).toBe('2 cells change.');
		expect(await line(/^C2 Owner CTO becomes CIO/)).toBeChecked();
		(await tree()).focus();
		await user.keyboard(' ');
		expect(await line(/^C2 Owner/)).not.toBeChecked();
		expect(totals()).toBe('1 cell changes, 1 is left out.');
		await user.click(save());
		expect(await screen.findByText('“PBC.xlsx” went to your downloads.')).toBeVisible();
		expect(await saved(download)).toEqual([
			header,
			['AC-1', 'Access is approved', 'CTO', 'CC6.1'],
			['AC-2', 'Access is reviewed quarterly', 'CTO', 'CC6.2'],
		]);
		expect(workbook.activity[0]?.label).toBe('Hand back PBC.xlsx: 1 cell changed, 1 was left out');
	});

	it('adds the controls made here below the one table there is, unless they are left out', async () => {
		done(workbook.workbook, addControls, { rows: [{ controlId: 'BC-1', title: 'Backups' }] });
		const { user, download } = show();
		await tree();
		expect(totals()).toBe('No cells change, 1 row is added.');
		const choice = screen.getByRole('combobox', { name: '1 control made here, not in the file' });
		await user.selectOptions(choice, 'Leave it out');
		expect(await screen.findByText(/^Nothing differs/)).toBeVisible();
		await user.selectOptions(screen.getByRole('combobox'), 'Add below the table of “Controls”');
		await tree();
		await user.click(save());
		await screen.findByText(/went to your downloads/);
		expect((await saved(download))?.[3]?.slice(0, 2)).toEqual(['BC-1', 'Backups']);
	});

	it('adds rows that a list of the file does not allow only when that is said', async () => {
		const owners = '<dataValidation type="list" sqref="C2:C9"><formula1>"CTO,CIO"</formula1>';
		const listed = buildXlsx({
			sheets: [
				{
					name: 'Controls',
					rows: [header, ['AC-1', 'Access is approved', 'CTO', 'CC6.1']].map(rowXml).join(''),
					after: `<dataValidations count="1">${owners}</dataValidation></dataValidations>`,
				},
			],
		});
		workbook = new LiveWorkbook(aWorkbook());
		const of = await bringIn(listed);
		done(workbook.workbook, addControls, { rows: [{ controlId: 'BC-1', owner: 'Nobody' }] });
		const { user, download } = show(of);
		const over = await screen.findByRole('checkbox', { name: /the new rows all the same$/ });
		await user.click(over);
		await user.click(save());
		await screen.findByText(/went to your downloads/);
		expect((await saved(download))?.at(-1)).toEqual(expect.arrayContaining(['BC-1', 'Nobody']));
	});

	it('puts first what cannot be written, with what is in the way', async () => {
		edit(0, 'evidence', 'Tickets');
		edit(0, 'owner', 'CIO');
		show();
		const [first] = within(await tree()).getAllByRole('treeitem');
		expect(totals()).toBe('1 cell changes, 1 cannot be written.');
		expect(first).toHaveTextContent('Cannot be written');
		const details = screen.getByRole('region', { name: 'Details' });
		expect(within(details).getByRole('status')).toHaveTextContent(/no column for Evidence/);
	});

	it('opens a control by Enter, and keeps what was decided until one comes back', async () => {
		edit(0, 'owner', 'CIO');
		const { user, onopen, leave, open } = show();
		(await tree()).focus();
		await user.keyboard(' {Enter}');
		expect(onopen).toHaveBeenCalledWith(workbook.controls[0]?.id);
		leave();
		open();
		expect(await line(/^C2 Owner/)).not.toBeChecked();
		expect(await line(/^C2 Owner/)).toHaveAttribute('aria-selected', 'true');
	});

	it('does not save what nobody has looked at: the workbook changed meanwhile', async () => {
		edit(0, 'owner', 'CIO');
		const { user, download } = show();
		await tree();
		edit(1, 'owner', 'COO');
		expect(await screen.findByText(/has changed since this list was made/)).toBeVisible();
		await user.click(save());
		expect(await screen.findByRole('alert')).toHaveTextContent('nothing was saved');
		expect(await line(/^C3 Owner CTO becomes COO/)).toBeChecked();
		expect(download).not.toHaveBeenCalled();
		await user.click(save());
		await screen.findByText(/went to your downloads/);
	});

	it('takes another name, with the ending of the file', async () => {
		edit(0, 'owner', 'CIO');
		const { user, download } = show();
		await tree();
		const field = screen.getByRole('textbox', { name: 'File name' });
		expect(field).toHaveValue('PBC.xlsx');
		await user.clear(field);
		await user.type(field, 'PBC filled in');
		expect(field).toHaveAccessibleDescription('Saved as “PBC filled in.xlsx”');
		await user.click(save());
		await screen.findByText('“PBC filled in.xlsx” went to your downloads.');
		expect(download.mock.calls[0]?.[1]).toBe('PBC filled in.xlsx');
	});
});

describe('a file that cannot be handed back', () => {
	it('was pasted: a fresh export is offered', async () => {
		const { user, onexport } = show(await bringIn(undefined, 'Pasted cells'));
		expect(await screen.findByText(/These controls were pasted/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Export a fresh file…' }));
		expect(onexport).toHaveBeenCalledOnce();
	});

	it('is no spreadsheet that can be patched: why is said', async () => {
		const strange = await bringIn(new TextEncoder().encode('{\\rtf1 no sheet}'), 'a.xls');
		const { onexport, user } = show(strange);
		expect(await screen.findByRole('alert')).toHaveTextContent('cannot be filled in');
		await user.click(screen.getByRole('button', { name: 'Export a fresh file…' }));
		expect(onexport).toHaveBeenCalledOnce();
	});

	it('is not in this browser: the very same file is taken, no other', async () => {
		edit(0, 'owner', 'CIO');
		files = filesInMemory();
		const { user } = show();
		await screen.findByText('Not on this device.');
		const choose = screen.getByLabelText('Choose PBC.xlsx', { selector: 'input' });
		await user.upload(choose, anXlsx('PBC.xlsx', { Controls: [header] }));
		expect(await screen.findByRole('alert')).toHaveTextContent('is not the file');
		await user.upload(screen.getByLabelText('Choose PBC.xlsx', { selector: 'input' }), source);
		expect(await line(/^C2 Owner CTO becomes CIO/)).toBeChecked();
	});

	it('has a later version: that one is offered', async () => {
		const later = await bringIn(new Uint8Array([1]), 'PBC v2.xlsx');
		const record = workbook.importRecord(later)!;
		workbook.workbook.doc.getMap('imports').set(later, { ...record, versionOf: imported });
		const { user, onhandback } = show();
		await user.click(await screen.findByRole('button', { name: 'Hand back PBC v2.xlsx' }));
		expect(onhandback).toHaveBeenCalledWith(later);
	});

	it('came in by an import that was taken back meanwhile', async () => {
		edit(0, 'owner', 'CIO');
		const { user } = show();
		await tree();
		workbook.undo();
		workbook.undo();
		await user.click(await screen.findByRole('button', { name: 'Bring it up to date' }));
		expect(await screen.findByText(/no longer in the workbook/)).toBeVisible();
	});

	it('is no longer among the imports', async () => {
		show('import:gone');
		expect(await screen.findByText(/no longer in the workbook/)).toBeVisible();
	});

	it('met a worker that would not start: it can be tried again', async () => {
		edit(0, 'owner', 'CIO');
		show(imported, () => Promise.reject(new Error('no worker')));
		expect(await screen.findByRole('alert')).toHaveTextContent('stopped unexpectedly');
		expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
	});

	it('is left alone when the person stops the work, and begun anew when asked to', async () => {
		edit(0, 'owner', 'CIO');
		const { user } = show(imported, () => new Promise(() => undefined));
		await user.click(await screen.findByRole('button', { name: 'Cancel' }));
		expect(await screen.findByText('Stopped. Nothing was changed.')).toBeVisible();
		expect(screen.getByRole('button', { name: 'Start again' })).toBeVisible();
	});
});

describe('exporting', () => {
	it('offers to fill in the file the controls came from, not what was pasted', async () => {
		await bringIn(undefined, 'Pasted cells');
		const onhandback = vi.fn();
		render(FillInInstead, { workbook, onhandback });
		const [button, ...more] = screen.getAllByRole('button');
		expect(more).toEqual([]);
		await userEvent.click(button!);
		expect(onhandback).toHaveBeenCalledWith(imported);
	});
});
