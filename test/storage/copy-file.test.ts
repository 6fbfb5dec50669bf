import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeCopy, type FileForCopy } from '../../src/storage/copy-file.ts';
import { readCopy } from '../../src/storage/read-copy.ts';
import { sha256 } from '../../src/storage/digest.ts';
import { anEntry, aStatement } from './support/review.ts';

const at = '2026-11-21T10:00:00.000Z';

const milestoneBytes = new TextEncoder().encode('a state of the workbook');
const milestoneDigest = await sha256(milestoneBytes);

const aReview = {
	...{ reviewId: 'ours', statements: [aStatement()], entries: [anEntry(1), anEntry(2)] },
	files: [{ sha256: milestoneDigest, bytes: new Blob([milestoneBytes]) }],
};

async function someFiles(): Promise<readonly FileForCopy[]> {
	return [await aFile('first.csv', 'abc'), await aFile('last.csv', 'xyz')];
}

function document(): Y.Doc {
	const doc = new Y.Doc();
	doc.getMap('cells').set('A1', 'kept');
	return doc;
}

async function aFile(name: string, content: string | Uint8Array): Promise<FileForCopy> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return { name, type: 'text/csv', sha256: await sha256(bytes), bytes: new Blob([bytes.slice()]) };
}

async function reread(copy: Blob) {
	const read = await readCopy(copy);
	if (!read.ok) throw new Error(read.problems[0]?.text);
	return read.value;
}

/** What stands in the file behind its first line, and that line. */
async function parts(copy: Blob): Promise<{ header: Record<string, unknown>; rest: Uint8Array }> {
	const bytes = new Uint8Array(await copy.arrayBuffer());
	const end = bytes.indexOf(10);
	const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as never;
	return { header, rest: bytes.slice(end + 1) };
}

function joined(header: unknown, rest: Uint8Array): Blob {
	return new Blob([`${JSON.stringify(header)}\n`, rest.slice()]);
}

test('[C-1] a copy gives back the document, its name and its source files, whatever they hold', async () => {
	const anyFile = fc.record({ name: fc.string(), content: fc.uint8Array({ maxLength: 300 }) });
	await fc.assert(
		fc.asyncProperty(fc.string(), fc.array(anyFile, { maxLength: 4 }), async (name, files) => {
			const copied = await Promise.all(files.map((file) => aFile(file.name, file.content)));
			const copy = await reread(await writeCopy(document(), name, at, copied));
			expect(copy).toMatchObject({ name, savedAt: at });
			expect(copy.doc.getMap('cells').toJSON()).toEqual({ A1: 'kept' });
			expect(copy.files.map((file) => file.name)).toEqual(files.map((file) => file.name));
			const contents = await Promise.all(copy.files.map((file) => file.read()));
			expect(contents).toEqual(files.map(({ content }) => content));
		}),
	);
});

test('[C-2] a copy from before source files were in it still opens', async () => {
	const state = Y.encodeStateAsUpdate(document());
	const header = {
		...{ format: 'readiness-workbook-copy', version: 1, name: 'Old', savedAt: at },
		sha256: await sha256(state),
	};
	const copy = await reread(joined(header, state));
	expect(copy.doc.getMap('cells').toJSON()).toEqual({ A1: 'kept' });
	expect(copy.files).toEqual([]);
});

test('[C-2] a copy from before reviews were in it still opens, source files and all', async () => {
	const bytes = new TextEncoder().encode('a,b');
	const state = Y.encodeStateAsUpdate(document());
	const header = {
		...{ format: 'readiness-workbook-copy', version: 2, name: 'Old', savedAt: at },
		...{ documentBytes: state.length, sha256: await sha256(state) },
		files: [{ name: 'a.csv', type: 'text/csv', size: 3, sha256: await sha256(bytes) }],
	};
	const copy = await reread(joined(header, Uint8Array.from([...state, ...bytes])));
	expect(copy).toMatchObject({ review: undefined, milestones: [] });
	expect(await copy.files[0]?.read()).toEqual(bytes);
});

test('[C-5] a copy gives back the review, its milestones, and the source files before them', async () => {
	const copy = await reread(await writeCopy(document(), 'Acme', at, await someFiles(), aReview));
	expect(copy.review).toEqual({
		...{ reviewId: 'ours', statements: [aStatement()], leftOut: 0 },
		entries: [anEntry(1), anEntry(2)],
	});
	expect(await Promise.all(copy.files.map((file) => file.read()))).toEqual([
		new TextEncoder().encode('abc'),
		new TextEncoder().encode('xyz'),
	]);
	const [milestone] = copy.milestones;
	expect(milestone?.sha256).toBe(milestoneDigest);
	expect(await milestone?.read()).toEqual(milestoneBytes);
});

test('[C-5] a review part holds the id, the member list and the entries, and nothing else', async () => {
	const { header, rest } = await parts(await writeCopy(document(), 'Acme', at, [], aReview));
	const { documentBytes, review } = header as { documentBytes: number; review: { size: number } };
	const part = rest.slice(documentBytes, documentBytes + review.size);
	expect(Object.keys(JSON.parse(new TextDecoder().decode(part)) as object)).toEqual([
		...['reviewId', 'statements', 'entries'],
	]);
	const none = await parts(await writeCopy(document(), 'Acme', at, []));
	expect(none.header).not.toHaveProperty('review');
});

test('[C-6] a review that was altered, cut off or is none does not keep the rest from opening', async () => {
	const { header, rest } = await parts(
		await writeCopy(document(), 'Acme', at, await someFiles(), aReview),
	);
	const { documentBytes, review } = header as {
		documentBytes: number;
		review: { size: number; files: unknown };
	};
	const altered = rest.map((byte, index) => (index === documentBytes + 20 ? byte ^ 1 : byte));
	const noReview = new TextEncoder().encode('{"entries":{}}');
	const listed = { ...review, size: noReview.length, sha256: await sha256(noReview) };
	const before = rest.slice(0, documentBytes);
	const after = rest.slice(documentBytes + review.size);
	const another = Uint8Array.from([...before, ...noReview, ...after]);
	const damaged = [joined(header, altered), joined({ ...header, review: listed }, another)];
	for (const copy of damaged) {
		const read = await reread(copy);
		expect(read.review).toBe('damaged');
		expect(await read.milestones[0]?.read()).toEqual(milestoneBytes);
		expect(await read.files[1]?.read()).toEqual(new TextEncoder().encode('xyz'));
	}
	const tooLarge = { ...header, review: { ...review, size: 2 ** 50 } };
	for (const copy of [joined(header, before), joined(tooLarge, rest)]) {
		const read = await reread(copy);
		expect(read.review).toBe('damaged');
		expect(await read.files[0]?.read()).toBeUndefined();
		expect(read.doc.getMap('cells').toJSON()).toEqual({ A1: 'kept' });
	}
});

test('[C-6] entries that cannot be read, or contradict another, are left out and counted', async () => {
	const entries = [anEntry(1), { ...anEntry(2), seq: 0 }, anEntry(1, 'Other words'), 7];
	const copy = await reread(
		await writeCopy(document(), 'Acme', at, [], { ...aReview, entries, files: [] }),
	);
	expect(copy.review).toMatchObject({ entries: [anEntry(1)], leftOut: 3 });
});

test('[C-3] a copy whose document was altered or cut off is refused', async () => {
	const { header, rest } = await parts(await writeCopy(document(), 'Acme', at, []));
	const altered = rest.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
	for (const damaged of [altered, rest.slice(0, -1)]) {
		expect(await readCopy(joined(header, damaged))).toMatchObject({
			problems: [{ text: expect.stringContaining('This copy is damaged') as string }],
		});
	}
});

test('[C-3] a source file that was altered or cut off is not handed out; the others are', async () => {
	const files = [await aFile('first.csv', 'abc'), await aFile('last.csv', 'xyz')];
	const { header, rest } = await parts(await writeCopy(document(), 'Acme', at, files));
	const altered = rest.map((byte, index) => (index === rest.length - 5 ? byte ^ 1 : byte));
	const [changed, whole] = (await reread(joined(header, altered))).files;
	expect(await changed?.read()).toBeUndefined();
	expect(await whole?.read()).toEqual(new TextEncoder().encode('xyz'));

	const [kept, cut] = (await reread(joined(header, rest.slice(0, -1)))).files;
	expect(await kept?.read()).toEqual(new TextEncoder().encode('abc'));
	expect(await cut?.read()).toBeUndefined();
});

test('[C-4] sizes that a copy only claims are never read', async () => {
	const { header, rest } = await parts(
		await writeCopy(document(), 'Acme', at, [await aFile('a.csv', 'abc')]),
	);
	const files = [{ name: 'a.csv', type: '', sha256: '0'.repeat(64), size: 2 ** 50 }];
	const [file] = (await reread(joined({ ...header, files }, rest))).files;
	expect(await file?.read()).toBeUndefined();
	expect(await readCopy(joined({ ...header, documentBytes: 2 ** 50 }, rest))).toMatchObject({
		ok: false,
	});
	for (const size of [-1, 0.5, 2 ** 60, '3']) {
		const wrong = { ...header, files: [{ ...files[0], size }] };
		expect(await readCopy(joined(wrong, rest))).toMatchObject({ ok: false });
	}
});

test('a file of another kind, or of a newer version, is refused in words', async () => {
	const refusals = [
		[new Blob(['a,b\n1,2\n']), 'This file is not a saved copy of a workbook.'],
		[new Blob([]), 'This file is not a saved copy of a workbook.'],
		[new Blob(['{"format":"other"}\n']), 'This file is not a saved copy of a workbook.'],
		[new Blob(['x'.repeat(9_000_000)]), 'This file is not a saved copy of a workbook.'],
	] as const;
	for (const [blob, text] of refusals) {
		expect(await readCopy(blob)).toMatchObject({
			problems: [{ text: `${text} Nothing was changed. Choose another file.` }],
		});
	}
	const { header, rest } = await parts(await writeCopy(document(), 'Acme', at, []));
	expect(await readCopy(joined({ ...header, version: 4 }, rest))).toMatchObject({
		problems: [{ text: expect.stringContaining('newer version') as string }],
	});
});
