import '../../../ui/jsdom-platform.ts';

import { cleanup, configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import ExportDialog from '../../../../src/features/exchange/exporting/ExportDialog.svelte';
import type { ShownPart } from '../../../../src/features/exchange/exporting/export-session.svelte.ts';
import { controlFields } from '../../../../src/model/records/control-fields.ts';
import { readSpreadsheet } from '../../../../src/exchange/reading/read-spreadsheet.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { addRecords } from '../../../../src/workbook/commands/records/add-records.ts';
import { retireControls } from '../../../../src/workbook/commands/retire-controls.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';
import { workerInProcess, type WorkerInProcess } from '../../../support/exchange-in-process.ts';
import { fixedClock } from '../../../support/fixed.ts';

// Writing takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const workers: WorkerInProcess[] = [];
let workbook: LiveWorkbook;

function show(shown?: ShownPart, startWorker?: () => Promise<never>) {
	const ondownload = vi.fn<(bytes: Uint8Array, name: string, type: string) => void>();
	const onclose = vi.fn();
	const onhandback = vi.fn();
	render(ExportDialog, {
		workbook,
		name: 'Acme',
		by: 'Dana',
		version: '0.1.0',
		clock: fixedClock(),
		startWorker:
			startWorker ??
			(() => {
				const worker = workerInProcess();
				workers.push(worker);
				return Promise.resolve(worker);
			}),
		ondownload,
		wish: shown ? { shown } : {},
		kept: localStorage,
		onhandback,
		onclose,
	});
	return { ondownload, onhandback, onclose, user: userEvent.setup() };
}

/** The first column of the downloaded file's first sheet. */
async function firstColumn(download: ReturnType<typeof show>['ondownload']) {
	const [bytes, name] = download.mock.calls[0] ?? [];
	const read = await readSpreadsheet(bytes ?? new Uint8Array(), name ?? '', {
		progress: () => undefined,
		aborted: () => false,
	});
	return read.ok ? read.value.sheets[0]?.rows.map(({ cells }) => cells[0]?.text) : read.problems;
}

beforeEach(() => {
	localStorage.clear();
	const made = aWorkbook();
	workbook = new LiveWorkbook(made);
	aControl(made, { controlId: 'AC-1' });
	aControl(made, { controlId: 'AC-2' });
	const gone = aControl(made, { controlId: 'AC-3' });
	done(made, retireControls, { controls: [gone.id], reason: 'Replaced' });
});

afterEach(() => {
	for (const worker of workers.splice(0)) worker.terminate();
});

describe('exporting', () => {
	it('writes every active control into a named file and says where it went', async () => {
		const { ondownload, onclose, user } = show();
		await user.click(screen.getByRole('button', { name: 'Export' }));
		expect(await screen.findByRole('status')).toHaveTextContent(
			'“Acme 2026-11-21 Control matrix.xlsx” went to your downloads.',
		);
		expect(ondownload.mock.calls[0]?.slice(1)).toEqual([
			'Acme 2026-11-21 Control matrix.xlsx',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		]);
		expect(await firstColumn(ondownload)).toEqual(['Control ID', 'AC-1', 'AC-2']);
		await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
		expect(onclose).toHaveBeenCalled();
	});

	it.each([
		['OpenDocument (.ods)', 'Acme 2026-11-21 Control matrix.ods'],
		['Text (.csv)', 'Acme 2026-11-21 Control matrix.csv'],
		['Tab-separated (.tsv)', 'Acme 2026-11-21 Control matrix.tsv'],
	])('writes %s', async (format, name) => {
		const { ondownload, user } = show();
		await user.click(
			screen.getByRole('radio', { name: new RegExp(`^${format.replace(/[().]/g, '\\$&')}`) }),
		);
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		expect(ondownload.mock.calls[0]?.[1]).toBe(name);
		expect(await firstColumn(ondownload)).toEqual(['Control ID', 'AC-1', 'AC-2']);
	});

	it('writes a sheet made for others, under its own name', async () => {
		const { ondownload, user } = show();
		await user.click(screen.getByRole('radio', { name: /^Request list/ }));
		screen.getByText('2 requests, for all active controls that apply.');
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		expect(ondownload.mock.calls[0]?.[1]).toBe('Acme 2026-11-21 Request list.xlsx');
		expect(await firstColumn(ondownload)).toEqual(['Request #', 'R-AC-1', 'R-AC-2']);
	});

	it('says how many criteria have no control before it is written', async () => {
		const { user } = show();
		await user.click(screen.getByRole('radio', { name: /^Gap assessment/ }));
		screen.getByText('33 criteria, 33 of them without a control.');
		await user.click(screen.getByRole('radio', { name: /^Criteria × controls for the auditor/ }));
		screen.getByText('33 criteria, 33 of them without a control.');
	});

	it('offers registers that hold anything, one by one or all in one file', async () => {
		done(workbook.workbook, addRecords, { register: 'gaps', rows: [{ gapId: 'G-1' }] });
		done(workbook.workbook, addRecords, { register: 'risks', rows: [{ riskId: 'R-1' }] });
		const { ondownload, user } = show();
		await user.click(screen.getByRole('radio', { name: /^Another register/ }));
		await user.selectOptions(
			screen.getByRole('combobox', { name: 'Which register' }),
			'Remediation plan (1 gap)',
		);
		screen.getByText(/^1 gap in \d+ columns\.$/);
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		expect(ondownload.mock.calls[0]?.[1]).toBe('Acme 2026-11-21 Remediation plan.xlsx');
		expect(await firstColumn(ondownload)).toEqual(['Gap ID', 'G-1']);
	});

	it('puts every register that holds anything into one file', async () => {
		done(workbook.workbook, addRecords, { register: 'risks', rows: [{ riskId: 'R-1' }] });
		const { ondownload, user } = show();
		await user.click(screen.getByRole('radio', { name: /^Everything/ }));
		screen.getByText('2 controls, 1 risk.');
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		const [bytes, name] = ondownload.mock.calls[0] ?? [];
		const read = await readSpreadsheet(bytes ?? new Uint8Array(), name ?? '', {
			progress: () => undefined,
			aborted: () => false,
		});
		expect(read.ok && read.value.sheets.map((sheet) => sheet.name)).toEqual([
			...['Control matrix', 'Risk register', 'Read me'],
		]);
	});

	it('begins with the register that is in view', () => {
		done(workbook.workbook, addRecords, { register: 'risks', rows: [{ riskId: 'R-1' }] });
		const records = workbook.records('risks');
		show({ register: 'risks', records, columns: ['riskId'] });
		expect(screen.getByRole('combobox', { name: 'Which register' })).toHaveValue('risks');
		expect(screen.getByRole('textbox', { name: 'File name' })).toHaveValue(
			'Acme 2026-11-21 Risk register',
		);
	});

	it('keeps a name that was typed when something else is to be exported', async () => {
		const { user } = show();
		const field = screen.getByRole('textbox', { name: 'File name' });
		await user.click(screen.getByRole('radio', { name: /^Gap assessment/ }));
		expect(field).toHaveValue('Acme 2026-11-21 Gap assessment');
		await user.clear(field);
		await user.type(field, 'Q4');
		await user.click(screen.getByRole('radio', { name: /^Control matrix/ }));
		expect(field).toHaveValue('Q4');
	});

	it('offers neither what is shown nor retired controls for a sheet made for others', async () => {
		const { user } = show({ register: 'controls', records: [], columns: ['controlId'] });
		await user.click(screen.getByRole('radio', { name: /^Request list/ }));
		expect(screen.queryByRole('radio', { name: /^What is shown/ })).toBeNull();
		expect(screen.queryByRole('checkbox', { name: /^Retired/ })).toBeNull();
	});

	it('takes retired controls along when asked to', async () => {
		const { ondownload, user } = show();
		await user.click(screen.getByRole('checkbox', { name: /Retired controls too \(1 control\)/ }));
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		expect(await firstColumn(ondownload)).toEqual(['Control ID', 'AC-1', 'AC-2', 'AC-3']);
	});

	it('writes just what the matrix shows, in its order', async () => {
		const shown = [...workbook.controls.slice(0, 2)].reverse();
		const { ondownload, user } = show({
			register: 'controls',
			records: shown,
			columns: ['controlId', 'owner'],
		});
		await user.click(screen.getByRole('radio', { name: 'What is shown: 2 controls, 2 columns' }));
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		expect(await firstColumn(ondownload)).toEqual(['Control ID', 'AC-2', 'AC-1']);
	});

	it('takes the name that was typed, without what some system refuses, whatever ending it has', async () => {
		const { ondownload, user } = show();
		const field = screen.getByRole('textbox', { name: 'File name' });
		expect(field).toHaveValue('Acme 2026-11-21 Control matrix');
		await user.clear(field);
		expect(field).toHaveAccessibleDescription('Saved as “Acme 2026-11-21 Control matrix.xlsx”');
		await user.type(field, 'For the auditor: Q4/2026.xlsx');
		expect(field).toHaveAccessibleDescription('Saved as “For the auditor Q4 2026.xlsx”');
		await user.click(screen.getByRole('radio', { name: /^Text/ }));
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText('“For the auditor Q4 2026.csv” went to your downloads.');
		expect(ondownload.mock.calls[0]?.[1]).toBe('For the auditor Q4 2026.csv');
	});

	it('offers the format of the last export', async () => {
		const { user } = show();
		await user.click(screen.getByRole('radio', { name: /^OpenDocument/ }));
		await user.click(screen.getByRole('button', { name: 'Export' }));
		await screen.findByText(/went to your downloads/);
		cleanup();
		show();
		expect(screen.getByRole('radio', { name: /^OpenDocument/ })).toBeChecked();
	});

	it('says what will be in the file, and what of it the matrix hides', async () => {
		const total = controlFields.filter(({ isHidden }) => !isHidden).length;
		const { user } = show({
			register: 'controls',
			records: workbook.controls.slice(0, 1),
			columns: ['controlId'],
		});
		screen.getByText(
			`2 controls in ${total} columns. 1 control and ${total - 1} columns that the matrix hides are in it too.`,
		);
		await user.click(screen.getByRole('radio', { name: /^What is shown/ }));
		screen.getByText(`1 control in 1 column. 1 control and ${total - 1} columns stay out.`);
	});

	it('says what is wrong when the file cannot be written, and can be tried again', async () => {
		const { ondownload, user } = show(undefined, () => Promise.reject(new Error('no worker')));
		await user.click(screen.getByRole('button', { name: 'Export' }));
		expect(await screen.findByRole('alert')).toHaveTextContent('The file was not written');
		expect(screen.getByRole('button', { name: 'Export' })).not.toHaveAttribute('aria-busy');
		expect(ondownload).not.toHaveBeenCalled();
	});
});
