import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import type { BrowserStorage } from '../../../src/storage/storage.ts';
import { aWorkbook, FakeBrowser } from '../support/fake-browser.ts';

let storage: BrowserStorage;
let workbook: WorkbookId;

beforeEach(async () => {
	storage = new FakeBrowser().storage();
	workbook = await aWorkbook(storage);
});

afterEach(() => storage.close());

const abc = new TextEncoder().encode('abc');
/** FIPS 180-4, example of SHA-256. */
const abcDigest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('a file comes back by its digest, byte for byte', async () => {
	const kept = await storage.files.put(workbook, { name: 'a.csv', type: 'text/csv', bytes: abc });
	expect(kept).toMatchObject({ value: { sha256: abcDigest, size: 3, name: 'a.csv' } });
	expect(await storage.files.get(abcDigest)).toEqual({ ok: true, value: abc });
	expect(await storage.files.find(workbook, abcDigest)).toEqual({ ok: true, value: 3 });
	expect(await storage.files.list(workbook)).toMatchObject({ value: [{ name: 'a.csv' }] });
});

test('a file whose bytes were altered is not handed out', async () => {
	await storage.files.put(workbook, { name: 'a.csv', type: '', bytes: abc });
	await alterFile();
	expect(await storage.files.get(abcDigest)).toMatchObject({
		ok: false,
		problems: [
			{
				text: 'The source file kept here is damaged. Use your own copy of it.',
			},
		],
	});
	await storage.files.put(workbook, { name: 'a.csv', type: '', bytes: abc });
	expect(await storage.files.get(abcDigest)).toMatchObject({ ok: true });
});

test('nothing is kept for a workbook that was deleted', async () => {
	await storage.deleteForGood(workbook, 'Acme SOC 2');
	const kept = await storage.files.put(workbook, { name: 'a.csv', type: '', bytes: abc });
	expect(kept).toMatchObject({
		problems: [
			{
				reason: 'deleted',
				text: 'This workbook was deleted. The source file was not kept. Keep your own copy of it.',
			},
		],
	});
	expect(await storage.files.get(abcDigest)).toMatchObject({ ok: false });
});

test('a file that is not there is a problem in words', async () => {
	expect(await storage.files.find(workbook, '00')).toMatchObject({ ok: false });
	expect(await storage.files.get('00')).toMatchObject({
		problems: [
			{ text: expect.stringContaining('The source file is not in this browser.') as string },
		],
	});
});

test('a layout profile is remembered by fingerprint until it is forgotten', async () => {
	expect(await storage.layouts.recall('f1')).toEqual({ ok: true, value: undefined });
	await storage.layouts.remember('f1', { columns: ['title'] });
	await storage.layouts.remember('f1', { columns: ['title', 'owner'] });
	expect(await storage.layouts.recall('f1')).toMatchObject({
		value: { columns: ['title', 'owner'] },
	});
	await storage.layouts.forget('f1');
	expect(await storage.layouts.recall('f1')).toEqual({ ok: true, value: undefined });
});

test('preferences are read one by one and all at once', async () => {
	await storage.preferences.set('theme', 'dark');
	await storage.preferences.set('person', { name: 'Ada' });
	expect(await storage.preferences.get('theme')).toEqual({ ok: true, value: 'dark' });
	const all = await storage.preferences.all();
	expect(all.ok && Object.fromEntries(all.value)).toEqual({
		theme: 'dark',
		person: { name: 'Ada' },
	});
});

test('without a storage manager nothing is promised about keeping the data', async () => {
	expect(await storage.requestPersistence()).toEqual({
		persisted: false,
		quota: undefined,
		usage: undefined,
	});
});

async function alterFile(): Promise<void> {
	const request = indexedDB.open('readiness-workbook');
	await new Promise((resolve) => (request.onsuccess = resolve));
	const transaction = request.result.transaction('files', 'readwrite');
	const bytes = new TextEncoder().encode('abd');
	transaction.objectStore('files').put({ sha256: abcDigest, size: 3, bytes });
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	request.result.close();
}
