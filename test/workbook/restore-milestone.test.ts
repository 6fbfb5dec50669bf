import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { compareWorkbooks } from '../../src/workbook/compare-workbooks.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { restoreMilestone } from '../../src/workbook/commands/restore-milestone.ts';
import { openSnapshot, takeSnapshot } from '../../src/workbook/milestones.ts';
import { netChange, stretchSince } from '../../src/workbook/net-change.ts';
import { whatRestores } from '../../src/workbook/restoring.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../support/a-workbook.ts';
import { anyWork } from '../support/any-work.ts';

function milestoneOf(workbook: Workbook): Workbook {
	return openSnapshot(takeSnapshot(workbook));
}

/** Brings the workbook back; what it takes is found in a copy, as the worker does. */
function restored(workbook: Workbook, milestone: Workbook, name: string) {
	const records = whatRestores(milestoneOf(workbook), milestone);
	return done(workbook, restoreMilestone, { records, name });
}

/** What still differs, beside that what came since is put away. */
function differing(milestone: Workbook, workbook: Workbook) {
	return compareWorkbooks(milestone, workbook).filter(({ table, id, kind }) => {
		if (kind !== 'created') return true;
		const all = workbook.tables.find((each) => each.kind.name === table)?.all() ?? [];
		const record = all.find((each) => each.id === id);
		return !record || !('retired' in record) || !record.retired;
	});
}

describe('a milestone', () => {
	it('[N-7] is restored by one change: values come back, what came since is retired', () => {
		const workbook = aWorkbook();
		const access = aControl(workbook, { controlId: 'AC-01', owner: 'CTO' });
		const old = aControl(workbook, { controlId: 'AC-02' });
		const milestone = milestoneOf(workbook);
		done(workbook, editControls, {
			edits: [
				{ control: access.id, column: 'owner', value: 'CEO' },
				{ control: access.id, column: 'criteria', value: ['CC6.1'] },
			],
		});
		done(workbook, retireControls, { controls: [old.id], reason: 'twice' });
		const fresh = aControl(workbook, { controlId: 'NEW-01' });

		restored(workbook, milestone, 'Before fieldwork');
		expect(workbook.controls.get(access.id)).toMatchObject({ owner: 'CTO', criteria: [] });
		expect(workbook.controls.get(old.id)?.retired).toBeUndefined();
		expect(workbook.controls.get(fresh.id)?.retired?.reason).toBe(
			'Not in the milestone “Before fieldwork”',
		);
		expect(workbook.activity.latest()[0]?.label).toBe('Restore milestone “Before fieldwork”');

		workbook.undo();
		expect(workbook.controls.get(access.id)).toMatchObject({ owner: 'CEO', criteria: ['CC6.1'] });
		expect(workbook.controls.get(fresh.id)?.retired).toBeUndefined();
	});

	it('[N-7] leaves nothing different after any work, and one step takes it back', () => {
		fc.assert(
			fc.property(
				fc.array(anyWork, { maxLength: 10 }),
				fc.array(anyWork, { maxLength: 10 }),
				(before, since) => {
					const workbook = aWorkbook();
					for (const work of before) work(workbook);
					const milestone = milestoneOf(workbook);
					for (const work of since) work(workbook);
					const then = milestoneOf(workbook);
					const { changed } = restored(workbook, milestone, 'M');
					expect(differing(milestone, workbook)).toEqual([]);
					if (changed) workbook.undo();
					expect(compareWorkbooks(then, workbook)).toEqual([]);
				},
			),
			{ numRuns: 30 },
		);
	});

	it('cannot be changed once it is opened', () => {
		const workbook = aWorkbook();
		aControl(workbook);
		const outcome = milestoneOf(workbook).run(addControls, { rows: [{}] });
		expect(outcome.ok).toBe(false);
	});
});

describe('net change', () => {
	it('[N-2] names who touched a value and how often, and leaves out what came back', () => {
		const workbook = aWorkbook();
		const access = aControl(workbook, { controlId: 'AC-01', owner: 'CTO', title: 'A' });
		const since = workbook.activity.latest()[0]!.at;
		const set = (column: 'owner' | 'title', value: string) =>
			done(workbook, editControls, { edits: [{ control: access.id, column, value }] });
		set('owner', 'CEO');
		set('owner', 'CISO');
		set('title', 'B');
		set('title', 'A');
		const stretch = stretchSince(workbook.activity.latest(), `${since}+`);
		expect(netChange(workbook, stretch)).toMatchObject([
			{
				...{ table: 'controls', id: access.id, kind: 'changed', times: 4 },
				people: [{ by: { name: 'Dana' } }],
				changes: [
					{ table: 'controls', id: access.id, path: 'owner', before: 'CTO', after: 'CISO' },
				],
			},
		]);
	});

	it('[N-3] says nothing of a record that was made and taken back within', () => {
		const workbook = aWorkbook();
		aControl(workbook);
		workbook.undo();
		const all = workbook.activity.latest();
		expect(netChange(workbook, { within: all, after: [] })).toEqual([]);
		const [undone, added] = all;
		expect(netChange(workbook, { within: [added!], after: [undone!] })).toMatchObject([
			{ kind: 'created' },
		]);
		expect(netChange(workbook, { within: [undone!], after: [] })).toMatchObject([
			{ kind: 'removed' },
		]);
	});
});
