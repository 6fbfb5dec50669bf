import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShelfEntry, WorkbookId } from '../../../src/workbook/ports.ts';
import type { BrowserStorage } from '../../../src/storage/storage.ts';
import { aWorkbook, FakeBrowser } from '../support/fake-browser.ts';
import { Faults } from '../support/faults.ts';
import { deleteDatabase } from '../support/raw-database.ts';

let browser: FakeBrowser;
let storage: BrowserStorage;
let injected: Faults | undefined;

beforeEach(() => {
	browser = new FakeBrowser();
	storage = browser.storage();
});

afterEach(async () => {
	injected?.end();
	await browser.end();
	storage.close();
});

async function entries(of = storage): Promise<readonly ShelfEntry[]> {
	const listed = await of.shelf.list();
	if (!listed.ok) throw new Error(listed.problems[0]?.text);
	return listed.value;
}

async function databases(): Promise<readonly (string | undefined)[]> {
	return (await indexedDB.databases()).map(({ name }) => name);
}

async function aWorkbookWithContent(): Promise<WorkbookId> {
	const workbook = await aWorkbook(storage);
	const tab = await browser.openTab(workbook);
	tab.set('a', 'one');
	await tab.close();
	return workbook;
}

/**
 * The page dies at the n-th IndexedDB call of `action`: that call and all later ones fail. Returns,
 * for every n until the action succeeds, what is there after the next start.
 */
async function dyingAtEachCall(action: (workbook: WorkbookId) => Promise<boolean>) {
	const outcomes: { names: readonly string[]; left: readonly unknown[] }[] = [];
	for (let [n, succeeded] = [1, false]; !succeeded; n += 1) {
		browser = new FakeBrowser();
		storage = browser.storage();
		const workbook = await aWorkbookWithContent();
		injected = new Faults('throws', (call) => call >= n);
		succeeded = await action(workbook);
		injected.end();
		storage.close();
		browser.wait(11 * 60);
		storage = browser.storage();
		expect(await storage.start()).toMatchObject({ value: { unfinished: [], relisted: [] } });
		const names = (await entries()).map(({ name }) => name);
		outcomes.push({ names, left: await databases() });
		storage.close();
	}
	return outcomes;
}

describe('the shelf', () => {
	test('lists what was created, opened last first', async () => {
		const first = await aWorkbook(storage, ' First ');
		await aWorkbook(storage, 'Second');
		expect((await entries()).map(({ name }) => name)).toEqual(['Second', 'First']);
		await storage.shelf.note(first, { openedAt: browser.platform.clock.now(), controls: 12 });
		expect(await entries()).toMatchObject([{ name: 'First', controls: 12 }, { name: 'Second' }]);
	});

	test('asks for a name', async () => {
		const refusal = {
			ok: false,
			problems: [{ text: expect.stringContaining('needs a name') as string }],
		};
		expect(await storage.shelf.create('  ')).toMatchObject(refusal);
		expect(await storage.shelf.rename(await aWorkbook(storage), '')).toMatchObject(refusal);
		expect(await entries()).toHaveLength(1);
	});

	test('renames, retires and brings back', async () => {
		const workbook = await aWorkbook(storage, 'Acme');
		await storage.shelf.rename(workbook, 'Acme 2026');
		await storage.shelf.retire(workbook);
		expect((await entries())[0]).toMatchObject({ name: 'Acme 2026' });
		expect((await entries())[0]?.retiredAt).toMatch(/^2026-11-21T/);
		await storage.shelf.restore(workbook);
		expect((await entries())[0]?.retiredAt).toBeUndefined();
	});

	test('says so where a workbook is not there any more', async () => {
		const refusal = { ok: false, problems: [{ reason: 'deleted' }] };
		expect(await storage.shelf.rename('workbook:gone', 'Name')).toMatchObject(refusal);
		expect(await storage.duplicate('workbook:gone', 'Copy')).toMatchObject(refusal);
		expect(await storage.deleteForGood('workbook:gone', 'Name')).toMatchObject(refusal);
	});

	test('tells its listeners of every change', async () => {
		const heard: number[] = [];
		const stop = await new Promise<() => void>((resolve) => {
			const leave = storage.shelf.subscribe({
				onEntries(listed) {
					heard.push(listed.length);
					if (listed.length === 2) resolve(leave);
					else void aWorkbook(storage);
				},
				onProblem: (problem) => expect(problem).toBeUndefined(),
			});
		});
		stop();
		expect(heard).toEqual([0, 1, 2]);
	});
});

describe('duplicating', () => {
	test('copies the content and the references to source files under a new id', async () => {
		const workbook = await aWorkbookWithContent();
		await storage.files.put(workbook, { name: 'm.csv', type: '', bytes: new Uint8Array([1]) });
		const copied = await storage.duplicate(workbook, '');
		if (!copied.ok) throw new Error(copied.problems[0]?.text);
		expect(copied.value).toMatchObject({ name: 'Copy of Acme SOC 2' });
		const copy = await browser.openTab(copied.value.id);
		copy.set('b', 'only in the copy');
		await copy.close();
		expect((await browser.openTab(workbook)).content()).toEqual({ a: 'one' });
		expect(await storage.files.list(copied.value.id)).toMatchObject({ value: [{ name: 'm.csv' }] });
	});

	test('interrupted anywhere, it leaves the whole copy or nothing after the next start', async () => {
		const outcomes = await dyingAtEachCall(async (workbook) => {
			const copied = await storage.duplicate(workbook, 'Copy');
			return copied.ok;
		});
		for (const { names, left } of outcomes) {
			expect(names).toContain('Acme SOC 2');
			expect(left).toHaveLength(names.length + 1);
		}
		expect(outcomes.map(({ names }) => names.length)).toContain(1);
		expect(outcomes.at(-1)?.names).toEqual(['Copy', 'Acme SOC 2']);
	}, 60_000);
});

describe('deleting for good', () => {
	test('wants the name typed', async () => {
		const workbook = await aWorkbookWithContent();
		expect(await storage.deleteForGood(workbook, 'acme')).toMatchObject({
			ok: false,
			problems: [{ text: 'The name typed is not “Acme SOC 2”. Nothing was deleted.' }],
		});
		expect((await browser.openTab(workbook)).content()).toEqual({ a: 'one' });
	});

	test('removes document, snapshots, witness, and files nobody else refers to', async () => {
		const [gone, stays] = [await aWorkbookWithContent(), await aWorkbook(storage, 'Other')];
		const [own, shared] = [new Uint8Array([1]), new Uint8Array([2])];
		const ownFile = await storage.files.put(gone, { name: 'own', type: '', bytes: own });
		const sharedFile = await storage.files.put(gone, { name: 'both', type: '', bytes: shared });
		await storage.files.put(stays, { name: 'both', type: '', bytes: shared });
		if (!ownFile.ok || !sharedFile.ok) throw new Error('Not kept');

		expect(await storage.deleteForGood(gone, 'Acme SOC 2')).toEqual({ ok: true });
		expect((await entries()).map(({ name }) => name)).toEqual(['Other']);
		expect(await databases()).not.toContain(gone);
		expect([...storageKeys()].join()).not.toContain(gone);
		expect(await storage.files.get(ownFile.value.sha256)).toMatchObject({ ok: false });
		expect(await storage.files.get(sharedFile.value.sha256)).toMatchObject({ ok: true });
	});

	test('interrupted anywhere, it is finished at the next start or was never begun', async () => {
		const outcomes = await dyingAtEachCall(async (workbook) => {
			const deleted = await storage.deleteForGood(workbook, 'Acme SOC 2');
			return deleted.ok;
		});
		for (const { names, left } of outcomes) expect(left).toHaveLength(names.length + 1);
		expect(outcomes[0]?.names).toEqual(['Acme SOC 2']);
		expect(outcomes.filter(({ names }) => names.length === 0).length).toBeGreaterThan(2);
	}, 60_000);

	function* storageKeys(): Iterable<string | null> {
		for (let index = 0; index < browser.localStorage.length; index += 1)
			yield browser.localStorage.key(index);
	}
});

test('a shelf that the browser emptied is listed again from what localStorage witnessed', async () => {
	const workbook = await aWorkbookWithContent();
	await browser.end();
	await deleteDatabase('readiness-workbook');
	const later = browser.storage();
	expect(await later.start()).toMatchObject({ value: { relisted: [{ id: workbook }] } });
	expect(await entries(later)).toMatchObject([{ id: workbook, name: 'Acme SOC 2' }]);
	expect((await browser.openTab(workbook, later)).content()).toEqual({ a: 'one' });
	later.close();
});

test('a workbook that the shelf lost opens while the shelf is being put right', async () => {
	const workbook = await aWorkbookWithContent();
	await browser.end();
	await deleteDatabase('readiness-workbook');
	const later = browser.storage();
	const starting = later.start();
	expect((await browser.openTab(workbook, later)).content()).toEqual({ a: 'one' });
	expect(await starting).toMatchObject({ value: { relisted: [{ id: workbook }] } });
	later.close();
});
