import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ok, refused } from '../../src/base/result.ts';
import type { Control } from '../../src/model/records/control.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { assessCriteria } from '../../src/workbook/commands/assess-criteria.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { addColumn } from '../../src/workbook/commands/own-columns.ts';
import { changeRecords } from '../../src/workbook/commands/records/change-records.ts';
import { editRecords } from '../../src/workbook/commands/records/edit-records.ts';
import { restoreControls, retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import { TurningGate } from '../../src/workbook/gate.ts';
import { suggestingGate, type SuggestedValue } from '../../src/workbook/suggested-values.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, done } from '../support/a-workbook.ts';
import { countingIds, dana, fixedClock } from '../support/fixed.ts';

function gated() {
	const gate = new TurningGate();
	const options = { ids: countingIds(), clock: fixedClock(), actor: () => dana, gate };
	const workbook = new Workbook(new Y.Doc(), options);
	const control = aControl(workbook, { controlId: 'AC-1', owner: 'Ana', criteria: ['CC6.1'] });
	const proposals: { values: readonly SuggestedValue[]; label: string }[] = [];
	return {
		...{ workbook, gate, control, proposals },
		state: () => Y.encodeStateAsUpdate(workbook.doc),
		close: () => gate.turn({ kind: 'closed', text: 'Viewers read. Ask an owner.' }),
		suggest: () =>
			gate.turn(
				suggestingGate((values, label) => {
					proposals.push({ values, label });
					return ok(undefined);
				}),
			),
	};
}

function owner(control: Control, value: string) {
	return { edits: [{ control: control.id, column: 'owner', value }] } as const;
}

const noPause = () => Promise.resolve();

test('[K-10] where a workbook is closed no command, undo, redo or note changes a byte of it', async () => {
	const { workbook, control, close, state } = gated();
	done(workbook, editControls, owner(control, 'Ben'));
	done(workbook, editControls, owner(control, 'Cleo'));
	workbook.undo();
	close();
	const before = state();
	const text = 'Viewers read. Ask an owner.';
	const refusal = { ok: false, problems: [{ text }] };
	expect(workbook.run(editControls, owner(control, 'Dee'))).toEqual(refusal);
	expect(await workbook.runInSteps(editControls, owner(control, 'Dee'), noPause)).toEqual(refusal);
	expect(workbook.undo()).toEqual({ kind: 'refused', text });
	expect(workbook.redo()).toEqual({ kind: 'refused', text });
	expect(await workbook.undoInSteps(noPause)).toEqual({ kind: 'refused', text });
	expect(await workbook.redoInSteps(noPause)).toEqual({ kind: 'refused', text });
	workbook.note('handBack', 'Handed back');
	expect(state()).toEqual(before);
});

test('[K-10] a gate that opens again lets commands and undo through', () => {
	const { workbook, control, gate, close } = gated();
	done(workbook, editControls, owner(control, 'Ben'));
	close();
	gate.turn({ kind: 'open' });
	expect(workbook.undo()).toMatchObject({ kind: 'done' });
	expect(workbook.controls.get(control.id)?.owner).toBe('Ana');
});

test('[K-11] what a reviewer sets is put forward beside what stands, and nothing is written', async () => {
	const { workbook, control, suggest, state, proposals } = gated();
	const columns = done(workbook, addColumn, { name: 'Rack' }).created;
	suggest();
	const before = state();
	const edits = [
		{ record: control.id, column: 'owner', value: 'Ben' },
		{ record: control.id, column: 'criteria', value: ['CC6.2', 'CC6.3'] },
		{ record: control.id, column: columns[0]!, value: 'R2' },
		{ record: control.id, column: 'controlId', value: 'AC-1' },
	];
	const input = { register: 'controls', edits } as const;
	const label = 'Edit 4 columns of AC-1';
	const outcome = { ok: true, value: { label: `Suggested: ${label}`, created: [], changed: true } };
	expect(workbook.run(editRecords, input)).toEqual(outcome);
	expect(await workbook.runInSteps(editRecords, input, noPause)).toEqual(outcome);
	const { id: record } = control;
	const values = [
		{ record, field: 'owner', present: 'Ana', proposed: 'Ben' },
		{ record, field: 'criteria', present: ['CC6.1'], proposed: ['CC6.2', 'CC6.3'] },
		{ record, field: `own/${columns[0]!}`, present: '', proposed: 'R2' },
	];
	expect(proposals).toEqual([
		{ values, label },
		{ values, label },
	]);
	expect(state()).toEqual(before);
	expect(workbook.undo()).toMatchObject({ kind: 'refused' });
});

test('[K-11] suggesting what stands already suggests nothing', () => {
	const { workbook, control, suggest, proposals } = gated();
	suggest();
	expect(workbook.run(editControls, owner(control, 'Ana'))).toMatchObject({
		value: { changed: false },
	});
	expect(proposals).toEqual([]);
});

test('[K-11] what is more than values of cells is refused and names who can do it', () => {
	const { workbook, control, suggest, state, proposals } = gated();
	const retired = aControl(workbook);
	done(workbook, retireControls, { controls: [retired.id], reason: 'x' });
	suggest();
	const before = state();
	const edits = [{ record: control.id, column: 'owner', value: 'Ben' }];
	const refusals = [
		[workbook.run(addControls, { rows: [{}] }), 'add controls'],
		[
			workbook.run(changeRecords, { register: 'controls', edits, rows: [{}], label: 'Paste' }),
			'add controls',
		],
		[
			workbook.run(retireControls, { controls: [control.id], reason: 'x' }),
			'retire or restore controls',
		],
		[workbook.run(restoreControls, { controls: [retired.id] }), 'retire or restore controls'],
		[workbook.run(addColumn, { name: 'Rack' }), 'make this change'],
		[
			workbook.run(assessCriteria, {
				edits: [{ criterion: 'CC6.1', field: 'note', value: 'Seen' }],
			}),
			'make this change',
		],
		[workbook.run(setScope, { values: { reportType: 'type1' } }), 'make this change'],
	] as const;
	for (const [outcome, what] of refusals) {
		const text = `Reviewers suggest values; ask an editor to ${what}.`;
		expect(outcome).toMatchObject({ ok: false, problems: [{ text }] });
	}
	expect(proposals).toEqual([]);
	expect(state()).toEqual(before);
});

test('[K-11] up to 200 values are put forward at once, and no more', () => {
	const { workbook, suggest, proposals } = gated();
	const rows = Array.from({ length: 201 }, () => ({ owner: 'Ana' }));
	const ids = done(workbook, addControls, { rows }).created as readonly Control['id'][];
	suggest();
	const edits = ids.map((control) => ({ control, column: 'owner' as const, value: 'Ben' }));
	expect(workbook.run(editControls, { edits })).toMatchObject({
		problems: [{ text: expect.stringContaining('201 values at once') as string }],
	});
	expect(proposals).toEqual([]);
	expect(workbook.run(editControls, { edits: edits.slice(1) })).toMatchObject({ ok: true });
	expect(proposals[0]?.values).toHaveLength(200);
});

test('[K-11] a value too long for a suggestion is refused with its place', () => {
	const { workbook, control, suggest } = gated();
	suggest();
	expect(workbook.run(editControls, owner(control, 'x'.repeat(100_001)))).toMatchObject({
		problems: [{ record: control.id, field: 'owner' }],
	});
});

test('[K-11] where the suggestions cannot be put forward the command is refused', () => {
	const { workbook, control, gate } = gated();
	gate.turn(suggestingGate(() => refused({ text: 'There is no room left.' })));
	expect(workbook.run(editControls, owner(control, 'Ben'))).toEqual({
		ok: false,
		problems: [{ text: 'There is no room left.' }],
	});
});

test('[K-11] accepting what was put forward gives what the command would have given', () => {
	const member = fc.constantFrom('CC6.1', 'CC6.2', 'CC6.3', 'A1.1');
	const edit = fc.oneof(
		fc.record({ column: fc.constant('criteria'), value: fc.array(member) }),
		fc.record({ column: fc.constantFrom('owner', 'title'), value: fc.string() }),
	);
	fc.assert(
		fc.property(fc.array(edit, { maxLength: 6 }), (asked) => {
			const [here, there] = [gated(), gated()];
			const edits = asked.map((each) => ({ record: here.control.id, ...each }));
			// One gesture edits a cell once.
			const once = [...new Map(edits.map((each) => [each.column, each])).values()];
			here.suggest();
			here.workbook.run(editRecords, { register: 'controls', edits: once });
			there.workbook.run(editRecords, { register: 'controls', edits: once });
			here.gate.turn({ kind: 'open' });
			const accepted = here.proposals.flatMap(({ values }) =>
				values.map(({ record, field, proposed }) => ({ record, column: field, value: proposed })),
			);
			here.workbook.run(editRecords, { register: 'controls', edits: accepted });
			expect(here.workbook.controls.all()).toEqual(there.workbook.controls.all());
		}),
	);
});
