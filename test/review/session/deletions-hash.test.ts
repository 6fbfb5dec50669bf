/** The name of the deletions that a device has heard of. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { DeletionsHash } from '../../../src/review/session/deletions-hash.ts';

test('devices that heard of the same deletions have the same one, in whatever order they came', async () => {
	const [one, other] = [filled(), new Y.Doc()];
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	const hashes = [new DeletionsHash(one, { ranges: [] }), new DeletionsHash(other, { ranges: [] })];
	one.getMap('map').delete('a');
	other.getMap('map').delete('b');
	expect(await hashes[0]?.current).not.toBe(await hashes[1]?.current);
	Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	expect(await hashes[0]?.current).toBe(await hashes[1]?.current);
});

test('what is kept here counts as removed', async () => {
	const [one, other] = [filled(), new Y.Doc()];
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	one.getMap('map').delete('a');
	const kept = { ranges: [] as { client: number; clock: number; length: number }[] };
	const [ours, theirs] = [new DeletionsHash(other, kept), new DeletionsHash(one, { ranges: [] })];
	expect(await ours.current).not.toBe(await theirs.current);
	kept.ranges = [{ client: one.clientID, clock: 0, length: 1 }];
	expect(await ours.current).toBe(await theirs.current);
});

test('it is worked out once for as long as nothing changes', () => {
	const doc = filled();
	const hash = new DeletionsHash(doc, { ranges: [] });
	const first = hash.current;
	expect(hash.current).toBe(first);
	doc.getMap('map').set('c', 3);
	expect(hash.current).not.toBe(first);
	hash.close();
});

function filled(): Y.Doc {
	const doc = new Y.Doc();
	doc.getMap('map').set('a', 1);
	doc.getMap('map').set('b', 2);
	return doc;
}
