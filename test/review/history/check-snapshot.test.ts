/** What is opened as a milestone: every whole workbook, and nothing else. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { whySnapshotIsNone } from '../../../src/review/history/check-snapshot.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { takeSnapshot } from '../../../src/workbook/milestones.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { anyWork } from '../../support/any-work.ts';

it('a workbook after any work, steps back and forth among it, is a milestone', () => {
	fc.assert(
		fc.property(fc.array(anyWork, { maxLength: 30 }), (works) => {
			const workbook = aWorkbook();
			for (const work of works) work(workbook);
			expect(whySnapshotIsNone(takeSnapshot(workbook))).toBeUndefined();
		}),
		{ numRuns: 60 },
	);
});

it('bytes that were cut off or altered are told in words or open as a workbook, and never throw', () => {
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(3));
	const whole = takeSnapshot(workbook);
	fc.assert(
		fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, value) => {
			expect(whySnapshotIsNone(whole.subarray(0, place))).toMatch(/\S/u);
			const altered = whole.map((byte, at) => (at === place ? value : byte));
			expect(whySnapshotIsNone(altered) ?? 'opens').toMatch(/\S/u);
		}),
	);
});
