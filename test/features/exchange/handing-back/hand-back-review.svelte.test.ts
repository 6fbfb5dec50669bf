import { beforeEach, describe, expect, it } from 'vitest';

import { Choices } from '../../../../src/features/exchange/handing-back/choices.svelte.ts';
import { HandBackReview } from '../../../../src/features/exchange/handing-back/hand-back-review.svelte.ts';
import { totalsWords } from '../../../../src/features/exchange/handing-back/hand-back-words.ts';
import { surprises } from '../../../../src/features/exchange/handing-back/surprises.ts';
import { aCell, aConflict, anAddedCell, aRecalculated } from './a-cell.ts';

const owner = aCell('E2');
const status = aCell('F2', { column: 'status' });
const other = aCell('E3', { control: 'control:b' });
const formula = aConflict('G2', true);
const merged = aConflict('G3', false);
const added = [anAddedCell('z', 'title'), anAddedCell('z', 'owner')];
const cells = [owner, status, other, formula, merged, ...added, aRecalculated('H2')];

let choices: Choices;
let review: HandBackReview;

beforeEach(() => {
	choices = new Choices(undefined);
	review = new HandBackReview({ format: 'xlsx', cells, notes: [] }, choices);
});

const totals = (): string => totalsWords(review.totals);
const active = (): string | undefined => review.active?.cells[0]?.cell;

/** Presses keys until the cell is the active one. */
function walkTo(cell: string): void {
	review.press('Home', 5);
	while (review.active?.kind !== 'cell' || active() !== cell) {
		if (review.activeIndex === review.lines.length - 1) throw new Error(`No line for ${cell}`);
		review.press('ArrowDown', 5);
	}
}

describe('looking through what goes into a file', () => {
	it('counts cells, rows and conflicts', () => {
		expect(totals()).toBe('3 cells change, 1 row is added, 2 cannot be written');
	});

	it('begins at the first conflict', () => {
		expect(active()).toBe('G2');
	});

	it('leaves a cell out by Space, and takes it in again', () => {
		walkTo('E2');
		review.press(' ', 5);
		expect(choices.leftOut).toEqual(new Set([owner.key]));
		expect(totals()).toBe('2 cells change, 1 row is added, 1 is left out, 2 cannot be written');
		review.press(' ', 5);
		expect(choices.leftOut.size).toBe(0);
	});

	it('leaves out a whole row, a whole column, and all but conflicts', () => {
		review.toggle(added);
		expect(totals()).toBe('3 cells change, 2 are left out, 2 cannot be written');
		review.toggle(added);
		review.toggle(review.ofColumn(owner));
		expect(choices.leftOut).toEqual(new Set([owner.key, other.key, added[1]?.key]));
		choices.choose(cells, false);
		expect(totals()).toBe('No cells change, 5 are left out, 2 cannot be written');
		expect(review.changesAnything).toBe(false);
	});

	it('takes all of a group in where some of it was left out', () => {
		review.toggle([owner]);
		expect(review.chosen([owner, status])).toBe('some');
		review.toggle([owner, status]);
		expect(review.chosen([owner, status])).toBe('all');
	});

	it('writes over a conflict only where that can be done', () => {
		review.toggle([formula, merged]);
		expect(choices.asAsked()).toEqual({ leftOut: new Set(), overruled: new Set([formula.key]) });
		expect(totals()).toBe('4 cells change, 1 row is added, 1 cannot be written');
		expect(review.chosen([merged])).toBe('fixed');
		review.toggle([formula]);
		expect(choices.overruled.size).toBe(0);
	});

	it('writes all new rows of a sheet, or none, over what is in the way of one', () => {
		const conflict = { kind: 'validation', text: 'Not in the list.', overrulable: true } as const;
		const stopped = ['y', 'z'].flatMap((control) =>
			['title', 'owner'].map((column) => ({ ...anAddedCell(control, column), conflict })),
		);
		const noted = new HandBackReview({ format: 'xlsx', cells: stopped, notes: [] }, choices);
		noted.toggle([stopped[0]!]);
		expect(totalsWords(noted.totals)).toBe('No cells change, 2 rows are added');
		noted.choose([stopped[3]!], false);
		expect(totalsWords(noted.totals)).toBe('No cells change, 4 cannot be written');
	});

	it('never leaves out what is worked out anew', () => {
		choices.choose(cells, false);
		expect(choices.fateOf(aRecalculated('H2'))).toBe('recalculated');
	});

	it('shows what a filter is asked for, and keeps a line that is taken in again', () => {
		review.toggle([owner]);
		review.filter = 'leftOut';
		expect(review.lines.map(({ kind }) => kind)).toEqual(['sheet', 'control', 'cell']);
		review.toggle([owner]);
		expect(review.lines).toHaveLength(3);
		review.filter = 'conflicts';
		expect(review.lines.filter(({ kind }) => kind === 'cell')).toHaveLength(2);
		review.filter = 'recalculated';
		expect(review.lines.map(({ kind }) => kind)).toEqual(['sheet', 'recalculated', 'cell']);
	});

	it('folds and unfolds by arrow keys, and goes up from a cell to what it belongs to', () => {
		walkTo('E2');
		review.press('ArrowLeft', 5);
		expect(review.active?.kind).toBe('control');
		const before = review.lines.length;
		review.press('ArrowLeft', 5);
		expect(review.lines).toHaveLength(before - 2);
		review.press('ArrowRight', 5);
		review.press('ArrowRight', 5);
		expect(active()).toBe('E2');
	});

	it('leaves other keys alone', () => {
		expect(review.press('x', 5)).toBe(false);
	});
});

describe('the file that was made', () => {
	it('is as it was shown where just the chosen cells were written', () => {
		review.toggle([owner]);
		const made = cells.map((cell) =>
			cell.key === owner.key ? { ...cell, state: 'leftOut' as const } : cell,
		);
		expect(surprises(cells, choices, made)).toBeUndefined();
	});

	it('is not saved where a value is another one, or a cell could not be written after all', () => {
		const changed = cells.map((cell) => (cell.key === owner.key ? { ...cell, after: 'X' } : cell));
		expect(surprises(cells, choices, changed)).toContain('1 cell would not be as shown here');
		choices.choose([formula], true);
		expect(surprises(cells, choices, cells)).toContain('A formula stands there.');
	});

	it('may show what was written over a conflict otherwise than it was planned', () => {
		choices.choose([formula], true);
		const made = cells.map((cell) =>
			cell === formula ? { ...aCell('G2'), after: '24 Dec 2026' } : cell,
		);
		expect(surprises(cells, choices, made)).toBeUndefined();
	});

	it('is not saved where something else was written', () => {
		const more = [...cells, aCell('Z1')];
		expect(surprises(cells, choices, more)).toContain('Controls, Z1');
	});
});
