import { expect, test } from 'vitest';
import { FakeBrowser } from '../support/fake-browser.ts';
import { plainShelf } from '../support/shelf-tables.ts';
import { makeKeys } from '../support/review.ts';

/** As the program made it before there were reviews. */
const firstVersion = {
	workbooks: 'id',
	snapshots: '[workbook+generation], [workbook+verified+covers]',
	snapshotContents: '[workbook+generation+key]',
	files: 'sha256',
	fileReferences: '[workbook+sha256], workbook, sha256',
	layouts: 'fingerprint',
	preferences: 'key',
	unfinished: 'workbook',
};

const entry = {
	...{ id: 'workbook:old', name: 'Acme', organization: '', controls: 3, documentBytes: 5 },
	...{ createdAt: '2026-01-01', openedAt: '2026-01-02', changedAt: '2026-01-03' },
};

test('a database from before reviews opens with all it holds, and takes a review', async () => {
	const browser = new FakeBrowser();
	const old = plainShelf();
	old.version(1).stores(firstVersion);
	await old.table('workbooks').add(entry);
	await old.table('preferences').add({ key: 'actor', value: 'Ada' });
	old.close();

	const storage = browser.storage();
	expect(await storage.shelf.list()).toEqual({ ok: true, value: [entry] });
	expect(await storage.preferences.get('actor')).toEqual({ ok: true, value: 'Ada' });
	const review = await storage.openReview('workbook:old', makeKeys);
	expect(await review.read()).toMatchObject({ value: { entries: [], statements: [] } });
	review.close();
	await browser.end();
});

test('a tab with the program from before reviews gives way to the new one', async () => {
	const browser = new FakeBrowser();
	const old = plainShelf();
	old.version(1).stores(firstVersion);
	await old.table('workbooks').add(entry);
	const storage = browser.storage();
	expect(await storage.shelf.list()).toMatchObject({ ok: true });
	expect(old.isOpen()).toBe(false);
	await browser.end();
});
