import { expect, test } from 'vitest';
import type { DoneBy } from '../../src/workbook/actor.ts';
import type { OvertakenValue } from '../../src/workbook/overtaken.ts';
import { overtakenWords } from '../../src/workbook/overtaken-words.ts';
import { aControl, aWorkbook } from '../support/a-workbook.ts';

const workbook = aWorkbook();
const control = aControl(workbook, { controlId: 'AC-1' });
const names = {
	record: (id: string) => workbook.controls.get(id),
	column: () => undefined,
	view: () => undefined,
};

const nameOf = ({ by }: DoneBy): string => by.name;

function value(path: string, before: unknown, after: unknown, isUnseen: boolean): OvertakenValue {
	const change = { table: 'controls' as const, id: control.id, path, before, after };
	return { change, isUnseen, by: { device: 'd', name: 'Priya' } };
}

test('[K-12] the cell, the person and both values are said', () => {
	expect(overtakenWords([value('owner', 'Ana', 'Ben', true)], names, nameOf)).toBe(
		'Priya and you changed Owner of AC-1 without seeing the other’s value. Theirs is shown: “Ben”. Yours was “Ana”.',
	);
	expect(overtakenWords([value('owner', 'Ana', '', false)], names, nameOf)).toBe(
		'Priya changed Owner of AC-1 after you, from “Ana” to empty.',
	);
});

test('[K-12] a set is one cell, several cells are counted, and who is not known is not guessed', () => {
	const members = ['CC6.1', 'CC6.2'].map((id) => value(`criteria/${id}`, true, false, false));
	expect(overtakenWords(members, names, nameOf)).toBe(
		'Priya changed Criteria of AC-1 after you, from “CC6.1, CC6.2” to empty.',
	);
	const several = [value('owner', 'Ana', 'Ben', true), value('title', 'a', 'b', false)];
	expect(overtakenWords(several, names, nameOf)).toBe(
		'Priya changed 2 values while you changed them too. Theirs are shown; both are in the activity list.',
	);
	const nobody = { ...value('title', 'x'.repeat(70), 'b', false), by: undefined };
	expect(overtakenWords([nobody], names, nameOf)).toBe(
		`Somebody else changed Title of AC-1 after you, from “${'x'.repeat(60)}…” to “b”.`,
	);
});
