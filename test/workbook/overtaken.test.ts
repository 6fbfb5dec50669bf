import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Control } from '../../src/model/records/control.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { putBack } from '../../src/workbook/commands/put-back.ts';
import { Overtaken, type OvertakenValue } from '../../src/workbook/overtaken.ts';
import { PeerOrigin } from '../../src/workbook/peer-origin.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, done } from '../support/a-workbook.ts';
import { countingIds, fixedClock } from '../support/fixed.ts';

/** One person's copy of a workbook, and what they were told. */
class Copy {
	readonly workbook: Workbook;
	readonly #name: string;
	#told: OvertakenValue[] = [];

	constructor(name: string, from?: Copy, doc = new Y.Doc()) {
		if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc));
		this.#name = name;
		const actor = () => ({ device: `device ${name}`, name });
		const options = { ids: countingIds(`${name}${doc.clientID}`), clock: fixedClock(), actor };
		this.workbook = new Workbook(doc, options);
		new Overtaken(this.workbook).subscribe((values) => this.#told.push(...values));
	}

	get doc(): Y.Doc {
		return this.workbook.doc;
	}

	/** The same person after closing and opening the workbook. */
	restarted(): Copy {
		return new Copy(this.#name, this);
	}

	set(control: Control, column: 'owner' | 'title', value: string): void {
		done(this.workbook, editControls, { edits: [{ control: control.id, column, value }] });
	}

	owner({ id }: Control): string | undefined {
		return this.workbook.controls.get(id)?.owner;
	}

	take(other: Copy): void {
		const lacks = Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc));
		Y.applyUpdate(this.doc, lacks, new PeerOrigin('peer'));
	}

	/** What this person was told since they were asked last. */
	told(): readonly OvertakenValue[] {
		const told = this.#told;
		this.#told = [];
		return told;
	}
}

function exchange(a: Copy, b: Copy): void {
	a.take(b);
	b.take(a);
}

function two() {
	const ada = new Copy('Ada');
	const control = aControl(ada.workbook, { controlId: 'AC-1', owner: 'Ana' });
	return { ada, bo: new Copy('Bo', ada), control };
}

test('[K-12] of two who wrote one cell unseen, the one whose value is not shown is told both', () => {
	const { ada, bo, control } = two();
	ada.set(control, 'owner', 'Ada says');
	bo.set(control, 'owner', 'Bo says');
	exchange(ada, bo);
	const [loser, winner] = ada.owner(control) === 'Bo says' ? [ada, bo] : [bo, ada];
	const [lost, shown] = loser === ada ? ['Ada', 'Bo'] : ['Bo', 'Ada'];
	expect(winner.told()).toEqual([]);
	expect(loser.told()).toEqual([
		{
			change: {
				...{ table: 'controls', id: control.id, path: 'owner' },
				...{ before: `${lost} says`, after: `${shown} says` },
			},
			by: { device: `device ${shown}`, name: shown },
			isUnseen: true,
		},
	]);
});

test('[K-12] a change that came after is told as seen, and putting back is one step', () => {
	const { ada, bo, control } = two();
	ada.set(control, 'owner', 'Ada says');
	exchange(ada, bo);
	bo.set(control, 'owner', 'First');
	bo.set(control, 'owner', 'Bo says');
	exchange(ada, bo);
	const told = ada.told();
	expect(told).toMatchObject([
		{ change: { before: 'Ada says', after: 'Bo says' }, by: { name: 'Bo' }, isUnseen: false },
	]);
	expect(done(ada.workbook, putBack, { values: told })).toMatchObject({ changed: true });
	expect(ada.owner(control)).toBe('Ada says');
	exchange(ada, bo);
	expect(bo.owner(control)).toBe('Ada says');
	expect(bo.told()).toMatchObject([{ change: { before: 'Bo says', after: 'Ada says' } }]);
	expect(ada.workbook.undo()).toMatchObject({ kind: 'done' });
	expect(ada.owner(control)).toBe('Bo says');
});

test('[K-12] what was written before a restart is told where nobody had seen it', () => {
	for (let wins = 0, tries = 0; wins === 0 && tries < 50; tries += 1) {
		const { ada, bo, control } = two();
		ada.set(control, 'owner', 'Ada says');
		const later = ada.restarted();
		bo.set(control, 'owner', 'Bo says');
		exchange(later, bo);
		if (later.owner(control) !== 'Bo says') continue;
		wins += 1;
		expect(later.told()).toMatchObject([
			{ change: { before: 'Ada says', after: 'Bo says' }, by: { name: 'Bo' }, isUnseen: true },
		]);
	}
	expect.assertions(1);
});

test('[K-12] nobody is told of cells they did not write, of equal values, or of their own other tab', () => {
	const { ada, bo, control } = two();
	const cleo = new Copy('Cleo', ada);
	ada.set(control, 'owner', 'Same');
	bo.set(control, 'owner', 'Same');
	exchange(ada, bo);
	exchange(cleo, ada);
	ada.set(control, 'title', 'Here');
	const otherTab = new Copy('Ada', ada);
	otherTab.set(control, 'title', 'In the other tab');
	exchange(otherTab, ada);
	exchange(cleo, ada);
	expect([ada, bo, cleo, otherTab].map((copy) => copy.told())).toEqual([[], [], [], []]);
});

test('[K-12] members of sets are told one by one', () => {
	const { ada, bo, control } = two();
	const setCriteria = ({ workbook }: Copy, value: readonly string[]) =>
		done(workbook, editControls, { edits: [{ control: control.id, column: 'criteria', value }] });
	setCriteria(ada, ['CC6.1', 'CC6.2']);
	exchange(ada, bo);
	setCriteria(bo, ['CC6.2', 'CC6.3']);
	exchange(ada, bo);
	expect(ada.told().map(({ change }) => change)).toMatchObject([
		{ path: 'criteria/CC6.1', before: true, after: false },
	]);
});

type Said = { readonly by: 'a' | 'b'; readonly value: string } | undefined;

test('[K-12] for any work on two devices the losers, and nobody else, are told what was lost', () => {
	const act = fc.oneof(
		{
			weight: 4,
			arbitrary: fc.tuple(fc.constantFrom('a' as const, 'b' as const), fc.nat(2)),
		},
		{ weight: 1, arbitrary: fc.constant('exchange' as const) },
	);
	fc.assert(
		fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
			const { ada: a, bo: b } = two();
			const controls = [0, 1, 2].map(() => aControl(a.workbook));
			exchange(a, b);
			const copies = { a, b } as const;
			// A naive model: what each cell showed at the last exchange, and what was said since.
			const agreed: Said[] = [undefined, undefined, undefined];
			let since: Record<'a' | 'b', Map<number, string>> = { a: new Map(), b: new Map() };
			for (const [at, step] of [...acts, 'exchange' as const].entries()) {
				if (step !== 'exchange') {
					const [who, cell] = step;
					copies[who].set(controls[cell]!, 'owner', `${who}${at}`);
					since[who].set(cell, `${who}${at}`);
					continue;
				}
				exchange(a, b);
				const expected: Record<'a' | 'b', string[]> = { a: [], b: [] };
				controls.forEach((control, cell) => {
					const [ofA, ofB] = [since.a.get(cell), since.b.get(cell)];
					const shown = a.owner(control) ?? '';
					expect(b.owner(control)).toBe(shown);
					if (ofA !== undefined && ofB !== undefined) {
						if (ofA !== shown) expected.a.push(`${cell}: ${ofA} → ${shown} unseen`);
						if (ofB !== shown) expected.b.push(`${cell}: ${ofB} → ${shown} unseen`);
						agreed[cell] = { by: shown === ofA ? 'a' : 'b', value: shown };
					} else if (ofA !== undefined || ofB !== undefined) {
						const by = ofA !== undefined ? 'a' : 'b';
						const earlier = agreed[cell];
						if (earlier && earlier.by !== by) {
							expected[earlier.by].push(`${cell}: ${earlier.value} → ${shown} seen`);
						}
						agreed[cell] = { by, value: shown };
					}
				});
				for (const who of ['a', 'b'] as const) {
					const told = copies[who].told().map(({ change, isUnseen }) => {
						const cell = controls.findIndex(({ id }) => id === change.id);
						const values = `${String(change.before)} → ${String(change.after)}`;
						return `${cell}: ${values} ${isUnseen ? 'unseen' : 'seen'}`;
					});
					expect(told.sort()).toEqual(expected[who].sort());
				}
				since = { a: new Map(), b: new Map() };
			}
		}),
	);
}, 60_000);
