/** Builders for tests of the matrix: controls as plain values, and random ones for properties. */
import fc from 'fast-check';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { LinkNames } from '../../../src/features/registers/columns/link-names.ts';
import type { MarkFacts } from '../../../src/features/registers/columns/cell-problems.ts';
import { controlFields } from '../../../src/model/records/control-fields.ts';
import type { Control } from '../../../src/model/records/control.ts';
import type { OwnColumn } from '../../../src/model/records/own-column.ts';
import { isSetKind } from '../../../src/model/records/field.ts';
import type { RegisterName } from '../../../src/model/registers/register.ts';
import { registers } from '../../../src/model/registers/registers.ts';
import {
	registerColumns,
	type RegisterColumn,
} from '../../../src/features/registers/columns/register-column.ts';

import type { Arrangement } from '../../../src/features/registers/rows/arrangement.ts';

let made = 0;

/** A control with the given values; the others are empty. Later ones come later in the workbook. */
export function aControl(values: Partial<Control> = {}): Control {
	made += 1;
	const place = String(made).padStart(6, '0');
	const empty = controlFields.map(({ key, value }) => [key, isSetKind(value) ? [] : '']);
	return {
		...(Object.fromEntries(empty) as Control),
		id: `control:${place}`,
		order: place,
		own: {},
		source: undefined,
		retired: undefined,
		...values,
	};
}

/** What marks depend on, where nothing stands twice and no record is linked. */
export function someMarks(some: Partial<MarkFacts> = {}): MarkFacts {
	return { about: registers.controls, duplicateIds: new Set(), links: [], ...some };
}

/** All columns, no filter, no order of its own, on 21 Nov 2026; with what is given instead. */
export function anArrangement(some: Partial<Arrangement> = {}): Arrangement {
	return {
		columns,
		today: '2026-11-21' as CalendarDate,
		marks: someMarks(),
		filters: [],
		cameFrom: null,
		sources: { fileOf: () => undefined, isChanged: () => false },
		onlyProblems: false,
		showRetired: false,
		grouping: undefined,
		sorts: [],
		...some,
	};
}

/** Names of records of a register that has none. */
const noLinks = (() => {
	const names = new Map<RegisterName, LinkNames>();
	return (name: RegisterName): LinkNames => {
		const known = names.get(name) ?? new LinkNames(registers[name], []);
		names.set(name, known);
		return known;
	};
})();

/** The columns of the matrix, with the workbook's own ones after them. */
export function controlColumns(own: readonly OwnColumn[] = []): readonly RegisterColumn[] {
	return registerColumns(registers.controls, own, noLinks);
}

const columns = controlColumns();

export function columnOf(key: RegisterColumn['key']): RegisterColumn {
	const column = columns.find((candidate) => candidate.key === key);
	if (!column) throw new Error(`No column ${key}`);
	return column;
}

const few = (...values: string[]) => fc.constantFrom(...values);

/** Values from small pools, so that equal, empty and unknown ones all come up. */
export const someValues = fc.record({
	controlId: few('', 'AC-1', 'AC-2', 'ac-10', 'CC6.2', 'CC6.10'),
	owner: few('', 'Ana', 'ben', 'Ben', 'Élodie'),
	status: few('', 'planned', 'implemented', 'nearly there'),
	dueDate: few('', '2026-01-31', '2025-12-01', 'soon'),
	criteria: fc.subarray(['CC1.1', 'CC6.1', 'CC6.10', 'A1.2', 'XX9']),
	retired: fc.constantFrom(undefined, { at: '2026-11-21T12:00:00.000Z', by: 'Dana', reason: '' }),
});
