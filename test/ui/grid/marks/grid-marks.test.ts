import { expect, it } from 'vitest';
import {
	holdsPeople,
	marksShown,
	noteWords,
	type RowMarks,
} from '../../../../src/ui/grid/marks/grid-marks.ts';

const ana = { id: 'a', name: 'Ana', colour: 0 } as const;
const ben = { id: 'b', name: 'Ben', colour: 1 } as const;

const row: RowMarks = {
	cells: new Map([
		['c1', { people: [ana], threads: 1, suggestions: 0 }],
		['c2', { people: [], threads: 2, suggestions: 3 }],
	]),
	head: { people: [ben], threads: 0, suggestions: 1 },
};

it('what stands in hidden columns is shown at the head of the row', () => {
	expect(marksShown(row, () => true)).toBe(row);
	const shown = marksShown(row, (key) => key === 'c2');
	expect([...shown.cells.keys()]).toEqual(['c2']);
	expect(shown.head).toEqual({ people: [ben, ana], threads: 1, suggestions: 1 });
	const { head } = marksShown({ ...row, head: undefined }, () => false);
	expect(head).toEqual({ people: [ana], threads: 3, suggestions: 3 });
});

it('a row knows whether somebody is in its cells', () => {
	expect(holdsPeople(row)).toBe(true);
	expect(holdsPeople({ cells: new Map(), head: row.head })).toBe(false);
	expect(holdsPeople(undefined)).toBe(false);
});

it('notes are said with their number', () => {
	expect(noteWords({ threads: 0, suggestions: 0 })).toBe('');
	expect(noteWords({ threads: 1, suggestions: 0 })).toBe('1 open thread');
	expect(noteWords({ threads: 2, suggestions: 1 })).toBe('2 open threads, 1 suggestion');
	expect(noteWords({ threads: 0, suggestions: 2 })).toBe('2 suggestions');
});
