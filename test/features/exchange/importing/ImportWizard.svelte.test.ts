import '../../../ui/jsdom-platform.ts';

import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import ImportWizard from '../../../../src/features/exchange/importing/ImportWizard.svelte';
import { ImportSession } from '../../../../src/features/exchange/importing/import-session.svelte.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { aControl, aWorkbook } from '../../../support/a-workbook.ts';
import { workerInProcess, type WorkerInProcess } from '../../../support/exchange-in-process.ts';
import { aCsv, anXlsx, controlHeader } from '../a-file.ts';
import { filesInMemory, profilesInMemory } from '../ports.ts';

// Reading and recognising take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

const workers: WorkerInProcess[] = [];
let workbook: LiveWorkbook;

function aSession(files = filesInMemory()): ImportSession {
	return new ImportSession({
		workbook,
		startWorker: () => {
			const worker = workerInProcess();
			workers.push(worker);
			return Promise.resolve(worker);
		},
		files,
		profiles: profilesInMemory(),
	});
}

function show(file?: File, files = filesInMemory(), session = aSession(files)) {
	const ondone = vi.fn();
	const ondownload = vi.fn();
	const { unmount } = render(ImportWizard, {
		...{ session, workbook, files, ondownload, file, ondone },
	});
	return { ondone, session, leave: unmount, user: userEvent.setup() };
}

const matrix = aCsv(
	'matrix.csv',
	['Our controls', '', '', '', ''],
	controlHeader,
	['AC-1', 'Access review', 'CC6.1', 'Dana', 'Done'],
	['AC-2', 'Joiners', 'CC6.9', 'Sam', 'Planned'],
);

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const sheet = () => screen.getByRole('grid', { name: 'Sheet Sheet1' });

beforeEach(() => {
	workbook = new LiveWorkbook(aWorkbook());
});

afterEach(() => {
	for (const worker of workers.splice(0)) worker.terminate();
});

describe('the import wizard', () => {
	it('goes from the file to the summary, with the focus on the title of each step', async () => {
		const { user, ondone } = show(matrix);
		expect(await heading('Check “Sheet1”')).toHaveFocus();
		await user.click(await screen.findByRole('button', { name: 'Import 2 controls' }));
		expect(await heading('2 controls came in')).toHaveFocus();
		await user.tab();
		expect(screen.getByRole('button', { name: 'Go to the matrix' })).toHaveFocus();
		await user.keyboard('{Enter}');
		expect(ondone).toHaveBeenCalledWith(workbook.imports[0]?.id, 'controls');
	});

	it('shows the sheet with the row numbers of the file, what becomes of each, and why', async () => {
		show(matrix);
		await heading(/Check/);
		const rows = await within(sheet()).findAllByRole('rowheader');
		await waitFor(() =>
			expect(rows.map((row) => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
				expect.stringMatching(/^× 1 left out: /),
				'2 header',
				'3',
				'4',
			]),
		);
	});

	it('leaves a row out and brings it in again by the space bar, and says what comes in', async () => {
		const { user } = show(matrix);
		await heading(/Check/);
		await screen.findByRole('button', { name: 'Import 2 controls' });
		sheet().focus();
		await user.keyboard('{ArrowDown} ');
		expect(await screen.findByRole('button', { name: 'Import 1 control' })).toBeEnabled();
		await user.keyboard(' ');
		expect(await screen.findByRole('button', { name: 'Import 2 controls' })).toBeEnabled();
	});

	it('changes what a column becomes above the column', async () => {
		const { user } = show(matrix);
		await heading(/Check/);
		await user.selectOptions(
			screen.getByRole('combobox', { name: 'Column A, Control ID, becomes' }),
			'Title (now B)',
		);
		await user.click(await screen.findByRole('button', { name: 'Import 2 controls' }));
		await heading('2 controls came in');
		expect(workbook.controls.map(({ title }) => title)).toEqual(['AC-1', 'AC-2']);
		expect(workbook.ownColumns.map(({ name }) => name)).toContain('Title');
	});

	it('lists problems with their cell and goes there', async () => {
		const { user } = show(matrix);
		await heading(/Check/);
		await user.click(await screen.findByRole('tab', { name: 'Problems 1' }));
		await user.click(screen.getByRole('button', { name: 'C4' }));
		expect(
			document.getElementById(sheet().getAttribute('aria-activedescendant') ?? ''),
		).toHaveTextContent('CC6.9');
	});

	it('brings rows into the register they belong to, links found by name', async () => {
		aControl(workbook.workbook, { controlId: 'AC-1' });
		const rows = [
			['Risk ID', 'Risk Description', 'Likelihood', 'Impact', 'Existing Controls', 'Risk Owner'],
			['R-1', 'A laptop is stolen', 'High', 'Medium', 'ac-1', 'IT'],
		];
		const { ondone, user } = show(anXlsx('risks.xlsx', { 'Risk register': rows }));
		await heading(/Check/);
		expect(screen.getByRole('combobox', { name: 'These rows are' })).toHaveValue('risks');
		await user.click(await screen.findByRole('button', { name: 'Import 1 risk' }));
		await heading('1 risk came in');
		const [risk] = workbook.records('risks');
		expect(risk).toMatchObject({
			...{ riskId: 'R-1', likelihood: '4', impact: '3', owner: 'IT' },
			controls: [workbook.controls[0]?.id],
		});
		await user.click(screen.getByRole('button', { name: 'Go to risks' }));
		expect(ondone).toHaveBeenCalledWith(workbook.imports[0]?.id, 'risks');
	});

	it('[I-9] shows what a sheet says of criteria before it is taken, and undoes it as one step', async () => {
		const rows = [
			['Criterion', 'Text'],
			['CC1.1', 'Words of the publisher'],
			['CC6.1', 'More of them'],
			['CC6.99', 'None'],
		];
		const { user } = show(anXlsx('criteria.xlsx', { Sheet1: rows }));
		await heading(/Check/);
		await user.selectOptions(
			screen.getByRole('combobox', { name: 'These rows are' }),
			'Criteria: your assessment or their text',
		);
		expect(await screen.findByText('2 changes to 2 criteria.')).toBeVisible();
		expect(screen.getByText('2 criteria would change · 1 row left out')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Change 2 criteria' }));
		await heading('2 criteria changed');
		expect(workbook.assessment('CC6.1').licensedText).toBe('More of them');
		expect(workbook.imports).toEqual([]);
		await user.click(screen.getByRole('button', { name: 'Undo the import' }));
		expect(workbook.assessment('CC6.1').licensedText).toBe('');
	});

	it('names every sheet for what it seems to be, and marks what came in', async () => {
		const rows = [controlHeader, ['A-1', 'Review', 'CC6.1', 'Dana', 'Done']];
		const { user } = show(anXlsx('two.xlsx', { Matrix: rows, Notes: [['Read me first']] }));
		await heading('Which sheet?');
		await user.click(screen.getByRole('button', { name: 'Check this sheet: Matrix' }));
		await user.click(await screen.findByRole('button', { name: 'Import 1 control' }));
		await user.click(
			await screen.findByRole('button', { name: 'Import another sheet of this file' }),
		);
		const item = screen.getByRole('heading', { name: 'Matrix' }).closest('li');
		expect(item).toHaveTextContent('Imported, 1 row');
	});

	it('asks about ids that are in the workbook already', async () => {
		aControl(workbook.workbook, { controlId: 'AC-2' });
		const { user } = show(matrix);
		expect(
			await screen.findByText(/1 row has an id that is in the workbook already/),
		).toBeVisible();
		expect(screen.getByRole('button', { name: 'Import 1 control' })).toBeEnabled();
		await user.click(screen.getByRole('radio', { name: 'Add anyway' }));
		expect(screen.getByRole('button', { name: 'Import 2 controls' })).toBeEnabled();
	});

	it('takes a paste anywhere on the first step', async () => {
		const { user } = show();
		await user.paste('Control ID\tTitle\tCriteria\nAC-5\tReview\tCC6.1');
		expect(await heading('Check “Pasted cells”')).toHaveFocus();
	});

	it('says what is wrong with a file and lets another be chosen', async () => {
		show(new File([''], 'nothing.csv'));
		expect(await screen.findByRole('alert')).toHaveTextContent('nothing.csv was not read');
		expect(screen.getByRole('button', { name: 'Choose a spreadsheet' })).toBeEnabled();
	});

	it('stays where it is when the file cannot be kept, and says why', async () => {
		const { user } = show(matrix, filesInMemory('The disk is full.'));
		await user.click(await screen.findByRole('button', { name: 'Import 2 controls' }));
		expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
		expect(workbook.controls).toEqual([]);
	});

	it('undoes the import from the summary', async () => {
		const { user } = show(matrix);
		await user.click(await screen.findByRole('button', { name: 'Import 2 controls' }));
		await user.click(await screen.findByRole('button', { name: 'Undo the import' }));
		expect(await heading('The import was undone')).toBeVisible();
		expect(workbook.controls).toEqual([]);
	});
});

describe('coming back to the wizard', () => {
	it('finds what was decided, and does not read the file again', async () => {
		const { session, leave } = show(matrix);
		await heading('Check “Sheet1”');
		await session.review?.setTarget(1, { kind: 'field', key: 'owner' });
		leave();

		show(matrix, filesInMemory(), session);
		expect(await heading('Check “Sheet1”')).toBeVisible();
		expect(session.review?.target(session.review.columns[1]!)).toEqual({
			kind: 'field',
			key: 'owner',
		});
		expect(workers).toHaveLength(1);
	});

	it('asks before another file puts an end to an import under way', async () => {
		const { session, leave } = show(matrix);
		await heading('Check “Sheet1”');
		leave();
		const other = aCsv('other.csv', controlHeader, ['B-1', 'Review', 'CC6.1', 'Dana', 'Done']);

		const { user } = show(other, filesInMemory(), session);
		expect(await screen.findByText('“other.csv” is not read yet')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Go on with “matrix.csv”' }));
		expect(screen.queryByText('“other.csv” is not read yet')).toBeNull();
		expect(screen.getByRole('button', { name: 'Import 2 controls' })).toBeVisible();
	});

	it('reads the other file when the person says so', async () => {
		const { session, leave } = show(matrix);
		await heading('Check “Sheet1”');
		leave();
		const other = aCsv('other.csv', controlHeader, ['B-1', 'Review', 'CC6.1', 'Dana', 'Done']);

		const { user } = show(other, filesInMemory(), session);
		await user.click(await screen.findByRole('button', { name: 'Read “other.csv” instead' }));
		expect(await screen.findByRole('button', { name: 'Import 1 control' })).toBeVisible();
	});

	it('starts anew after an import that is through', async () => {
		const { session, leave, user } = show(matrix);
		await user.click(await screen.findByRole('button', { name: 'Import 2 controls' }));
		await heading('2 controls came in');
		leave();
		show(matrix, filesInMemory(), session);
		expect(await heading('Import a spreadsheet')).toBeVisible();
	});

	it('tells rows whose id came into the workbook meanwhile', async () => {
		const { session, leave } = show(matrix);
		await heading('Check “Sheet1”');
		expect(session.review?.knownRows).toHaveLength(0);
		leave();
		aControl(workbook.workbook, { controlId: 'AC-1' });
		show(matrix, filesInMemory(), session);
		await waitFor(() => expect(session.review?.knownRows).toHaveLength(1));
	});
});
