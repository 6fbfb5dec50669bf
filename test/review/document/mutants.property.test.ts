/**
 * Property: whatever bytes come, the airlock answers, and its copy is either as it was or a workbook
 * of flat maps that says what a plain merge says. Bytes are real updates, changed at random.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Airlock } from '../../../src/review/document/airlock.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';

const runs = fc.readConfigureGlobal().numRuns ?? 5_000;
const patience = 120_000;

const { before, update } = aPairOfStates();

/** What a device has, and what another one did since: new rows, edits, values taken back. */
function aPairOfStates(): { readonly before: Uint8Array; readonly update: Uint8Array } {
	const workbook = aWorkbook();
	const { id } = aControl(workbook, { title: 'Access is reviewed', criteria: ['CC6.1'] });
	const before = Y.encodeStateAsUpdate(workbook.doc);
	const colleague = new Y.Doc();
	Y.applyUpdate(colleague, before);
	const other = aWorkbook(colleague);
	for (const value of ['Quarterly', 'Each quarter', 'Ünlü 𝄞']) {
		done(other, editControls, { edits: [{ control: id, column: 'title', value }] });
	}
	done(other, editControls, { edits: [{ control: id, column: 'criteria', value: ['A1.1'] }] });
	other.undo();
	aControl(other, { title: 'Another' });
	return { before, update: Y.encodeStateAsUpdate(colleague) };
}

type Change = (bytes: readonly number[]) => readonly number[];

const place = fc.nat({ max: update.length });
const byte = fc.nat({ max: 255 });
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.tuple(place, byte).map(
		([at, to]): Change =>
			(bytes) =>
				bytes.with(at % bytes.length, to),
	),
	fc.tuple(place, fc.nat({ max: 7 })).map(([at, bit]): Change => (bytes) => {
		const present = bytes[at % bytes.length] ?? 0;
		return bytes.with(at % bytes.length, present ^ (1 << bit));
	}),
	place.map(
		(at): Change =>
			(bytes) =>
				bytes.slice(0, at),
	),
	fc.tuple(place, fc.array(byte, { minLength: 1, maxLength: 12 })).map(
		([at, more]): Change =>
			(bytes) =>
				bytes.toSpliced(at, 0, ...more),
	),
	fc.tuple(place, fc.nat({ max: 20 })).map(
		([at, n]): Change =>
			(bytes) =>
				bytes.toSpliced(at, n),
	),
	fc.tuple(place, place, fc.nat({ max: 40 })).map(
		([from, to, n]): Change =>
			(bytes) =>
				bytes.toSpliced(to, n, ...bytes.slice(from, from + n)),
	),
);

it(
	'changed at random, updates are refused or merged, and nothing else ever happens',
	() => {
		const start = stateOf(new Airlock(before));
		let airlock = new Airlock(before);
		const seen = { taken: 0, refused: 0 };
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
				const mutant = Uint8Array.from(
					changes.reduce<readonly number[]>(
						(bytes, each) => (bytes.length > 0 ? each(bytes) : bytes),
						[...update],
					),
				);
				const taken = airlock.take(mutant, { agreed: true });
				expect(airlock.isBroken).toBe(false);
				if (!taken.ok) {
					seen.refused++;
					return;
				}
				seen.taken++;
				const merged = new Y.Doc();
				Y.applyUpdate(merged, before);
				Y.applyUpdate(merged, mutant);
				expect(merged.store.pendingStructs ?? merged.store.pendingDs).toBeNull();
				expect(stateOf(airlock)).toEqual(Y.encodeStateAsUpdate(merged));
				for (const name of merged.share.keys()) merged.getMap(name).toJSON();
				airlock = new Airlock(before);
			}),
			{ numRuns: runs },
		);
		// Whatever was refused in between left no trace.
		expect(stateOf(airlock)).toEqual(start);
		expect(seen.taken).toBeGreaterThan(runs / 100);
		expect(seen.refused).toBeGreaterThan(runs / 2);
	},
	patience,
);

function stateOf(airlock: Airlock): Uint8Array {
	const copy = new Y.Doc();
	for (const piece of airlock.diff(new Uint8Array())) Y.applyUpdate(copy, piece);
	return Y.encodeStateAsUpdate(copy);
}
