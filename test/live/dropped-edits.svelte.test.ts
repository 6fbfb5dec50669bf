import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readinessOf } from '../../src/live/live-readiness.svelte.ts';
import { LiveWorkbook } from '../../src/live/live-workbook.svelte.ts';
import { messageOf } from '../../src/model/readiness/message.ts';
import type { ColumnId } from '../../src/model/records/own-column.ts';
import { FindingDeeds } from '../../src/parts/findings/finding-deeds.ts';
import { ToastQueue } from '../../src/ui/feedback/toast-queue.svelte.ts';
import { assessCriteria } from '../../src/workbook/commands/assess-criteria.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { addColumn } from '../../src/workbook/commands/own-columns.ts';
import { addRecords } from '../../src/workbook/commands/records/add-records.ts';
import { retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { restoreMilestone } from '../../src/workbook/commands/restore-milestone.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import { openSnapshot, takeSnapshot } from '../../src/workbook/milestones.ts';
import { whatRestores } from '../../src/workbook/restoring.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, done } from '../support/a-workbook.ts';
import { at } from '../support/at.ts';
import { countingIds, fixedClock } from '../support/fixed.ts';

/** Two people with a copy each; what Bo writes stands where both wrote. */
function two() {
	const ada = copyOf('Ada', 1);
	const control = aControl(ada, { controlId: 'AC-05', owner: 'Dana', criteria: ['CC6.1'] });
	const [column] = done(ada, addColumn, { name: 'Region' }).created;
	const bo = copyOf('Bo', 2, ada);
	return { ada, bo, control: control.id, column: column as ColumnId };
}

function copyOf(name: string, client: number, from?: Workbook): Workbook {
	const doc = new Y.Doc();
	if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc));
	doc.clientID = client;
	return new Workbook(doc, {
		ids: countingIds(name),
		clock: fixedClock(),
		actor: () => ({ device: `device ${name}`, name }),
	});
}

function exchange(a: Workbook, b: Workbook): void {
	for (const [to, from] of [
		[a, b],
		[b, a],
	] as const) {
		Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'peer');
	}
}

function said(workbook: Workbook): readonly string[] {
	return readinessOf(new LiveWorkbook(workbook)).findingsOf('WKB-06').map(messageOf);
}

it('says on both copies what was dropped, who wrote it and when, and what stands', () => {
	const { ada, bo, control } = two();
	const live = new LiveWorkbook(ada);
	expect(readinessOf(live).findingsOf('WKB-06')).toEqual([]);
	done(ada, editControls, { edits: [{ control, column: 'owner', value: 'Ana' }] });
	done(bo, editControls, { edits: [{ control, column: 'owner', value: '' }] });
	exchange(ada, bo);
	const words =
		'Owner of AC-05 had two edits; one was dropped: “Ana” by Ada on 21 Nov 2026. What stands: nothing by Bo on 21 Nov 2026.';
	expect(readinessOf(live).findingsOf('WKB-06').map(messageOf)).toEqual([words]);
	expect(said(bo)).toEqual([words]);
	const about = readinessOf(live).findingsAbout({ register: 'controls', id: control });
	expect(about.map(messageOf)).toContain(words);
});

it('puts the dropped value back by one step, which another takes back', () => {
	const { ada, bo, control } = two();
	done(ada, editControls, { edits: [{ control, column: 'owner', value: 'Ana' }] });
	done(bo, editControls, { edits: [{ control, column: 'owner', value: 'Ben' }] });
	exchange(ada, bo);
	const live = new LiveWorkbook(bo);
	const { mend } = at(readinessOf(live).findingsOf('WKB-06'), 0);
	if (!mend) throw new Error('Nothing is offered');
	new FindingDeeds(live, new ToastQueue()).mend(mend);
	expect(bo.controls.get(control)?.owner).toBe('Ana');
	expect(readinessOf(live).findingsOf('WKB-06')).toEqual([]);
	exchange(ada, bo);
	expect(said(ada)).toEqual([]);
	bo.undo();
	expect(bo.controls.get(control)?.owner).toBe('Ben');
	expect(said(bo)).toEqual([]);
});

it('is over when somebody who had both writes there, and not before', () => {
	const { ada, bo, control } = two();
	const owner = (value: string) => ({ edits: [{ control, column: 'owner', value }] }) as const;
	done(ada, editControls, owner('Ana'));
	done(bo, editControls, owner('Ben'));
	done(bo, editControls, owner('Cleo'));
	exchange(ada, bo);
	expect(said(ada)).toEqual([expect.stringContaining('What stands: “Cleo” by Bo')]);
	done(ada, editControls, { edits: [{ control, column: 'title', value: 'Another cell' }] });
	expect(said(ada)).toHaveLength(1);
	done(ada, editControls, owner('Dora'));
	expect(said(ada)).toEqual([]);
});

it('speaks of members, own columns, the scope and criteria as people call them', () => {
	const { ada, bo, control, column } = two();
	const edit = (workbook: Workbook, members: readonly string[], region: string) =>
		done(workbook, editControls, {
			edits: [
				{ control, column: 'criteria', value: members },
				{ control, column, value: region },
			],
		});
	edit(ada, [], 'North');
	edit(bo, ['CC6.1', 'CC7.2'], 'South');
	edit(bo, [], 'South');
	edit(bo, ['CC6.1'], 'South');
	const sayOf = (workbook: Workbook, value: string) => {
		done(workbook, setScope, { values: { organization: value } });
		done(workbook, assessCriteria, {
			edits: [{ criterion: 'CC6.1', field: 'conclusion', value }],
		});
	};
	sayOf(ada, 'met');
	sayOf(bo, 'notMet');
	exchange(ada, bo);
	const day = 'on 21 Nov 2026';
	expect([...said(ada)].sort()).toEqual([
		`Conclusion of CC6.1 had two edits; one was dropped: “Met” by Ada ${day}. What stands: “Not met” by Bo ${day}.`,
		`Criteria of AC-05 had two edits; one was dropped: CC6.1 taken out by Ada ${day}. What stands: CC6.1 put in by Bo ${day}.`,
		`Organization of the scope had two edits; one was dropped: “met” by Ada ${day}. What stands: “notMet” by Bo ${day}.`,
		`Region of AC-05 had two edits; one was dropped: “North” by Ada ${day}. What stands: “South” by Bo ${day}.`,
	]);
});

it('finds nothing where both wrote the same, one took theirs back, or the record is retired', () => {
	const { ada, bo, control } = two();
	const set = (workbook: Workbook, column: 'owner' | 'title' | 'notes', value: string) =>
		done(workbook, editControls, { edits: [{ control, column, value }] });
	set(ada, 'owner', 'Ana');
	set(bo, 'owner', 'Ana');
	set(bo, 'title', 'By Bo');
	set(ada, 'title', 'By Ada');
	ada.undo();
	exchange(ada, bo);
	expect(said(ada)).toEqual([]);
	set(ada, 'notes', 'By Ada');
	set(bo, 'notes', 'By Bo');
	exchange(ada, bo);
	expect(said(ada)).toHaveLength(1);
	done(ada, retireControls, { controls: [control], reason: 'Merged' });
	expect(said(ada)).toEqual([]);
});

it('finds nothing in a milestone that was restored, nor in rows that both added', () => {
	const { ada, bo, control } = two();
	const milestone = openSnapshot(takeSnapshot(ada));
	done(ada, editControls, { edits: [{ control, column: 'owner', value: 'Ana' }] });
	done(bo, addRecords, { register: 'risks', rows: [{ name: 'Loss of a laptop' }] });
	exchange(ada, bo);
	const records = whatRestores(openSnapshot(takeSnapshot(bo)), milestone);
	done(bo, restoreMilestone, { records, name: 'Before' });
	done(ada, addRecords, { register: 'risks', rows: [{ name: 'Loss of a laptop' }] });
	exchange(ada, bo);
	expect(ada.controls.get(control)?.owner).toBe('Dana');
	expect(said(ada)).toEqual([]);
});
