/** Anything a person may do to a workbook, for properties about documents that travel. */
import * as fc from 'fast-check';
import * as Y from 'yjs';
import type { Control } from '../../src/model/records/control.ts';
import { addControls, duplicateControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../src/workbook/commands/import-rows.ts';
import { addRecords } from '../../src/workbook/commands/records/add-records.ts';
import { restoreControls, retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { setScope } from '../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { manyControls } from '../bench/many-controls.ts';

export type Work = (workbook: Workbook) => void;

const member = fc.constantFrom('CC6.1', 'CC6.2', 'A1.1', 'CC6.9');
/** Half of a surrogate pair too: it does not survive UTF-8. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('half \ud800'));
const column = fc.constantFrom('title', 'owner', 'status');

/** The rows that stand in all these documents together, as `map id`: what they come to once merged. */
export function rowsOfAll(workbooks: readonly Workbook[]): ReadonlySet<string> {
	const all = new Y.Doc();
	for (const { doc } of workbooks) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
	const maps = [...all.share.keys()].filter((name) => !name.includes('/') && name !== 'settings');
	return new Set(
		maps.flatMap((name) => [...all.getMap(name).keys()].map((key) => `${name} ${key}`)),
	);
}

/** One command, refused or not, or a step back or forth. */
export const anyWork: fc.Arbitrary<Work> = fc.oneof(
	fc.tuple(fc.nat(), fc.string({ unit: 'grapheme' })).map(([at, title]): Work => (workbook) => {
		const after = pick(workbook, at);
		workbook.run(addControls, { rows: [{ title }], ...(after ? { after: after.id } : {}) });
	}),
	fc
		.tuple(fc.nat(), column, anyText)
		.map(([at, to, value]) => onControl(at, ({ id }) => [{ control: id, column: to, value }])),
	fc
		.tuple(fc.nat(), fc.array(member))
		.map(([at, value]) => onControl(at, ({ id }) => [{ control: id, column: 'criteria', value }])),
	fc.nat().map((at): Work => (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(retireControls, { controls: [control.id], reason: 'x' });
	}),
	fc.nat().map((at): Work => (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(restoreControls, { controls: [control.id] });
	}),
	fc.nat().map((at): Work => (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(duplicateControls, { controls: [control.id] });
	}),
	fc.nat(6).map(
		(rows): Work =>
			(workbook) =>
				void workbook.run(importRows, manyControls(rows)),
	),
	fc.string().map((name): Work => (workbook) => {
		workbook.run(addRecords, { register: 'risks', rows: [{ name }] });
	}),
	fc.string().map((company): Work => (workbook) => {
		workbook.run(setScope, { values: { organization: company } });
	}),
	fc.constant<Work>((workbook) => void workbook.undo()),
	fc.constant<Work>((workbook) => void workbook.redo()),
);

function onControl(
	at: number,
	edits: (control: Control) => Parameters<typeof editControls.plan>[0]['edits'],
): Work {
	return (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(editControls, { edits: edits(control) });
	};
}

function pick(workbook: Workbook, at: number): Control | undefined {
	const all = workbook.controls.all();
	return all[at % Math.max(1, all.length)];
}
