/** Updates that would do harm, one by one (trust.md 2.3): each is refused and the document unharmed. */
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Airlock } from '../../../src/review/document/airlock.ts';
import { checkUpdate, type Standing } from '../../../src/review/document/check-update.ts';
import { documentLimits } from '../../../src/review/document/document-limits.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import {
	kinds,
	lengthOf,
	rawUpdate,
	values,
	type RawChange,
	type RawClient,
} from './raw-update.ts';

/** A client id that nobody has. */
const stranger = 4_000_000_001;

function withControls(count: number): Workbook {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(count));
	return workbook;
}

/** The kind of refusal, or 'taken'; and that neither the document nor an airlock's copy changed. */
function outcome(update: Uint8Array, doc: Y.Doc = withControls(3).doc, standing: Standing = {}) {
	const before = Y.encodeStateAsUpdate(doc);
	const airlock = new Airlock(before);
	const checked = checkUpdate(update, doc, standing);
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	if (checked.ok) return 'taken';
	const { kind } = checked.problems[0] ?? {};
	if (standing.limits !== undefined || standing.bytes !== undefined) return kind;
	expect(airlock.take(update, { ...standing, agreed: true }).ok).toBe(false);
	expect(airlock.isBroken).toBe(false);
	const copy = new Y.Doc();
	for (const piece of airlock.diff(new Uint8Array())) Y.applyUpdate(copy, piece);
	expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(loaded(before)));
	return kind;
}

function loaded(state: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return doc;
}

function one(change: RawChange, client: Partial<RawClient> = {}): Uint8Array {
	return rawUpdate([{ client: stranger, changes: [change], ...client }]);
}

describe('what is an update of a workbook', () => {
	test('a value under a key of a map is taken, also of a map this version does not know', () => {
		expect(outcome(one({}))).toBe('taken');
		expect(outcome(one({ parent: 'later/edits' }))).toBe('taken');
	});

	test('values of every kind that JSON has, and left-out ones, are taken', () => {
		const value = { a: [1, -7, 0.5, 1e300, true, false, null, 'ü𝄞'], b: undefined, c: {} };
		expect(outcome(one({ content: values(value) }))).toBe('taken');
		expect(outcome(one({ content: values(undefined) }))).toBe('taken');
	});

	test('what is known already is taken and brings no writer', () => {
		const { doc } = withControls(3);
		const checked = checkUpdate(Y.encodeStateAsUpdate(doc), doc);
		expect(checked).toMatchObject({ ok: true, value: { writers: [], mass: undefined } });
	});

	test('who writes something new is told', () => {
		const { doc } = withControls(3);
		expect(checkUpdate(one({}), doc)).toMatchObject({ ok: true, value: { writers: [stranger] } });
	});
});

describe('what is none', () => {
	test('no bytes, no update, and an update with something behind it are malformed', () => {
		expect(outcome(new Uint8Array())).toBe('malformed');
		expect(outcome(new TextEncoder().encode('{"controls":[]}'))).not.toBe('taken');
		expect(outcome(Uint8Array.of(...one({}), 0))).toBe('malformed');
	});

	test('an update cut off anywhere is refused', () => {
		const { doc } = withControls(2);
		const update = Y.encodeStateAsUpdate(doc);
		for (let length = 0; length < update.length; length++) {
			expect(checkUpdate(update.subarray(0, length), new Y.Doc()).ok).toBe(false);
		}
	});

	test('counts and lengths that lie are refused and cost nothing', () => {
		const lies = [
			one({}, { count: 300_000 }),
			one({ content: lengthOf(2 ** 50) }),
			Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
			new Uint8Array(30).fill(0xff),
		];
		for (const lie of lies) expect(outcome(lie)).toMatch(/malformed|unsafe/);
	});

	test('a change without a value, and a removal without a length, are malformed', () => {
		expect(outcome(one({ content: lengthOf(0) }))).toBe('malformed');
		expect(outcome(one({ info: kinds.overwritten, content: lengthOf(0) }))).toBe('malformed');
		const { doc } = withControls(1);
		const nothing = rawUpdate([], [{ client: doc.clientID, ranges: [[0, 0]] }]);
		expect(outcome(nothing, doc)).toBe('malformed');
	});

	test('a writer named twice is malformed: Yjs would drop the first without a word', () => {
		const twice = { client: stranger, changes: [{}] };
		expect(outcome(rawUpdate([twice, twice]))).toBe('malformed');
	});

	test('changes that follow from one another in a circle are malformed', () => {
		const circle = rawUpdate([
			{ client: stranger, changes: [{ origin: [stranger + 1, 0] }] },
			{ client: stranger + 1, changes: [{ origin: [stranger, 0] }] },
		]);
		expect(outcome(circle)).toBe('malformed');
		expect(outcome(one({ origin: [stranger, 0] }))).toBe('malformed');
		expect(outcome(one({ origin: [stranger, 5] }))).toBe('malformed');
	});

	test('texts that are not UTF-8 are malformed', () => {
		const broken = (encoder: encoding.Encoder): void => {
			encoding.writeVarUint(encoder, 1);
			encoding.writeUint8(encoder, 119);
			encoding.writeVarUint8Array(encoder, Uint8Array.of(0x61, 0xc3));
		};
		expect(outcome(one({ content: broken }))).toBe('malformed');
	});
});

describe('what is not plain values in flat maps', () => {
	test('lists, texts and everything nested are unsafe', () => {
		expect(outcome(one({ key: undefined }))).toBe('unsafe');
		for (const kind of ['json', 'binary', 'string', 'embed', 'format', 'type', 'doc'] as const) {
			expect(outcome(one({ info: kinds[kind], content: lengthOf(1) }))).toBe('unsafe');
		}
		const { doc } = withControls(1);
		expect(outcome(one({ parent: [doc.clientID, 0] }), doc)).toBe('unsafe');
		expect(outcome(one({ rightOrigin: [doc.clientID, 0] }), doc)).toBe('unsafe');
	});

	test('a list where a map is read is refused, so that nothing looks empty (P9)', () => {
		const liar = new Y.Doc();
		liar.getArray('controls').push(['x']);
		expect(outcome(Y.encodeStateAsUpdate(liar), new Y.Doc())).toBe('unsafe');
	});

	test('a map within a map, however deep, is refused (P6)', () => {
		const liar = new Y.Doc();
		let map = liar.getMap('controls');
		for (let depth = 0; depth < 50; depth++) {
			const inner = new Y.Map<unknown>();
			map.set('x', inner);
			map = inner;
		}
		expect(outcome(Y.encodeStateAsUpdate(liar), new Y.Doc())).toBe('unsafe');
	});

	test('a value of 100,000 levels is refused without a stack overflow (P6)', () => {
		const deep = (encoder: encoding.Encoder): void => {
			encoding.writeVarUint(encoder, 1);
			for (let level = 0; level < 100_000; level++) {
				encoding.writeUint8(encoder, 117);
				encoding.writeVarUint(encoder, 1);
			}
			encoding.writeUint8(encoder, 126);
		};
		expect(outcome(one({ content: deep }))).toBe('unsafe');
	});

	test('bytes, big numbers and numbers that JSON cannot say are unsafe', () => {
		for (const value of [Uint8Array.of(1), 7n, Number.NaN, Infinity]) {
			expect(outcome(one({ content: values({ value }) }))).toBe('unsafe');
		}
	});

	test('a member that would change an object’s prototype is unsafe (P10)', () => {
		for (const planted of ['{"polluted":1}', '[]', 'null']) {
			const value: unknown = JSON.parse(`{"a":{"__proto__":${planted}}}`);
			expect(outcome(one({ content: values(value) }))).toBe('unsafe');
		}
		expect(outcome(one({ key: '__proto__' }))).toBe('unsafe');
	});

	test('a text under that name does nothing, so a file that says it can be shared', () => {
		const value: unknown = JSON.parse('{"status":{"__proto__":"implemented"}}');
		expect(outcome(one({ content: values(value) }))).toBe('taken');
	});

	test('map names that no workbook has are unsafe, and so are very many', () => {
		for (const parent of ['', '__proto__', 'a/b/c', 'A', 'x'.repeat(80)]) {
			expect(outcome(one({ parent }))).toBe('unsafe');
		}
		const changes = Array.from({ length: documentLimits.maps }, (_, place) => ({
			parent: `later${place}`,
		}));
		expect(outcome(rawUpdate([{ client: stranger, changes }]))).toBe('unsafe');
	});
});

describe('what would mute or slow down others', () => {
	test('13 bytes that let a writer’s coming changes count as known are refused (P3)', () => {
		const { doc } = withControls(3);
		const clock = Y.getState(doc.store, doc.clientID);
		for (const info of [kinds.collected, kinds.skip]) {
			const muted = one({ info, key: undefined, content: lengthOf(2 ** 40) }, { clock: 0 });
			expect(outcome(muted)).toBe('unsafe');
			const own = one({ info, content: lengthOf(2 ** 40) }, { client: doc.clientID, clock });
			expect(outcome(own, doc)).toBe('unsafe');
		}
		const overwritten = { info: kinds.overwritten, content: lengthOf(2 ** 40) };
		expect(outcome(one(overwritten))).toBe('unsafe');
	});

	test('the same in many steps is refused', () => {
		const step = { info: kinds.overwritten, content: lengthOf(documentLimits.overwrittenRun) };
		expect(outcome(rawUpdate([{ client: stranger, changes: Array(9).fill(step) }]))).toBe('taken');
		expect(outcome(rawUpdate([{ client: stranger, changes: Array(11).fill(step) }]))).toBe(
			'unsafe',
		);
	});

	test('a writer that starts far ahead, and every change whose ground is missing, is a gap (P4)', () => {
		const { doc } = withControls(3);
		expect(outcome(one({}, { clock: 1 }))).toBe('gap');
		expect(outcome(one({}, { clock: 2 ** 50 }))).toBe('gap');
		expect(outcome(one({ origin: [stranger + 1, 0] }))).toBe('gap');
		const next = Y.getState(doc.store, doc.clientID);
		expect(outcome(one({ origin: [doc.clientID, next] }), doc)).toBe('gap');
		expect(outcome(one({ origin: [doc.clientID, next - 1] }), doc)).toBe('taken');
	});

	test('a removal of what is not here is a gap, however large', () => {
		const { doc } = withControls(3);
		const next = Y.getState(doc.store, doc.clientID);
		expect(outcome(rawUpdate([], [{ client: stranger, ranges: [[0, 1]] }]))).toBe('gap');
		expect(outcome(rawUpdate([], [{ client: doc.clientID, ranges: [[0, next + 1]] }]), doc)).toBe(
			'gap',
		);
	});

	test('more than 64 new writers at once are oversized (P5), and so are 10,001 in all', () => {
		const writers = (count: number, from = 0): Uint8Array =>
			rawUpdate(
				Array.from({ length: count }, (_, place) => ({
					client: stranger + from + place,
					changes: [{ key: `control:${from + place}` }],
				})),
			);
		expect(outcome(writers(64))).toBe('taken');
		expect(outcome(writers(65))).toBe('oversized');
		const limits = { ...documentLimits, clients: 100 };
		const { doc } = withControls(1);
		Y.applyUpdate(doc, writers(64));
		expect(outcome(writers(35, 64), doc, { limits })).toBe('taken');
		expect(outcome(writers(36, 64), doc, { limits })).toBe('oversized');
	});

	test('an update, a value and a key that are too large are oversized (P8)', () => {
		expect(outcome(new Uint8Array(documentLimits.updateBytes + 1))).toBe('oversized');
		const large = 'x'.repeat(documentLimits.valueBytes);
		expect(outcome(one({ content: values(large) }))).toBe('oversized');
		expect(outcome(one({ key: 'x'.repeat(documentLimits.keyBytes + 1) }))).toBe('oversized');
		expect(outcome(one({}, { count: documentLimits.changes + 1 }))).toBe('oversized');
	});

	test('a document does not grow beyond its limit', () => {
		const bytes = documentLimits.documentBytes;
		expect(outcome(one({}), undefined, { bytes })).toBe('oversized');
	});
});

describe('who writes', () => {
	test('nobody else writes under this device’s client id (P2)', () => {
		const workbook = withControls(2);
		const { doc } = workbook;
		const forged = one({}, { client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) });
		expect(outcome(forged, doc, { own: doc.clientID })).toBe('unsafe');
		expect(outcome(forged, doc, { own: stranger })).toBe('taken');
	});

	test('what this device wrote itself may come back to it', () => {
		const { doc } = withControls(2);
		expect(outcome(Y.encodeStateAsUpdate(doc), doc, { own: doc.clientID })).toBe('taken');
	});
});

describe('what takes many records away', () => {
	/** What an editor's document sends after `change`, as somebody with its state before gets it. */
	function sent(workbook: Workbook, change: () => void): readonly [Uint8Array, Y.Doc] {
		const before = loaded(Y.encodeStateAsUpdate(workbook.doc));
		change();
		const vector = Y.encodeStateVector(before);
		return [Y.encodeStateAsUpdate(workbook.doc, vector), before];
	}

	function massOf([update, doc]: readonly [Uint8Array, Y.Doc]) {
		const checked = checkUpdate(update, doc);
		if (!checked.ok) throw new Error(checked.problems[0]?.text);
		return checked.value.mass;
	}

	test('8 bytes that delete everything are an editor’s to send, and told first (P1)', () => {
		const { doc } = withControls(100);
		const clock = Y.getState(doc.store, doc.clientID);
		const update = rawUpdate([], [{ client: doc.clientID, ranges: [[0, clock]] }]);
		expect(update.length).toBeLessThan(12);
		expect(massOf([update, doc])).toMatchObject({ deleted: 104, of: 104 });
	});

	test('nothing of it is applied to the copy before somebody agreed', () => {
		const { doc } = withControls(100);
		const airlock = new Airlock(Y.encodeStateAsUpdate(doc));
		const clock = Y.getState(doc.store, doc.clientID);
		const update = rawUpdate([], [{ client: doc.clientID, ranges: [[0, clock]] }]);
		const left = (): number => {
			const copy = new Y.Doc();
			for (const piece of airlock.diff(new Uint8Array())) Y.applyUpdate(copy, piece);
			return copy.getMap('controls').size;
		};
		expect(airlock.take(update)).toMatchObject({ ok: true, value: { mass: { of: 104 } } });
		expect(left()).toBe(100);
		expect(airlock.take(update, { agreed: true }).ok).toBe(true);
		expect(left()).toBe(0);
	});

	test('an import that is taken back is told; one record, edits and retirings are not', () => {
		const workbook = withControls(30);
		const single = sent(workbook, () => void aControl(workbook, { title: 'One more' }));
		expect(massOf(single)).toBeUndefined();
		expect(massOf(sent(workbook, () => void workbook.undo()))).toBeUndefined();
		const edits = workbook.controls.all().map(({ id }) => ({
			control: id,
			column: 'title' as const,
			value: 'anew',
		}));
		expect(
			massOf(sent(workbook, () => void done(workbook, editControls, { edits }))),
		).toBeUndefined();
		expect(massOf(sent(workbook, () => void workbook.undo()))).toBeUndefined();
		const taken = massOf(sent(workbook, () => void workbook.undo()));
		expect(taken?.deleted).toBeGreaterThanOrEqual(30);
	});

	test('rows that are written over count as taken away: a row is written once', () => {
		const { doc } = withControls(40);
		const changes = [...doc.getMap('controls').keys()].map((key) => ({ key }));
		expect(massOf([rawUpdate([{ client: stranger, changes }]), doc])?.deleted).toBe(40);
		const followed = [...(doc.store.clients.get(doc.clientID) ?? [])].map(({ id }) => ({
			origin: [id.client, id.clock] as const,
		}));
		const over = rawUpdate([{ client: stranger, changes: followed }]);
		expect(massOf([over, doc])?.deleted).toBeGreaterThanOrEqual(40);
	});
});
