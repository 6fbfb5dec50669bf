/**
 * Properties: nothing honest is ever refused. Devices with real workbooks work, take back, reload as
 * from storage, and send each other what they did as it happens or as pieces of what the other lacks.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Airlock } from '../../../src/review/document/airlock.ts';
import { segmentsOf } from '../../../src/review/document/segments.ts';
import { contentDigest } from '../../../src/workbook/content-digest.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { anyWork } from '../../support/any-work.ts';
import { aWorkbook } from '../../support/a-workbook.ts';
import { countingIds } from '../../support/fixed.ts';

const peer = Symbol('peer');

/** Hundreds of workbooks are opened: on a busy machine that takes its time. */
const patience = 120_000;

class Device {
	readonly #name: string;
	#openings = 0;
	readonly others: Device[] = [];
	/** What was done here and not delivered yet, oldest first, by the other device. */
	readonly outbox = new Map<Device, Uint8Array[]>();
	#airlock = new Airlock();
	workbook: Workbook;

	constructor(name: string) {
		this.#name = name;
		this.workbook = this.#open(new Y.Doc());
	}

	/** As y-indexeddb does: rows are joined to one, and the document gets another client id. */
	reload(): void {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.workbook.doc));
		this.workbook = this.#open(doc);
	}

	take(update: Uint8Array): 'taken' | 'gap' {
		const { doc } = this.workbook;
		const taken = this.#airlock.take(update, { own: doc.clientID, agreed: true });
		if (!taken.ok) {
			expect(taken.problems.map(({ kind }) => kind)).toEqual(['gap']);
			return 'gap';
		}
		Y.applyUpdate(doc, update, peer);
		return 'taken';
	}

	/** Gets what `other` has, in pieces of at most so many bytes. */
	catchUp(other: Device, maxBytes: number): void {
		const { doc } = this.workbook;
		for (const piece of segmentsOf(other.workbook.doc, Y.encodeStateVector(doc), maxBytes)) {
			expect(this.take(piece)).toBe('taken');
		}
	}

	/** Gets the oldest of what `other` did and sent as it happened, so many changes as one update. */
	hear(other: Device, count: number, maxBytes: number): void {
		const updates = other.outbox.get(this)?.splice(0, count) ?? [];
		if (updates.length === 0) return;
		// Others' work that it builds on may not have come yet: then it is asked for.
		if (this.take(Y.mergeUpdates(updates)) === 'gap') this.catchUp(other, maxBytes);
	}

	#open(doc: Y.Doc): Workbook {
		this.#airlock = new Airlock(Y.encodeStateAsUpdate(doc));
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === peer) return;
			this.#airlock.noteLocal(update);
			for (const other of this.others) {
				this.outbox.set(other, [...(this.outbox.get(other) ?? []), update]);
			}
		});
		return aWorkbook(doc, countingIds(`${this.#name}${this.#openings++}-`));
	}
}

function devices(): readonly Device[] {
	const all = ['a', 'b', 'c'].map((name) => new Device(name));
	for (const one of all) one.others.push(...all.filter((other) => other !== one));
	return all;
}

const who = fc.nat(2);
const count = fc.integer({ min: 1, max: 4 });
const step = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('work'), who, work: anyWork }) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('hear'), who, from: who, count }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('catch up'), who, from: who }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('reload'), who }) },
);

it(
	'whatever honest devices do and send is taken, and they end as a plain merge of their documents',
	async () => {
		const maxBytes = fc.constantFrom(1, 60, 400, 2 ** 20);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), maxBytes, async (steps, size) => {
				const all = devices();
				for (const each of steps) {
					const device = all[each.who]!;
					const from = 'from' in each ? all[each.from]! : device;
					if ('work' in each) each.work(device.workbook);
					else if (each.kind === 'reload') device.reload();
					else if (from !== device && each.kind === 'hear')
						device.hear(from, 'count' in each ? each.count : 1, size);
					else if (from !== device) device.catchUp(from, size);
				}
				const merged = new Y.Doc();
				for (const { workbook } of all) {
					Y.applyUpdate(merged, Y.encodeStateAsUpdate(workbook.doc));
				}
				for (const one of all) for (const other of one.others) one.catchUp(other, size);
				const expected = await contentDigest(merged);
				for (const { workbook } of all) {
					expect(await contentDigest(workbook.doc)).toEqual(expected);
					expect(Y.encodeStateVector(workbook.doc)).toEqual(Y.encodeStateVector(merged));
					expect(workbook.doc.store.pendingStructs).toBeNull();
				}
			}),
		);
	},
	patience,
);
