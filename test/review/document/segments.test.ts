/** Pieces of a document: small, in an order in which each can be applied, and complete. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Airlock } from '../../../src/review/document/airlock.ts';
import { documentLimits } from '../../../src/review/document/document-limits.ts';
import { segmentsOf } from '../../../src/review/document/segments.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { at } from '../../support/at.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';

const nothing = new Uint8Array();

function filled(count: number) {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(count));
	return workbook;
}

/** Applies pieces one by one; none may have to wait for another. */
function merged(pieces: Iterable<Uint8Array>, into = new Y.Doc()): Y.Doc {
	for (const piece of pieces) {
		Y.applyUpdate(into, piece);
		expect(into.store.pendingStructs ?? into.store.pendingDs).toBeNull();
	}
	return into;
}

/** What a document says and what it has: undo keeps texts on the device that undid, so bytes differ. */
function said(doc: Y.Doc): unknown {
	const maps = [...doc.share.keys()].filter((name) => doc.getMap(name).size > 0).sort();
	const [removed] = segmentsOf(doc, Y.encodeStateVector(doc));
	return {
		maps: maps.map((name) => [name, doc.getMap(name).toJSON()]),
		vector: Y.encodeStateVector(doc),
		removed,
	};
}

describe('pieces', () => {
	test('of a document put together are the document', () => {
		const { doc } = filled(15);
		for (const size of [1, 5_000, 2 ** 20]) {
			const copy = merged(segmentsOf(doc, nothing, size));
			expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
		}
	});

	test('have about the given size', () => {
		const { doc } = filled(100);
		const sizes = [...segmentsOf(doc, nothing, 10_000)].map(({ length }) => length);
		expect(Math.max(...sizes)).toBeLessThan(13_000);
		expect(sizes.length).toBeGreaterThan(8);
	});

	test('of an empty document, and of one that is known, are one that says so', () => {
		expect([...segmentsOf(new Y.Doc())]).toEqual([Uint8Array.of(0, 0)]);
		const { doc } = filled(3);
		expect([...segmentsOf(doc, Y.encodeStateVector(doc))]).toEqual([Uint8Array.of(0, 0)]);
	});

	test('hold only what came after the state vector, and every removal', () => {
		const workbook = filled(30);
		const { doc } = workbook;
		const copy = merged(segmentsOf(doc));
		const before = bytesOf([...segmentsOf(doc)]);
		const vector = Y.encodeStateVector(doc);
		workbook.undo();
		const pieces = [...segmentsOf(doc, vector)];
		// The entry of the undo names each row it took, which is little beside the rows.
		expect(bytesOf(pieces)).toBeLessThan(before / 4);
		merged(pieces, copy);
		expect(said(copy)).toEqual(said(doc));
		expect(copy.getMap('controls').size).toBe(0);
	});

	test('for a state vector that makes no sense are everything', () => {
		const { doc } = filled(2);
		const copy = merged(segmentsOf(doc, Uint8Array.of(5, 255)));
		expect(said(copy)).toEqual(said(doc));
	});

	test('never show a value that was taken back, not even between two pieces', () => {
		const workbook = filled(20);
		workbook.undo();
		const copy = new Y.Doc();
		for (const piece of segmentsOf(workbook.doc, nothing, 100)) {
			Y.applyUpdate(copy, piece);
			expect(copy.getMap('controls').size).toBe(0);
		}
	});

	test('are right although the document changes between them', () => {
		const workbook = filled(40);
		const { doc } = workbook;
		const [first] = workbook.controls.all();
		const copy = new Y.Doc();
		let count = 0;
		for (const piece of segmentsOf(doc, nothing, 2_000)) {
			const value = `Title ${++count}`;
			const edits = [{ control: first!.id, column: 'title' as const, value }];
			done(workbook, editControls, { edits });
			if (count % 3 === 0) workbook.undo();
			merged([piece], copy);
		}
		expect(count).toBeGreaterThan(20);
		merged(segmentsOf(doc, Y.encodeStateVector(copy)), copy);
		expect(said(copy)).toEqual(said(doc));
	});

	test('bring at most 64 writers each, so that a document of many openings is taken', () => {
		const doc = new Y.Doc();
		for (let opening = 0; opening < 300; opening++) {
			const session = new Y.Doc();
			Y.applyUpdate(session, Y.encodeStateAsUpdate(doc));
			// Each follows from the one before it: the deepest order there is.
			session.getMap('settings').set('layoutVersion', opening);
			session.getMap('activity').set(`activity:${opening}`, opening);
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(session));
		}
		const airlock = new Airlock();
		const pieces = [...segmentsOf(doc)];
		for (const piece of pieces) {
			expect(airlock.take(piece, { agreed: true }).ok).toBe(true);
			expect(Y.decodeUpdate(piece).structs.length).toBeLessThan(3 * documentLimits.newClients);
		}
		expect(pieces.length).toBeGreaterThanOrEqual(300 / documentLimits.newClients);
		expect(at(pieces, 0).length).toBeGreaterThan(0);
	});

	test('with very many removals are cut as well', () => {
		const doc = new Y.Doc();
		const map = doc.getMap<number>('later');
		for (let key = 0; key < 1_500; key++) map.set(String(key), key);
		doc.transact(() => {
			for (let key = 0; key < 1_500; key += 2) map.delete(String(key));
		});
		const pieces = [...segmentsOf(doc, Y.encodeStateVector(doc), 600)];
		expect(pieces.length).toBeGreaterThan(5);
		expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(700);
		const copy = merged(segmentsOf(doc, nothing, 600));
		expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
	});
});

function bytesOf(pieces: readonly Uint8Array[]): number {
	return pieces.reduce((sum, { length }) => sum + length, 0);
}
