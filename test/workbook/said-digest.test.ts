/** What whoever signs the whole workbook signs: what it says, not what happened in it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedParts } from '../../src/model/review/workbook-content.ts';
import { assessCriteria } from '../../src/workbook/commands/assess-criteria.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import { openSnapshot, takeSnapshot } from '../../src/workbook/milestones.ts';
import { SaidDigest } from '../../src/workbook/said-digest.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { manyControls } from '../bench/many-controls.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { anyWork } from '../support/any-work.ts';

function saidBy(workbook: Workbook) {
	return new SaidDigest(workbook).digest();
}

function retitle(workbook: Workbook, value: string): void {
	const [first] = workbook.controls.all();
	if (!first) throw new Error('No control');
	done(workbook, editControls, { edits: [{ control: first.id, column: 'title', value }] });
}

function three(): Workbook {
	const workbook = aWorkbook();
	for (const controlId of ['AC-01', 'AC-02', 'AC-03']) {
		aControl(workbook, { controlId, title: 'Access' });
	}
	return workbook;
}

describe('what a workbook says', () => {
	it('[P-15] is the same again where an edit was undone, and where the old value was typed again', async () => {
		const workbook = three();
		const before = await saidBy(workbook);
		retitle(workbook, 'Another');
		expect(await saidBy(workbook)).not.toEqual(before);
		workbook.undo();
		expect(await saidBy(workbook)).toEqual(before);
		retitle(workbook, 'Another');
		retitle(workbook, 'Access');
		expect(await saidBy(workbook)).toEqual(before);
	});

	it('[P-14] is no matter of its history', async () => {
		const workbook = three();
		const before = await saidBy(workbook);
		workbook.note('hand-back', 'Handed back');
		expect(await saidBy(workbook)).toEqual(before);
	});

	it('[P-14] covers registers, retirement, the scope and what was said of criteria', async () => {
		const workbook = three();
		const [first] = workbook.controls.all();
		const states = [await saidBy(workbook)];
		const then = async (deed: () => unknown): Promise<void> => {
			deed();
			states.push(await saidBy(workbook));
		};
		await then(() => retitle(workbook, 'Another'));
		await then(() =>
			done(workbook, retireControls, { controls: first ? [first.id] : [], reason: 'x' }),
		);
		await then(() => done(workbook, setScope, { values: { service: 'Payroll' } }));
		await then(() =>
			done(workbook, assessCriteria, {
				edits: [{ criterion: 'CC6.1', field: 'note', value: 'x' }],
			}),
		);
		expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(states.length);
		expect(Object.keys(states.at(-1) ?? {})).toEqual(['controls', 'scope', 'assessments']);
	});

	it('tells which parts changed and how many records of them', async () => {
		const workbook = three();
		const signed = await saidBy(workbook);
		retitle(workbook, 'Another');
		aControl(workbook, { controlId: 'AC-04' });
		expect(changedParts(signed, await saidBy(workbook))).toEqual([
			{
				...{ part: 'controls', label: 'Controls' },
				before: '3 controls, 1 of them changed or gone since',
				after: '4 controls, 2 of them changed or new',
			},
		]);
	});

	it('is kept up with random work as it is worked out from nothing on another device', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyWork, { maxLength: 12 }), async (works) => {
				const workbook = three();
				const kept = new SaidDigest(workbook);
				for (const work of works) {
					await kept.digest();
					work(workbook);
				}
				const copy = openSnapshot(takeSnapshot(workbook));
				expect(await kept.digest()).toEqual(await saidBy(copy));
			}),
			{ numRuns: 40 },
		);
	});

	it('is of one moment, also where somebody types while it is worked out', async () => {
		const workbook = aWorkbook();
		done(workbook, importRows, manyControls(1_500));
		let pauses = 0;
		const said = await new SaidDigest(workbook).digest(() => {
			if (pauses++ === 1) retitle(workbook, 'Typed meanwhile');
			return Promise.resolve();
		});
		expect(pauses).toBeGreaterThan(2);
		expect(said).toEqual(await saidBy(workbook));
	});
});
