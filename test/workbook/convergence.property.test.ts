/**
 * Properties: copies of a workbook that have seen the same changes show the same records, whatever
 * the order of delivery (K-8); undoing everything gives back the start (K-3); the table always says
 * what a naive recount of the document says.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Control } from '../../src/model/records/control.ts';
import { addControls, duplicateControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { restoreControls, retireControls } from '../../src/workbook/commands/retire-controls.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { controlKind } from '../../src/workbook/record-kinds.ts';
import { Table } from '../../src/workbook/table.ts';
import { aWorkbook } from '../support/a-workbook.ts';
import { countingIds } from '../support/fixed.ts';

type Act = (workbook: Workbook) => void;

const member = fc.constantFrom('CC6.1', 'CC6.2', 'A1.1', 'CC6.9');
const act: fc.Arbitrary<Act> = fc.oneof(
	fc.tuple(fc.nat(), fc.string()).map(([at, title]): Act => (workbook) => {
		const after = pick(workbook, at);
		workbook.run(addControls, { rows: [{ title }], ...(after ? { after: after.id } : {}) });
	}),
	fc
		.tuple(fc.nat(), fc.constantFrom('title', 'owner', 'status'), fc.string())
		.map(([at, column, value]): Act => (workbook) => {
			const control = pick(workbook, at);
			if (control) {
				workbook.run(editControls, {
					edits: [{ control: control.id, column: column as 'title', value }],
				});
			}
		}),
	fc.tuple(fc.nat(), fc.array(member)).map(([at, value]): Act => (workbook) => {
		const control = pick(workbook, at);
		if (control) {
			workbook.run(editControls, { edits: [{ control: control.id, column: 'criteria', value }] });
		}
	}),
	fc.nat().map((at): Act => (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(retireControls, { controls: [control.id], reason: 'x' });
	}),
	fc.nat().map((at): Act => (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(restoreControls, { controls: [control.id] });
	}),
	fc.nat().map((at): Act => (workbook) => {
		const control = pick(workbook, at);
		if (control) workbook.run(duplicateControls, { controls: [control.id] });
	}),
	fc.constant<Act>((workbook) => void workbook.undo()),
	fc.constant<Act>((workbook) => void workbook.redo()),
);

function pick(workbook: Workbook, at: number): Control | undefined {
	const all = workbook.controls.all();
	return all[at % Math.max(1, all.length)];
}

it('[K-8] random work on three copies with withheld and reordered updates ends equal', () => {
	const step = fc.tuple(fc.nat(2), act, fc.boolean());
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), fc.integer(), (steps, seed) => {
			const copies = ['a', 'b', 'c'].map((name) => aWorkbook(new Y.Doc(), countingIds(name)));
			const updates: Uint8Array[] = [];
			for (const { doc } of copies) {
				doc.on('update', (update: Uint8Array, origin: unknown) => {
					if (origin !== 'peer') updates.push(update);
				});
			}
			for (const [who, doIt, deliver] of steps) {
				doIt(copies[who]!);
				if (deliver) sendAll(copies, updates, seed);
			}
			sendAll(copies, updates, seed);
			sendAll(copies, updates, -seed);
			const [first, ...others] = copies.map(({ controls }) => controls.all());
			for (const other of others) expect(other).toEqual(first);
			for (const copy of copies) {
				expect(copy.controls.all()).toEqual(new Table(copy.doc, controlKind).all());
			}
		}),
	);
});

it('[K-3] undoing all of a session gives back the empty workbook, redoing all of it the end', () => {
	fc.assert(
		fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
			const workbook = aWorkbook();
			for (const doIt of acts) doIt(workbook);
			redoAll(workbook);
			const end = workbook.controls.all();
			undoAll(workbook);
			expect(workbook.controls.all()).toEqual([]);
			redoAll(workbook);
			expect(workbook.controls.all()).toEqual(end);
		}),
	);
});

function undoAll(workbook: Workbook): void {
	while (workbook.undo().kind !== 'nothing');
}

function redoAll(workbook: Workbook): void {
	while (workbook.redo().kind !== 'nothing');
}

function sendAll(copies: readonly Workbook[], updates: readonly Uint8Array[], seed: number): void {
	const shuffled = updates
		.map((update, i) => ({ update, key: Math.sin(seed + i * 7.13) }))
		.sort((a, b) => a.key - b.key);
	for (const { doc } of copies) {
		for (const { update } of shuffled) Y.applyUpdate(doc, update, 'peer');
	}
}
