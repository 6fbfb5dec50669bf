import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import type { ImportPorts } from '../../../../src/features/exchange/importing/import-ports.ts';
import { ImportSession } from '../../../../src/features/exchange/importing/import-session.svelte.ts';
import type { SheetReview } from '../../../../src/features/exchange/importing/sheet-review.svelte.ts';
import { aControl, aWorkbook } from '../../../support/a-workbook.ts';
import { workerInProcess, type WorkerInProcess } from '../../../support/exchange-in-process.ts';
import { aCsv, anXlsx, controlHeader } from '../a-file.ts';
import { filesInMemory, profilesInMemory } from '../ports.ts';

const two = aCsv(
	'matrix.csv',
	controlHeader,
	['AC-1', 'Access review', 'CC6.1', 'Dana', 'Done'],
	['AC-2', 'Joiners', 'CC6.2', 'Sam', 'Planned'],
);

let ports: ImportPorts;
let session: ImportSession;
const workers: WorkerInProcess[] = [];

function begin(changes: Partial<ImportPorts> = {}): ImportSession {
	ports = {
		workbook: new LiveWorkbook(aWorkbook()),
		startWorker: () => {
			const worker = workerInProcess();
			workers.push(worker);
			return Promise.resolve(worker);
		},
		files: filesInMemory(),
		profiles: profilesInMemory(),
		...changes,
	};
	return new ImportSession(ports);
}

function review(): SheetReview {
	if (!session.review) throw new Error('No sheet is being checked');
	return session.review;
}

const imported = () =>
	ports.workbook.controls.map(({ controlId, owner, status }) => [controlId, owner, status]);

beforeEach(() => {
	session = begin();
});

afterEach(() => {
	for (const worker of workers.splice(0)) worker.terminate();
});

describe('from a file to its summary', () => {
	it('goes straight to checking where the file has one sheet, and imports as one command', async () => {
		await session.openFile(two);
		expect(session.step).toBe('check');
		expect(review().comingIn).toBe(2);
		await session.apply();
		expect(session.step).toBe('done');
		expect(imported()).toEqual([
			['AC-1', 'Dana', 'implemented'],
			['AC-2', 'Sam', 'planned'],
		]);
		const record = ports.workbook.importRecord(session.importId!);
		expect(record).toMatchObject({
			fileName: 'matrix.csv',
			sheet: 'Sheet1',
			headerRow: 1,
			rowsIn: 2,
		});
		const kept = await ports.files.read(record!.sha256);
		expect(kept).toEqual({ ok: true, value: new Uint8Array(await two.arrayBuffer()) });
	});

	it('asks which sheet where there are several, and takes them one after another', async () => {
		const rows = (id: string) => [controlHeader, [id, 'Review', 'CC6.1', 'Dana', 'Done']];
		await session.openFile(anXlsx('two.xlsx', { First: rows('A-1'), Second: rows('B-1') }));
		expect(session.step).toBe('sheets');
		await session.checkSheet(0);
		await session.apply();
		session.backToSheets();
		await session.checkSheet(1);
		await session.apply();
		expect([...session.imported]).toEqual([
			[0, 1],
			[1, 1],
		]);
		expect(imported().map(([id]) => id)).toEqual(['A-1', 'B-1']);
	});

	it('takes pasted cells without a file to keep', async () => {
		await session.openPasted('', `Control ID\tTitle\tCriteria\nAC-9\tReview\tCC6.1`);
		await session.apply();
		const record = ports.workbook.importRecord(session.importId!);
		expect(record).toMatchObject({ fileName: 'Pasted cells', sha256: '', rowsIn: 1 });
	});

	it('undoes the import and says so when other changes came after it', async () => {
		await session.openFile(two);
		await session.apply();
		aControl(ports.workbook.workbook, { title: 'Added later' });
		session.undo();
		expect(session.refusal?.text).toContain('Undo those first');
		expect(imported()).toHaveLength(3);
		ports.workbook.undo();
		session.undo();
		expect(imported()).toEqual([]);
	});
});

describe('what a person changes before importing', () => {
	beforeEach(() => session.openFile(two));

	it('moves a field to another column and keeps the first one as an own column', async () => {
		await review().setTarget(1, { kind: 'field', key: 'owner' });
		await session.apply();
		expect(imported()[0]).toEqual(['AC-1', 'Access review', 'implemented']);
		expect(ports.workbook.ownColumns.map(({ name }) => name)).toEqual(['Owner']);
	});

	it('leaves a row out, with the reason kept', async () => {
		await review().setRows([2], false);
		expect(review().fate(2)).toEqual({ kind: 'out', reason: 'Left out by you' });
		await session.apply();
		expect(imported().map(([id]) => id)).toEqual(['AC-2']);
		const record = ports.workbook.importRecord(session.importId!);
		expect(record?.leftOut).toMatchObject([{ row: 2, reason: 'Left out by you' }]);
	});

	it('turns a word into another term, or keeps it as it is', async () => {
		await review().setWord('status', 'Done', 'inProgress');
		await review().setWord('status', 'Planned', '');
		await session.apply();
		expect(imported().map(([, , status]) => status)).toEqual(['inProgress', 'Planned']);
	});

	it('moves the header, so that rows above it stay out', async () => {
		await review().moveHeader(2);
		expect(review().comingIn).toBe(1);
		expect(review().fate(2)).toEqual({ kind: 'header' });
	});

	it('lets the latest of several quick decisions count', async () => {
		await Promise.all([
			review().setRows([2], false),
			review().setRows([3], false),
			review().setRows([2, 3], true),
		]);
		expect(review().comingIn).toBe(2);
	});
});

describe('ids that are in the workbook already', () => {
	beforeEach(async () => {
		aControl(ports.workbook.workbook, { controlId: 'AC-2' });
		await session.openFile(two);
	});

	it('are pointed out, and stay out unless the person says otherwise', async () => {
		expect(review().knownRows).toMatchObject([{ row: 3, text: 'AC-2' }]);
		expect(review().comingIn).toBe(1);
		await session.apply();
		expect(imported().map(([id]) => id)).toEqual(['AC-2', 'AC-1']);
		const record = ports.workbook.importRecord(session.importId!);
		expect(record?.leftOut).toEqual([
			{ row: 3, reason: 'A control with this id is in the workbook already', text: 'AC-2' },
		]);
	});

	it('come in when the person says so', async () => {
		review().knownIds = 'add';
		await session.apply();
		expect(imported().map(([id]) => id)).toEqual(['AC-2', 'AC-1', 'AC-2']);
	});
});

describe('a layout that was imported before', () => {
	it('offers the choices made then, and takes them only when told', async () => {
		await session.openFile(two);
		await review().setTarget(3, { kind: 'own', name: 'Process owner', meaning: 'other' });
		await session.apply();
		await session.openFile(
			aCsv('next.csv', controlHeader, ['AC-7', 'New', 'CC6.1', 'Ada', 'Done']),
		);
		expect(review().remembered).toMatchObject({ fileName: 'matrix.csv' });
		await review().useRemembered();
		expect(review().remembered).toBeUndefined();
		await session.apply();
		const latest = ports.workbook.controls.at(-1);
		expect(latest).toMatchObject({ controlId: 'AC-7', owner: '' });
		expect(Object.values(latest?.own ?? {})).toEqual(['Ada']);
	});

	it('is not brought up where nothing would be different', async () => {
		await session.openFile(two);
		await session.apply();
		await session.openFile(two);
		await session.checkSheet(0);
		expect(review().remembered).toBeUndefined();
	});
});

describe('what goes wrong', () => {
	it('stays at choosing and says which file was not read, and why', async () => {
		await session.openFile(new File([new Uint8Array([0x50, 0x4b, 3, 4, 0])], 'broken.xlsx'));
		expect(session.step).toBe('choose');
		expect(session.refusal?.name).toBe('broken.xlsx');
		expect(session.refusal?.text).toMatch(/damaged/);
	});

	it('does not even take a file into memory that is too large to be read', async () => {
		const huge = new File([], 'huge.xlsx');
		Object.defineProperty(huge, 'size', { value: 60 * 2 ** 20 });
		await session.openFile(huge);
		expect(session.refusal?.text).toContain('larger than 50 MB');
		expect(workers).toEqual([]);
	});

	it('goes back to choosing when reading is cancelled, without complaint', async () => {
		const reading = session.openFile(two);
		session.cancelReading();
		await reading;
		expect(session.step).toBe('choose');
		expect(session.refusal).toBeUndefined();
	});

	it('changes nothing when the file cannot be kept, and says why', async () => {
		session = begin({ files: filesInMemory('The disk is full.') });
		await session.openFile(two);
		await session.apply();
		expect(session.step).toBe('check');
		expect(session.refusal?.text).toBe('The disk is full.');
		expect(imported()).toEqual([]);
	});

	it('changes nothing when the import is stopped, and can be started again', async () => {
		await session.openFile(two);
		const applying = session.apply();
		session.cancelApplying();
		await applying;
		expect(imported()).toEqual([]);
		expect(session.step).toBe('check');
		await session.apply();
		expect(imported()).toHaveLength(2);
	});

	it('lets the file go again when the import is stopped while it is being kept', async () => {
		const files = filesInMemory();
		const hashes: string[] = [];
		const keep: typeof files.keep = async (...given) => {
			session.cancelApplying();
			const kept = await files.keep(...given);
			if (kept.ok) hashes.push(kept.value.sha256);
			return kept;
		};
		session = begin({ files: { ...files, keep } });
		await session.openFile(two);
		await session.apply();
		expect(imported()).toEqual([]);
		expect(hashes).toHaveLength(1);
		expect(await files.read(hashes[0]!)).toMatchObject({ ok: false });
	});

	it('starts a second import of the same sheet only when the first is through', async () => {
		await session.openFile(two);
		await Promise.all([session.apply(), session.apply()]);
		expect(imported()).toHaveLength(2);
	});
});
