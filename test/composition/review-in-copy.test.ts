/** A review on its way through a saved copy, into the browser it came from and into another. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openCopy } from '../../src/composition/open-copy.ts';
import { writeCopy } from '../../src/storage/copy-file.ts';
import type { ReviewForCopy } from '../../src/storage/review/review-for-copy.ts';
import type { BrowserStorage } from '../../src/storage/storage.ts';
import type { WorkbookId } from '../../src/workbook/ports.ts';
import { aWorkbook, FakeBrowser } from '../storage/support/fake-browser.ts';
import { anEntry, aStatement, makeKeys } from '../storage/support/review.ts';

const savedAt = '2026-11-20T10:00:00.000Z';
const bytes = new TextEncoder().encode('a state of the workbook');
const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');

let browser: FakeBrowser;
let storage: BrowserStorage;
let id: WorkbookId;

beforeEach(async () => {
	browser = new FakeBrowser();
	storage = browser.storage();
	id = await aWorkbook(storage);
	const review = await storage.openReview(id, makeKeys);
	await review.saveRoster([aStatement()], 'ours');
	await review.addEntries([anEntry(1), anEntry(2)]);
	await review.keepFile(digest, bytes);
	await review.saveMarks({ store: 'folder', marks: 1 });
	review.close();
});

afterEach(() => browser.end());

async function forCopy(of = id): Promise<ReviewForCopy> {
	const found = await storage.reviewForCopy(of);
	if (!found.ok || !found.value) throw new Error('There is no review');
	return found.value;
}

function aCopy(review?: ReviewForCopy): Promise<Blob> {
	return writeCopy(new Y.Doc(), 'Acme', savedAt, [], review);
}

async function open(copy: Blob, at: BrowserStorage) {
	const opened = await openCopy(copy, at);
	if (!opened.ok) throw new Error(opened.problems[0]?.text);
	const { workbook, lacks } = opened.value;
	const store = await at.openReview(workbook, makeKeys);
	const read = await store.read();
	const file = await store.file(digest);
	const marks = await store.marksOf('folder');
	store.close();
	if (!read.ok) throw new Error(read.problems[0]?.text);
	return { lacks, marks, read: read.value, file };
}

test('[C-5] a copy brings members, entries of both channels and milestones to another browser', async () => {
	const copy = await aCopy(await forCopy());
	const there = new FakeBrowser();
	const opened = await open(copy, there.storage());
	expect(opened.lacks).toBeUndefined();
	expect(opened.read).toMatchObject({
		...{ reviewId: 'ours', statements: [aStatement()], unreadable: [], copiedAt: savedAt },
		entries: [anEntry(1), anEntry(2)],
	});
	expect(opened.file).toEqual({ ok: true, value: bytes });
	expect(opened.marks).toBeUndefined();
	await there.end();
});

test('[C-5] a copy opened where it was made finds the keys of the browser', async () => {
	const original = await storage.openReview(id, makeKeys);
	const before = await original.read();
	original.close();
	const { read } = await open(await aCopy(await forCopy()), storage);
	expect(before).toMatchObject({ value: { keys: { device: read.keys.device } } });
	expect(before).toMatchObject({ value: { copiedAt: undefined } });
});

test('[C-5] a copy without a review, as older ones are, makes a workbook with a review of its own', async () => {
	const { lacks, read } = await open(await aCopy(), storage);
	expect(lacks).toBeUndefined();
	expect(read).toMatchObject({ statements: [], entries: [], copiedAt: undefined });
	expect(read.reviewId).not.toBe('ours');
	const untouched = await storage.reviewForCopy(await aWorkbook(storage, 'Other'));
	expect(untouched).toEqual({ ok: true, value: undefined });
});

test('[C-6] what is damaged of a review is left out and said', async () => {
	const review = await forCopy();
	const damaged = await open(
		await aCopy({
			...review,
			entries: [anEntry(1), 7],
			files: [{ sha256: digest, bytes: new Blob(['x']) }],
		}),
		storage,
	);
	expect(damaged.lacks).toBe(
		'Damaged in this copy and left out: 1 entry of the review and 1 milestone. Everything else is here.',
	);
	expect(damaged.read.entries).toEqual([anEntry(1)]);
	expect(damaged.file).toEqual({ ok: true, value: undefined });

	const whole = new Uint8Array(await (await aCopy({ ...review, files: [] })).arrayBuffer());
	whole[whole.length - 3] = 0;
	expect(await open(new Blob([whole]), storage)).toMatchObject({
		lacks: 'The review in this copy is damaged and was left out. Everything else is here.',
		read: { entries: [] },
	});
});
