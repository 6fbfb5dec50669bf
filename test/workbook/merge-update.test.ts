import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mergeUpdate } from '../../src/workbook/merge-update.ts';

const origin = { from: 'somebody' };

test('[P-1] listeners are told the very bytes that came, once, with their origin', () => {
	const update = written((doc) => doc.getMap('a').set('x', 1));
	const doc = new Y.Doc();
	const told: unknown[][] = [];
	doc.on('update', (bytes, from, _doc, { local }) => told.push([bytes, from, local]));
	expect(mergeUpdate(doc, update, origin)).toBe(true);
	expect(told).toHaveLength(1);
	expect(told[0]?.[0]).toBe(update);
	expect(told[0]?.slice(1)).toEqual([origin, false]);
});

test('[P-1] what is known already is no news and is told to nobody', () => {
	const update = written((doc) => doc.getMap('a').set('x', 1));
	const doc = new Y.Doc();
	Y.applyUpdate(doc, update);
	const told: unknown[] = [];
	doc.on('update', (bytes) => told.push(bytes));
	expect(mergeUpdate(doc, update, origin)).toBe(false);
	expect(told).toEqual([]);
});

test('[P-1] a removal alone is news', () => {
	const theirs = new Y.Doc();
	theirs.getMap('a').set('x', 1);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
	const before = Y.encodeStateVector(theirs);
	theirs.getMap('a').delete('x');
	expect(mergeUpdate(doc, Y.encodeStateAsUpdate(theirs, before), origin)).toBe(true);
	expect(doc.getMap('a').has('x')).toBe(false);
});

test('[P-1] what a listener writes because of the merge is told too', () => {
	const update = written((doc) => doc.getMap('a').set('x', 1));
	const [doc, copy] = [new Y.Doc(), new Y.Doc()];
	doc.on('update', (bytes) => Y.applyUpdate(copy, bytes));
	doc.once('afterTransaction', () => void doc.getMap('a').set('seen', true));
	mergeUpdate(doc, update, origin);
	expect(copy.getMap('a').toJSON()).toEqual({ x: 1, seen: true });
});

test('[P-1] what waited for the update is told with it', () => {
	const theirs = new Y.Doc();
	const updates: Uint8Array[] = [];
	theirs.on('update', (bytes) => updates.push(bytes));
	theirs.getMap('a').set('x', 1);
	theirs.getMap('a').set('x', 2);
	const [first, second] = updates as [Uint8Array, Uint8Array];
	const [doc, copy] = [new Y.Doc(), new Y.Doc()];
	Y.applyUpdate(doc, second);
	doc.on('update', (bytes) => Y.applyUpdate(copy, bytes));
	expect(mergeUpdate(doc, first, origin)).toBe(true);
	expect(copy.getMap('a').toJSON()).toEqual({ x: 2 });
});

test('[P-1] whoever keeps what they are told ends with the same document', () => {
	const change = fc.record({
		who: fc.nat(2),
		key: fc.constantFrom('x', 'y', 'z'),
		value: fc.option(fc.nat()),
	});
	fc.assert(
		fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
			const writers = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
			const [doc, copy] = [new Y.Doc(), new Y.Doc()];
			doc.on('update', (bytes) => Y.applyUpdate(copy, bytes));
			for (const { who, key, value } of changes) {
				const writer = writers[who]!;
				const before = Y.encodeStateVector(doc);
				if (value === null) writer.getMap('a').delete(key);
				else writer.getMap('a').set(key, value);
				mergeUpdate(doc, Y.encodeStateAsUpdate(writer, before), origin);
				Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc));
			}
			expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
		}),
	);
});

function written(write: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	write(doc);
	return Y.encodeStateAsUpdate(doc);
}
