/** The digest says whether two documents say the same, whatever way they came to it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentDigest } from '../../src/workbook/content-digest.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { manyControls } from '../bench/many-controls.ts';
import { anyWork } from '../support/any-work.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

/** The digest of a document that was never asked before. */
function fresh(doc: Y.Doc) {
	return contentDigest(copyOf(doc));
}

function aMap(entries: readonly (readonly [string, unknown])[], name = 'controls'): Y.Doc {
	const doc = new Y.Doc();
	for (const [key, value] of entries) doc.getMap(name).set(key, value);
	return doc;
}

const json = fc.jsonValue({ maxDepth: 3 });
const entries = fc.uniqueArray(fc.tuple(fc.string(), json), { selector: ([key]) => key });

describe('the digest of what a document says', () => {
	test('does not depend on the order in which it was written, nor on what stood before', async () => {
		await fc.assert(
			fc.asyncProperty(entries, async (all) => {
				const doc = aMap(all);
				const other = aMap([...all].reverse());
				const [key] = all[0] ?? ['gone'];
				other.getMap('controls').set('gone before', 1);
				other.getMap('controls').delete('gone before');
				other.getMap('controls').set(key, other.getMap('controls').get(key) ?? null);
				if (all.length === 0) other.getMap('controls').delete(key);
				expect(await contentDigest(other)).toEqual(await contentDigest(doc));
			}),
		);
	});

	test('does not depend on the order of an object’s members, nor on left-out ones', async () => {
		const one = aMap([['a', { x: 1, y: { z: 2 }, left: undefined }]]);
		const other = aMap([['a', { y: { z: 2 }, x: 1 }]]);
		expect(await contentDigest(other)).toEqual(await contentDigest(one));
	});

	test('differs where a value, a key, a kind or a map differs', async () => {
		const docs = [
			aMap([['a', 1]]),
			aMap([['a', 2]]),
			aMap([['a', '1']]),
			aMap([['a', null]]),
			aMap([['a', undefined]]),
			aMap([['a', [1]]]),
			aMap([['b', 1]]),
			aMap([['a', 1]], 'risks'),
			aMap([
				['a', 1],
				['b', 1],
			]),
			new Y.Doc(),
		];
		const wholes = await Promise.all(docs.map(async (doc) => (await contentDigest(doc)).whole));
		expect(new Set(wholes).size).toBe(docs.length);
	});

	test('tells which map differs', async () => {
		const workbook = aWorkbook();
		aControl(workbook, { title: 'Access' });
		const before = await contentDigest(workbook.doc);
		workbook.doc.getMap('settings').set('later', true);
		const after = await contentDigest(workbook.doc);
		const differing = [...after.maps].filter(([name, hex]) => before.maps.get(name) !== hex);
		expect(differing.map(([name]) => name)).toEqual(['settings']);
		expect(after.whole).not.toBe(before.whole);
	});

	test('leaves out maps that are empty: to have looked at one is no difference', async () => {
		const doc = aMap([['a', 1]]);
		const before = await contentDigest(doc);
		doc.getMap('risks');
		expect(await contentDigest(doc)).toEqual(before);
		expect(await contentDigest(new Y.Doc())).toEqual(await contentDigest(aWorkbook().doc));
	});

	test('stays the same where half a character was lost on the way', async () => {
		const doc = aMap([
			['half \ud800', 'x \udc00 \\ud800'],
			['b', ['\ud83d', { 'c \udbff': 1 }]],
		]);
		expect(await contentDigest(doc)).toEqual(await fresh(doc));
	});

	test('can be told of a number that JSON cannot say', async () => {
		expect((await contentDigest(aMap([['a', Number.NaN]]))).whole).toMatch(/^[0-9a-f]{64}$/);
	});

	test('never changes its form: devices of all versions compare it', async () => {
		const doc = aMap([
			['control:1', { title: 'Access is reviewed', criteria: ['CC6.1'] }],
			['control:2', { title: 'Zürich' }],
		]);
		expect((await contentDigest(doc)).whole).toBe(
			'd3940dc7b8e4be9905aee9ebdf730ff20821fc08f9d19d11e68f1156f40c5806',
		);
	});

	test('is the same whether worked out at once or kept up with random work', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyWork, { maxLength: 25 }), async (all) => {
				const workbook = aWorkbook();
				for (const work of all) {
					work(workbook);
					expect(await contentDigest(workbook.doc)).toEqual(await fresh(workbook.doc));
				}
			}),
			{ numRuns: 30 },
		);
	});

	test('is that of the end where the document changes while it is worked out', async () => {
		const workbook = aWorkbook();
		done(workbook, importRows, manyControls(1_000));
		let changes = 0;
		const digest = await contentDigest(workbook.doc, () => {
			if (changes < 4) aControl(workbook, { title: `Change ${++changes}` });
			return Promise.resolve();
		});
		expect(changes).toBe(4);
		expect(digest).toEqual(await fresh(workbook.doc));
	});

	test('asked for twice at once is right both times', async () => {
		const { doc } = aWorkbook();
		doc.getMap('controls').set('a', 1);
		const both = await Promise.all([contentDigest(doc), contentDigest(doc)]);
		expect(both).toEqual([await fresh(doc), await fresh(doc)]);
	});

	test('hands the page back often', async () => {
		const workbook = aWorkbook();
		done(workbook, importRows, manyControls(1_000));
		let pauses = 0;
		await contentDigest(workbook.doc, () => {
			pauses++;
			return Promise.resolve();
		});
		expect(pauses).toBeGreaterThan(5);
	});
});
