import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReviewEntry } from '../../../src/model/review/entry.ts';
import type { ReviewNews } from '../../../src/review/review-store.ts';
import type { WorkbookReview } from '../../../src/storage/review/workbook-review.ts';
import type { BrowserStorage } from '../../../src/storage/storage.ts';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import { aWorkbook, FakeBrowser } from '../support/fake-browser.ts';
import { Faults } from '../support/faults.ts';
import { put, rows } from '../support/shelf-tables.ts';
import { anEntry, aStatement, bo, makeKeys } from '../support/review.ts';

let browser: FakeBrowser;
let storage: BrowserStorage;
let workbook: WorkbookId;
const opened: WorkbookReview[] = [];

beforeEach(async () => {
	browser = new FakeBrowser();
	storage = browser.storage();
	workbook = await aWorkbook(storage);
});

afterEach(async () => {
	for (const review of opened.splice(0)) review.close();
	await browser.end();
});

async function aReview(of = workbook, tab = storage): Promise<WorkbookReview> {
	const review = await tab.openReview(of, makeKeys);
	opened.push(review);
	return review;
}

async function read(review: WorkbookReview) {
	const found = await review.read();
	if (!found.ok) throw new Error(found.problems[0]?.text);
	return found.value;
}

/** The next news of a tab. */
function news(review: WorkbookReview): Promise<ReviewNews> {
	return new Promise((resolve) => {
		const stop = review.onElsewhere((told) => {
			stop();
			resolve(told);
		});
	});
}

test('keys and the id of a review are made once and come back after a restart', async () => {
	const first = await read(await aReview());
	await browser.end();
	const again = await read(await aReview(workbook, browser.storage()));
	expect(again.keys.device).toBe(first.keys.device);
	expect(again.reviewId).toBe(first.reviewId);
	expect(first).toMatchObject({ statements: [], entries: [], unreadable: [], copiedAt: undefined });
	const signed = await crypto.subtle.sign(
		'Ed25519',
		again.keys.signing.privateKey,
		new Uint8Array(3),
	);
	expect(
		await crypto.subtle.verify('Ed25519', first.keys.signing.publicKey, signed, new Uint8Array(3)),
	).toBe(true);
	await expect(crypto.subtle.exportKey('pkcs8', again.keys.signing.privateKey)).rejects.toThrow();
});

test('tabs that start at once have the same keys and the same id of the review', async () => {
	const tabs = await Promise.all(
		[1, 2, 3].map(async () => read(await aReview(workbook, browser.storage()))),
	);
	expect(new Set(tabs.map(({ keys }) => keys.device)).size).toBe(1);
	expect(new Set(tabs.map(({ reviewId }) => reviewId)).size).toBe(1);
});

test('every workbook has a review id of its own and the keys of the browser', async () => {
	const here = await read(await aReview());
	const there = await read(await aReview(await aWorkbook(storage, 'Other')));
	expect(there.reviewId).not.toBe(here.reviewId);
	expect(there.keys.device).toBe(here.keys.device);
});

test('a browser that cannot make such keys says which browsers can', async () => {
	const review = await storage.openReview(workbook, () =>
		Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError')),
	);
	opened.push(review);
	expect(await review.read()).toMatchObject({
		problems: [{ text: expect.stringContaining('Use a current version of') as string }],
	});
});

test('entries are added once, in both channels, and nothing stands in another workbook', async () => {
	const review = await aReview();
	expect(await review.addEntries([anEntry(1), anEntry(2), anEntry(1)])).toMatchObject({ ok: true });
	expect(await review.addEntries([anEntry(2), anEntry(3)])).toMatchObject({ ok: true });
	expect((await read(review)).entries).toEqual([anEntry(1), anEntry(3), anEntry(2)].sort(byId));
	expect((await read(await aReview(await aWorkbook(storage, 'Other')))).entries).toEqual([]);
});

test('an entry that contradicts one that stands is a problem that tells of it, and nothing is added', async () => {
	const review = await aReview();
	await review.addEntries([anEntry(1)]);
	const told = news(review);
	expect(await review.addEntries([anEntry(3), anEntry(1, 'Other words')])).toMatchObject({
		problems: [{ text: expect.stringContaining('try again') as string }],
	});
	expect(await told).toEqual({ entries: [anEntry(1)], rosterChanged: false });
	expect((await read(review)).entries).toEqual([anEntry(1)]);
});

test('an entry that is not what its author signed is kept apart, and the right one takes its place', async () => {
	const review = await aReview();
	await review.addEntries([anEntry(1, 'Forged')]);
	await review.setAside([anEntry(1, 'Forged')]);
	expect((await read(review)).entries).toEqual([]);
	expect(await review.addEntries([anEntry(1)])).toMatchObject({ ok: true });
	await review.setAside([anEntry(1, 'Forged')]);
	expect((await read(review)).entries).toEqual([anEntry(1)]);
	expect(await rows('reviewFaults')).toMatchObject([{ entry: anEntry(1, 'Forged') }]);
});

test('what cannot be read is named and stays, until the right entry comes', async () => {
	const review = await aReview();
	await review.addEntries([anEntry(1), anEntry(3)]);
	const id = `${anEntry(1).author}.review.1`;
	await put('reviewEntries', { workbook, id, entry: { ...anEntry(1), seq: 'one' } });
	await put('reviewEntries', { workbook, id: 'newer', entry: { ...anEntry(5), mood: 'fine' } });
	const found = await read(review);
	expect(found.entries).toEqual([anEntry(3)]);
	expect(found.unreadable).toMatchObject([
		{ key: id, reason: expect.stringContaining('seq') as string },
		{ key: 'newer', reason: expect.stringContaining('this version') as string },
	]);
	expect(await review.addEntries([anEntry(1)])).toMatchObject({ ok: true });
	expect((await read(review)).entries).toEqual([anEntry(1), anEntry(3)]);
	expect(await rows('reviewFaults')).toMatchObject([{ entry: { seq: 'one' } }]);
});

test('the member list is followed as it was saved last, with the id that came with it', async () => {
	const review = await aReview();
	await review.saveRoster([aStatement('Bo')], 'theirs');
	await review.saveRoster([aStatement('Ada')], 'theirs');
	expect(await read(review)).toMatchObject({ statements: [aStatement('Ada')], reviewId: 'theirs' });
});

test('other tabs hear of entries and of the member list once these are stored', async () => {
	const [here, there] = [await aReview(), await aReview(workbook, browser.storage())];
	const entriesTold = news(there);
	await here.addEntries([anEntry(1)]);
	expect(await entriesTold).toEqual({ entries: [anEntry(1)], rosterChanged: false });
	expect((await read(there)).entries).toEqual([anEntry(1)]);
	const rosterTold = news(there);
	await here.addEntries([anEntry(1)]);
	await here.saveRoster([aStatement()], 'theirs');
	expect(await rosterTold).toEqual({ entries: [], rosterChanged: true });
});

test('nobody hears of entries that could not be stored', async () => {
	const [here, there] = [await aReview(), await aReview(workbook, browser.storage())];
	await read(here);
	const told: ReviewNews[] = [];
	there.onElsewhere((each) => told.push(each));
	const faults = new Faults('quota', (call) => call === 3);
	const refused = await here.addEntries([anEntry(1)]);
	faults.end();
	expect(refused).toMatchObject({
		problems: [{ reason: 'quota', text: expect.stringContaining('no room left') as string }],
	});
	const next = news(there);
	await here.addEntries([anEntry(3)]);
	await next;
	expect(told).toEqual([{ entries: [anEntry(3)], rosterChanged: false }]);
});

test.each([true, false])(
	'work in turn is never done twice at once (Web Locks: %s)',
	async (hasLocks) => {
		const platform = hasLocks ? browser.platform : { ...browser.platform, locks: undefined };
		Object.assign(browser, { platform });
		const review = await aReview(workbook, browser.storage());
		let under = 0;
		const order: number[] = [];
		const work = (n: number) => async () => {
			expect(++under).toBe(1);
			await crypto.subtle.digest('SHA-256', new Uint8Array(1));
			order.push(n);
			under -= 1;
			if (n === 1) throw new Error('It failed');
			return n;
		};
		const all = await Promise.allSettled([1, 2, 3].map((n) => review.alone(work(n))));
		expect(order).toEqual([1, 2, 3]);
		expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
	},
);

test('two tabs write their chain one after the other', async () => {
	const tabs = [await aReview(), await aReview(workbook, browser.storage())];
	const write = (tab: WorkbookReview) =>
		tab.alone(async () => {
			const { entries } = await read(tab);
			return tab.addEntries([anEntry(2 * entries.length + 1)]);
		});
	const outcomes = await Promise.all(tabs.flatMap((tab) => [write(tab), write(tab), write(tab)]));
	expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
	expect((await read(await aReview())).entries).toHaveLength(6);
});

test('bytes come back only as they are named', async () => {
	const review = await aReview();
	const bytes = new TextEncoder().encode('a milestone');
	const name = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
	expect(await review.file(name)).toEqual({ ok: true, value: undefined });
	expect(await review.holdsFile(name)).toBe(false);
	expect(await review.keepFile('0'.repeat(64), bytes)).toMatchObject({ ok: false });
	expect(await review.keepFile(name, bytes)).toMatchObject({ ok: true });
	expect(await review.file(name)).toEqual({ ok: true, value: bytes });
	expect(await review.holdsFile(name)).toBe(true);
	await put('reviewFiles', { workbook, sha256: name, bytes: new Uint8Array(3) });
	expect(await review.file(name)).toMatchObject({
		problems: [{ text: expect.stringContaining('damaged') as string }],
	});
});

test('marks are kept by the name of the store', async () => {
	const review = await aReview();
	expect(await review.marksOf('folder')).toBeUndefined();
	await review.saveMarks({ store: 'folder', marks: { seen: ['a', 'b'] } });
	await review.saveMarks({ store: 'relay', marks: 7 });
	expect(await review.marksOf('folder')).toEqual({ seen: ['a', 'b'] });
	expect(await review.marksOf('relay')).toBe(7);
});

const tables = ['reviews', 'reviewEntries', 'reviewFaults', 'reviewFiles', 'reviewMarks'];

async function fill(review: WorkbookReview): Promise<void> {
	const bytes = new Uint8Array(3);
	const name = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
	await review.saveRoster([aStatement()], 'theirs');
	await review.addEntries([anEntry(1), anEntry(2, 'Forged', bo)]);
	await review.setAside([anEntry(2, 'Forged', bo)]);
	await review.keepFile(name, bytes);
	await review.saveMarks({ store: 'folder', marks: 1 });
}

test('[C-7] a workbook deleted for good takes its review along and leaves that of others', async () => {
	const other = await aWorkbook(storage, 'Other');
	for (const each of [workbook, other]) await fill(await aReview(each));
	const review = await aReview();
	expect(await storage.deleteForGood(workbook, 'Acme SOC 2')).toMatchObject({ ok: true });
	for (const table of tables) expect(await rows(table)).toMatchObject([{ workbook: other }]);
	for (const attempt of [review.read(), review.addEntries([anEntry(1)])]) {
		expect(await attempt).toMatchObject({ problems: [{ reason: 'deleted' }] });
	}
	expect(await rows('reviews')).toHaveLength(1);
});

test('[C-7] a duplicate has no members and no history of review, and an id of its own', async () => {
	await fill(await aReview());
	const copy = await storage.duplicate(workbook, 'Copy');
	if (!copy.ok) throw new Error(copy.problems[0]?.text);
	const found = await read(await aReview(copy.value.id));
	expect(found).toMatchObject({ statements: [], entries: [] });
	expect(found.reviewId).not.toBe('theirs');
});

test('ten thousand entries are read back', async () => {
	const review = await aReview();
	const many: readonly ReviewEntry[] = Array.from({ length: 10_000 }, (_, n) => anEntry(n + 1));
	expect(await review.addEntries(many)).toMatchObject({ ok: true });
	expect((await read(review)).entries).toHaveLength(10_000);
});

function byId(a: ReviewEntry, b: ReviewEntry): number {
	return a.channel.localeCompare(b.channel) || a.seq - b.seq;
}
