import '../../../ui/jsdom-platform.ts';

import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import ImportsList from '../../../../src/features/exchange/summary/ImportsList.svelte';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { editControls } from '../../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../../src/workbook/commands/import-rows.ts';
import { refused } from '../../../../src/base/result.ts';
import { retireControls } from '../../../../src/workbook/commands/retire-controls.ts';
import type { SourceFilesPort } from '../../../../src/workbook/ports.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';
import { filesInMemory } from '../ports.ts';

const bytes = new Uint8Array([1, 2, 3]);
let workbook: LiveWorkbook;
let files: SourceFilesPort;

interface Imported {
	/** False: the file is not in this browser. */
	readonly keep?: boolean;
	readonly sheet?: string;
	readonly content?: Uint8Array;
}

async function imported(
	fileName: string,
	{ keep = true, sheet = 'Controls', content = bytes }: Imported = {},
): Promise<void> {
	const kept = keep ? await files.keep(content, fileName, '') : undefined;
	done(workbook.workbook, importRows, {
		fileName,
		sha256: kept?.ok ? kept.value.sha256 : 'f'.repeat(64),
		sheet,
		headerRow: 3,
		columns: [
			{ index: 0, header: 'Ref', target: { kind: 'field', key: 'controlId' } },
			{ index: 4, header: 'Region', target: { kind: 'own', name: 'Region', meaning: 'other' } },
			{ index: 5, header: 'Draft', target: { kind: 'leaveOut' } },
		],
		rows: [{ row: 4, texts: { controlId: 'AC-1' }, sets: {}, own: { 4: 'EU' } }],
		leftOut: [
			{ row: 9, reason: 'A total', text: 'Total 2' },
			{ row: 1, reason: 'Above the header', text: 'Our controls' },
		],
		problems: [{ cell: 'A4', severity: 'warning', text: 'CC6.9 does not exist' }],
		words: { status: { Done: 'implemented' } },
		filledFrom: {},
	});
}

function show(opened?: (typeof workbook.imports)[number]['id']) {
	const ondownload = vi.fn();
	const onopen = vi.fn();
	const onhandback = vi.fn();
	const onshowcontrols = vi.fn();
	render(ImportsList, {
		...{ workbook, files, ondownload, opened, onopen, onimport: vi.fn(), onhandback },
		onshowcontrols,
	});
	return { ondownload, onopen, onhandback, onshowcontrols, user: userEvent.setup() };
}

beforeEach(() => {
	workbook = new LiveWorkbook(aWorkbook());
	files = filesInMemory();
});

describe('the imports of a workbook', () => {
	it('teaches what will be here while there are none', () => {
		show();
		expect(screen.getByRole('heading', { name: 'Nothing was imported yet' })).toBeVisible();
	});

	it('lead to what came from their file, where something is left of it', async () => {
		await imported('matrix.xlsx');
		const { user, onshowcontrols } = show();
		await user.click(screen.getByRole('button', { name: 'Show its controls: matrix.xlsx' }));
		const [record] = workbook.imports;
		expect(onshowcontrols).toHaveBeenCalledWith(`file:${record?.sha256}`);
		const controls = workbook.controls.map(({ id }) => id);
		done(workbook.workbook, retireControls, { controls, reason: '' });
		await vi.waitFor(() =>
			expect(screen.queryByRole('button', { name: /^Show the controls/ })).toBeNull(),
		);
	});

	it('stand newest first, and one is opened by its button', async () => {
		await imported('first.xlsx');
		await imported('second.xlsx', { content: new Uint8Array([4]) });
		const { user, onopen } = show();
		const names = screen.getAllByRole('heading', { level: 2 });
		expect(names.map((heading) => heading.textContent)).toEqual(['second.xlsx', 'first.xlsx']);
		const first = screen.getByRole('region', { name: 'first.xlsx' });
		await user.click(within(first).getByRole('button', { name: /^Controls 1 row in/ }));
		expect(onopen).toHaveBeenCalledWith(workbook.imports[0]?.id);
	});

	it('stand together where they read sheets of one file', async () => {
		await imported('matrix.xlsx');
		await imported('matrix.xlsx', { sheet: 'More controls' });
		show();
		const file = screen.getByRole('region', { name: 'matrix.xlsx' });
		expect(within(file).getAllByRole('listitem')).toHaveLength(2);
		expect(within(file).getByText(/2 controls came from it/)).toBeVisible();
	});

	it('say which later version has taken the place of a file, and what is left of it', async () => {
		await imported('matrix.xlsx');
		await imported('matrix v2.xlsx', { content: new Uint8Array([4]) });
		const [first, later] = workbook.imports;
		const { id, ...row } = later!;
		workbook.workbook.doc.getMap('imports').set(id, { ...row, versionOf: first!.id });
		show();
		const file = screen.getByRole('region', { name: 'matrix.xlsx' });
		expect(within(file).getByText(/^A later version, matrix v2\.xlsx/)).toHaveTextContent(
			'1 control is in this one only.',
		);
		expect(within(file).queryByRole('button', { name: /^Hand back to its sender/ })).toBeNull();
	});

	it('say how many values were changed since, and lead to handing the file back', async () => {
		await imported('matrix.xlsx');
		const [control] = workbook.controls;
		const { user, onhandback } = show();
		expect(await screen.findByText(/No value was changed since/)).toBeVisible();
		done(workbook.workbook, editControls, {
			edits: [
				{ control: control!.id, column: 'title', value: 'Access is reviewed' },
				{ control: control!.id, column: 'criteria', value: ['CC6.1'] },
			],
		});
		expect(await screen.findByText(/2 values were changed since/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Hand back to its sender: matrix.xlsx' }));
		expect(onhandback).toHaveBeenCalledWith(workbook.imports[0]?.id);
	});

	it('say what came in, what was left out and why, and what each column became', async () => {
		await imported('matrix.xlsx');
		show(workbook.imports[0]?.id);
		expect(screen.getByText(/^1 row in, 2 rows left out$/, { selector: 'dd' })).toBeVisible();
		expect(screen.getByText('1 row left out: A total')).toBeVisible();
		expect(screen.getByText('CC6.9 does not exist')).toBeVisible();
		const columns = screen.getByRole('list', { name: 'Columns' });
		expect(
			within(columns)
				.getAllByRole('listitem')
				.map((item) => item.textContent.replace(/\s+/g, ' ').trim()),
		).toEqual(['A Ref → Control ID', 'E Region → Region', 'F Draft']);
		expect(screen.getByText('Status: “Done” → Implemented')).toBeInTheDocument();
	});

	it('hand the source file out as it was', async () => {
		await imported('matrix.xlsx');
		const { user, ondownload } = show(workbook.imports[0]?.id);
		await user.click(await screen.findByRole('button', { name: 'Download matrix.xlsx' }));
		expect(ondownload).toHaveBeenCalledWith(bytes, 'matrix.xlsx', 'application/octet-stream');
	});

	it('say so where the source file is not on this device', async () => {
		await imported('matrix.xlsx', { keep: false });
		show(workbook.imports[0]?.id);
		expect(await screen.findByText('Not on this device.')).toBeVisible();
		expect(screen.queryByRole('button', { name: 'Download matrix.xlsx' })).toBeNull();
	});

	it('say so where the source file turns out to be damaged', async () => {
		await imported('matrix.xlsx');
		const refusal = { text: 'The source file kept here is damaged.' };
		files = { ...files, read: () => Promise.resolve(refused(refusal)) };
		const { user, ondownload } = show(workbook.imports[0]?.id);
		await user.click(await screen.findByRole('button', { name: 'Download matrix.xlsx' }));
		expect(await screen.findByRole('alert')).toHaveTextContent('is damaged');
		expect(ondownload).not.toHaveBeenCalled();
	});

	it('say how many controls of the workbook came from it', async () => {
		await imported('matrix.xlsx');
		const [control] = workbook.controls;
		done(workbook.workbook, retireControls, { controls: [control!.id], reason: 'Replaced' });
		aControl(workbook.workbook, { controlId: 'ZZ-9' });
		show(workbook.imports[0]?.id);
		expect(
			screen.getByText('1 control in the workbook came from it, 1 of them retired'),
		).toBeVisible();
	});
});
