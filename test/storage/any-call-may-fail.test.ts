/**
 * One IndexedDB call fails, whichever it is and however it fails: no edit is lost, nothing is called
 * saved that is not stored, and trying again is enough.
 */
import * as Y from 'yjs';
import { afterEach, expect, test } from 'vitest';
import type { Result } from '../../src/base/result.ts';
import type { WorkbookId } from '../../src/workbook/ports.ts';
import type { OpenedDocument } from '../../src/storage/document/open-document.ts';
import type { BrowserStorage } from '../../src/storage/storage.ts';
import type { StorageProblem } from '../../src/storage/storage-problem.ts';
import { FakeBrowser } from './support/fake-browser.ts';
import { Faults, faults, type Fault } from './support/faults.ts';
import { inDatabase } from './support/raw-database.ts';
import { anEntry, aStatement, makeKeys } from './support/review.ts';

let injected: Faults | undefined;

afterEach(() => injected?.end());

/** Every fourth call, each fault beginning at another one; with FAULTS=all every call. */
const stride = process.env['FAULTS'] === 'all' ? 1 : 4;

const stories: readonly [string, (story: Story) => Promise<void>][] = [
	['work on the shelf and in a workbook', (story) => story.work()],
	['snapshot and compaction', (story) => story.upkeep()],
];

const cases = stories.flatMap(([title, play]) => faults.map((fault) => ({ title, play, fault })));

test.each(cases)(
	'$title: whichever call $fault, nothing is lost',
	async ({ play, fault }) => {
		let n = 1 + (faults.indexOf(fault) % stride);
		while (n <= (await playedWithFault(play, fault, n))) n += stride;
		expect(n).toBeGreaterThan(30);
	},
	120_000,
);

/** Returns the number of calls the story made. */
async function playedWithFault(
	play: (story: Story) => Promise<void>,
	fault: Fault,
	n: number,
): Promise<number> {
	const browser = new FakeBrowser();
	injected = new Faults(fault, (call) => call === n);
	const story = new Story(browser, injected, `${fault} ${n}`);
	await play(story);
	const { calls } = injected;
	injected.end();
	await story.checkEnd();
	return calls;
}

class Story {
	readonly #browser: FakeBrowser;
	readonly #faults: Faults;
	readonly #title: string;
	readonly #expected: Record<string, string> = {};
	#storage: BrowserStorage;
	#workbook: WorkbookId = 'workbook:none';
	#doc = new Y.Doc();
	#opened: OpenedDocument | undefined;

	constructor(browser: FakeBrowser, injected: Faults, title: string) {
		this.#browser = browser;
		this.#faults = injected;
		this.#title = title;
		this.#storage = browser.storage();
	}

	async work(): Promise<void> {
		await this.#ok(() => this.#storage.start());
		this.#workbook = (await this.#ok(() => this.#storage.shelf.create('Acme'))).id;
		await this.#open();
		for (const key of ['a', 'b', 'c']) await this.#edit(key, 'first visit');
		this.#doc.transact(() => this.#set('d', 'two in one'));
		this.#set('e', 'and at once');
		await this.#saved();
		const { workbook, storage } = { workbook: this.#workbook, storage: this.#storage };
		await this.#ok(() => storage.files.put(workbook, aFile));
		await this.#ok(() => storage.shelf.note(workbook, { controls: 5 }));
		await this.#review(workbook, storage);
		await this.#reopen();
		await this.#edit('a', 'second visit');
		await this.#edit('long', 'x'.repeat(5_000));
		await this.#ok(() => storage.shelf.rename(workbook, 'Acme 2026'));
		const copy = await this.#ok(() => storage.duplicate(workbook, 'Copy'));
		await this.#edit('b', 'after the copy');
		await this.#ok(() => storage.deleteForGood(copy.id, 'Copy'));
		const files = await this.#ok(() => storage.files.list(workbook));
		expect(files, this.#title).toMatchObject([{ name: 'matrix.csv' }]);
		await this.#reopen();
		await this.#edit('f', 'last');
		await this.#close();
		storage.close();
	}

	/** What is written in a review is stored once, or was refused and is not there. */
	async #review(workbook: WorkbookId, storage: BrowserStorage): Promise<void> {
		const review = await storage.openReview(workbook, makeKeys);
		const first = await this.#ok(() => review.read());
		await this.#ok(() => review.saveRoster([aStatement()], first.reviewId));
		await this.#ok(() => review.addEntries([anEntry(1), anEntry(2)]));
		const read = await this.#ok(() => review.read());
		expect(read, this.#title).toMatchObject({
			...{ reviewId: first.reviewId, statements: [aStatement()], unreadable: [] },
			entries: [anEntry(1), anEntry(2)],
		});
		expect(read.keys.device, this.#title).toBe(first.keys.device);
		review.close();
	}

	async upkeep(): Promise<void> {
		this.#workbook = (await this.#ok(() => this.#storage.shelf.create('Acme'))).id;
		await this.#open();
		await this.#edit('first', 'x'.repeat(1_100_000));
		await this.#edit('second', 'y'.repeat(1_100_000));
		this.#browser.hidden.become(true);
		this.#browser.timers.elapse(2_000);
		this.#set('third', 'while upkeep is under way');
		await this.#saved();
		await this.#reopen();
		await this.#edit('fourth', 'after it');
		await this.#close();
		this.#storage.close();
	}

	/** At the next start everything is there, and nothing else is. */
	async checkEnd(): Promise<void> {
		const storage = this.#browser.storage();
		expect(await storage.start(), this.#title).toMatchObject({ value: { unfinished: [] } });
		const tab = await this.#browser.openTab(this.#workbook, storage);
		expect(tab.content(), this.#title).toEqual(this.#expected);
		expect(tab.opened.report.findings, this.#title).toEqual([]);
		await this.#browser.end();
		storage.close();
	}

	get opened(): OpenedDocument {
		if (!this.#opened) throw new Error('No workbook is open');
		return this.#opened;
	}

	#set(key: string, value: string): void {
		this.#doc.getMap('cells').set(key, value);
		this.#expected[key] = value;
	}

	async #edit(key: string, value: string): Promise<void> {
		this.#set(key, value);
		await this.#saved();
	}

	/** Where it failed the screen says so, and trying again is enough. */
	async #saved(): Promise<void> {
		const { opened } = this;
		let state = await this.#untilDone(opened.flush());
		for (let tries = 0; state.kind !== 'saved' && tries < 2; tries += 1) {
			expect(state, this.#title).toMatchObject({ kind: 'failed' });
			expect(opened.hasUnsaved(), this.#title).toBe(true);
			state = await this.#untilDone(opened.retry());
		}
		expect(state.kind, this.#title).toBe('saved');
		expect(await this.#stored(), this.#title).toEqual(this.#expected);
	}

	/** What any y-indexeddb would read now. */
	async #stored(): Promise<unknown> {
		const rows = await this.#faults.spared(() =>
			inDatabase(this.#workbook, (updates) => updates.getAll() as IDBRequest<Uint8Array[]>),
		);
		const doc = new Y.Doc();
		for (const row of rows) Y.applyUpdate(doc, row);
		return doc.getMap('cells').toJSON();
	}

	async #open(): Promise<void> {
		this.#opened = await this.#ok(() => {
			this.#doc = new Y.Doc();
			return this.#storage.openDocument(this.#workbook, this.#doc);
		});
		expect(this.#doc.getMap('cells').toJSON(), this.#title).toEqual(this.#expected);
	}

	async #close(): Promise<void> {
		await this.#untilDone(this.opened.close());
	}

	async #reopen(): Promise<void> {
		await this.#close();
		await this.#open();
	}

	/** Tries again once; a deletion that was done without our hearing of it is done. */
	async #ok<Value>(action: () => Promise<Result<Value, StorageProblem>>): Promise<Value> {
		const first = await this.#untilDone(action());
		if (first.ok) return first.value;
		const second = await this.#untilDone(action());
		if (second.ok) return second.value;
		expect(second.problems[0]?.reason, `${this.#title}: ${second.problems[0]?.detail}`).toBe(
			'deleted',
		);
		return undefined as Value;
	}

	/** Lets time pass where nothing happens any more: our patience and retries depend on it. */
	async #untilDone<Value>(promise: Promise<Value>): Promise<Value> {
		let isDone = false;
		const done = promise.finally(() => (isDone = true));
		for (let turn = 1; !isDone; turn += 1) {
			await new Promise(setImmediate);
			// Digests and gzip run on other threads: give them their turn before calling it quiet.
			if (turn % 20 === 0) await crypto.subtle.digest('SHA-256', new Uint8Array(1));
			if (turn % 200 === 0) this.#browser.timers.elapse(10_000);
		}
		return done;
	}
}

const aFile = { name: 'matrix.csv', type: 'text/csv', bytes: new TextEncoder().encode('id;title') };
