/** Source files from the import that keeps them to the copy that carries them away. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCopy } from '../../src/composition/open-copy.ts';
import { WorkbookFiles } from '../../src/composition/workbook-files.ts';
import { writeCopy } from '../../src/storage/copy-file.ts';
import type { BrowserStorage } from '../../src/storage/storage.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import type { WorkbookId } from '../../src/workbook/ports.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, FakeBrowser } from '../storage/support/fake-browser.ts';

let browser: FakeBrowser;
let storage: BrowserStorage;
let id: WorkbookId;
let workbook: Workbook;
let files: WorkbookFiles;

beforeEach(async () => {
	browser = new FakeBrowser();
	storage = browser.storage();
	id = await aWorkbook(storage);
	workbook = new Workbook(new Y.Doc(), {
		...{ ids: browser.platform.ids, clock: browser.platform.clock },
		actor: () => ({ device: 'd', name: 'Ada' }),
	});
	files = new WorkbookFiles(id, workbook, storage, browser.platform.clock);
});

afterEach(() => browser.end());

const week = 7 * 24 * 60 * 60;
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function keep(name: string, content: string) {
	const kept = await files.keep(bytesOf(content), name, 'text/csv');
	if (!kept.ok) throw new Error(kept.problems[0]?.text);
	return kept.value;
}

function importFrom(name: string, sha256: string): void {
	const row = { row: 2, texts: { title: name }, sets: {}, own: {} };
	const done = workbook.run(importRows, {
		...{ fileName: name, sha256, sheet: 'Controls', headerRow: 1, columns: [], rows: [row] },
		...{ leftOut: [], problems: [], words: {}, filledFrom: {} },
	});
	if (!done.ok) throw new Error(done.problems[0]?.text);
}

async function listed(workbookId = id): Promise<readonly string[]> {
	const list = await storage.files.list(workbookId);
	return list.ok ? list.value.map(({ name }) => name) : [];
}

async function aCopy(): Promise<Blob> {
	const { files: sources } = await files.forCopy();
	return writeCopy(workbook.doc, 'Acme', '2026-11-21T10:00:00.000Z', sources);
}

test('[C-1] a copy opened elsewhere gives back the files that its imports name, and no others', async () => {
	const kept = await keep('controls.csv', 'a,b');
	await keep('called off.csv', 'c,d');
	importFrom('controls.csv', kept.sha256);
	const copy = await aCopy();

	const elsewhere = new FakeBrowser().storage();
	const opened = await openCopy(copy, elsewhere);
	if (!opened.ok) throw new Error(opened.problems[0]?.text);
	expect(opened.value.lacks).toBeUndefined();
	const list = await elsewhere.files.list(opened.value.workbook);
	expect(list).toMatchObject({ value: [{ name: 'controls.csv', type: 'text/csv', size: 3 }] });
	expect(await elsewhere.files.get(kept.sha256)).toEqual({ ok: true, value: bytesOf('a,b') });
	elsewhere.close();
});

test('a copy stands on the shelf with its controls, under a name of its own', async () => {
	importFrom('controls.csv', (await keep('controls.csv', 'a,b')).sha256);
	const copy = await aCopy();
	await openCopy(copy, storage);
	await openCopy(copy, storage);
	const shelf = await storage.shelf.list();
	expect(shelf.ok && shelf.value.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['Acme', 'Acme (copy of 21 Nov 2026)']),
	);
	expect(shelf.ok && shelf.value.find(({ name }) => name === 'Acme')).toMatchObject({
		controls: 1,
		savedCopyAt: '2026-11-21T10:00:00.000Z',
	});
});

test('[C-3] a copy with a damaged source file opens without it and says which', async () => {
	for (const name of ['first.csv', 'last.csv']) {
		importFrom(name, (await keep(name, `content of ${name}`)).sha256);
	}
	const bytes = new Uint8Array(await (await aCopy()).arrayBuffer());
	bytes[bytes.length - 1] = 0;

	const opened = await openCopy(new Blob([bytes]), storage);
	expect(opened).toMatchObject({
		value: {
			lacks:
				'The source file “last.csv” is missing or damaged in this copy. Everything else is here.',
		},
	});
	expect(opened.ok && (await listed(opened.value.workbook))).toEqual(['first.csv']);
});

test('a copy says which source files this browser could not give it', async () => {
	importFrom('lost.csv', 'f'.repeat(64));
	expect(await files.forCopy()).toEqual({ files: [], missing: ['lost.csv'] });
});

test('[I-4] the file of an import that was called off is dropped', async () => {
	const kept = await keep('controls.csv', 'a,b');
	await kept.takeBack();
	expect(await listed()).toEqual([]);
	expect(await storage.files.get(kept.sha256)).toMatchObject({ ok: false });
});

test('[I-4] calling off an import keeps a file that an earlier import came from', async () => {
	const { sha256 } = await keep('controls.csv', 'a,b');
	importFrom('controls.csv', sha256);
	await (await keep('controls.csv', 'a,b')).takeBack();
	expect(await storage.files.get(sha256)).toMatchObject({ ok: true });
});

test('[I-4] calling off an import keeps the file that another tab is importing', async () => {
	const here = await keep('controls.csv', 'a,b');
	const there = await keep('controls.csv', 'a,b');
	await here.takeBack();
	expect(await listed()).toEqual(['controls.csv']);
	await there.takeBack();
	expect(await listed()).toEqual(['controls.csv']);
});

test('[I-4] what no import names goes a week later, when the workbook is opened', async () => {
	const { sha256 } = await keep('used.csv', 'a,b');
	importFrom('used.csv', sha256);
	await keep('left behind.csv', 'c,d');
	await files.dropUnnamed();
	expect(await listed()).toEqual(['used.csv', 'left behind.csv']);
	browser.wait(week);
	await keep('under way.csv', 'e,f');
	await files.dropUnnamed();
	expect(await listed()).toEqual(['used.csv', 'under way.csv']);
});

test('[I-4] a file another workbook refers to is not dropped with the reference', async () => {
	const other = await aWorkbook(storage, 'Other');
	await storage.files.put(other, { name: 'shared.csv', type: '', bytes: bytesOf('a,b') });
	const { sha256 } = await keep('shared.csv', 'a,b');
	browser.wait(week + 60);
	await files.dropUnnamed();
	expect(await listed()).toEqual([]);
	expect(await storage.files.get(sha256)).toMatchObject({ ok: true });
});

test('[I-4] nothing is dropped while an import cannot be read', async () => {
	await keep('perhaps named.csv', 'a,b');
	workbook.doc.getMap('imports').set('import:x', { unreadable: true });
	expect(workbook.imports.unreadable()).toHaveLength(1);
	browser.wait(week + 60);
	await files.dropUnnamed();
	expect(await listed()).toEqual(['perhaps named.csv']);
});
