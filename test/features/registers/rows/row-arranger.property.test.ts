import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../src/model/records/control.ts';
import type { ViewSort } from '../../../../src/model/records/view-settings.ts';
import { duplicateIds } from '../../../../src/model/rules/value-problems.ts';
import {
	compareBy,
	levelsOf,
	passesOf,
	type Arrangement,
} from '../../../../src/features/registers/rows/arrangement.ts';
import { DuplicateIds } from '../../../../src/features/registers/rows/duplicate-ids.ts';
import { groupingBy } from '../../../../src/features/registers/rows/grouping.ts';
import { RowArranger } from '../../../../src/features/registers/rows/row-arranger.ts';
import { RowGroups } from '../../../../src/features/registers/rows/row-groups.ts';
import { rollUp } from '../../../../src/features/registers/rows/roll-up.ts';
import type { RegisterRecord } from '../../../../src/model/registers/register.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { aControl, anArrangement, controlColumns, someMarks, someValues } from '../some-records.ts';

const columns = controlColumns();
const marks = someMarks();

const someSorts: fc.Arbitrary<ViewSort[]> = fc.uniqueArray(
	fc.record({
		column: fc.constantFrom('controlId', 'owner', 'status', 'dueDate', 'criteria'),
		direction: fc.constantFrom('ascending', 'descending'),
	}),
	{ maxLength: 3, selector: ({ column }) => column },
);

const someArrangement: fc.Arbitrary<Arrangement> = fc
	.record({
		showRetired: fc.boolean(),
		onlyProblems: fc.boolean(),
		sorts: someSorts,
		grouping: fc
			.constantFrom(undefined, 'series', 'trustCategory', 'owner', 'status', 'dueDate')
			.map((by) => by && groupingBy(by as 'owner', columns)),
		filters: fc.constantFrom<Arrangement['filters']>(
			[],
			[{ column: 'owner', kind: 'filled' }],
			[{ column: 'criteria', kind: 'oneOf', values: ['CC6', ''] }],
			[{ column: 'controlId', kind: 'contains', text: 'ac' }],
			[{ column: 'dueDate', kind: 'overdue' }],
		),
	})
	.map(anArrangement);

const someStep = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({ do: fc.constant('edit'), at: fc.nat(), values: someValues }),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('hold'), at: fc.nat() }) },
	fc.record({ do: fc.constant('release') }),
	fc.record({ do: fc.constant('add'), at: fc.nat(), values: someValues }),
	fc.record({ do: fc.constant('remove'), at: fc.nat() }),
	fc.record({ do: fc.constant('arrange'), arrangement: someArrangement }),
);

interface Moment {
	readonly controls: readonly Control[];
	readonly arrangement: Arrangement;
	readonly held: Control | undefined;
}

/** What an arranger is shown over time: edits, rows held and let go, other arrangements. */
const someStory: fc.Arbitrary<readonly Moment[]> = fc
	.tuple(
		fc.array(someValues, { maxLength: 12 }),
		someArrangement,
		fc.array(someStep, { maxLength: 12 }),
	)
	.map(([rows, arrangement, steps]) => {
		let moment: Moment = {
			controls: rows.map((values) => aControl(values)),
			arrangement,
			held: undefined,
		};
		const story = [moment];
		for (const step of steps) {
			const { controls } = moment;
			const at = 'at' in step ? step.at % (controls.length || 1) : 0;
			const control = controls[at];
			if (step.do === 'edit' && control) {
				moment = { ...moment, controls: controls.with(at, { ...control, ...step.values }) };
			} else if (step.do === 'hold') moment = { ...moment, held: control };
			else if (step.do === 'release') moment = { ...moment, held: undefined };
			else if (step.do === 'add') {
				moment = { ...moment, controls: [...controls, aControl(step.values)] };
			} else if (step.do === 'remove') {
				moment = { ...moment, controls: controls.toSpliced(at, 1) };
			} else if (step.do === 'arrange') moment = { ...moment, arrangement: step.arrangement };
			story.push(moment);
		}
		return story;
	});

function placeIn({ held }: Moment): (row: RegisterRecord) => RegisterRecord {
	return (row) => (row.id === held?.id ? held : row);
}

/** Filter and sort from scratch, with the held control placed as it was. */
function naively(moment: Moment): readonly Control[] {
	const { controls, arrangement, held } = moment;
	const [passes, compare] = [passesOf(arrangement), compareBy(levelsOf(arrangement))];
	const placeOf = placeIn(moment);
	return controls
		.filter((control) => control.id === held?.id || passes(control))
		.sort((a, b) => compare(placeOf(a), placeOf(b)));
}

describe('RowArranger', () => {
	it('shows after any changes what arranging from scratch would show', () => {
		fc.assert(
			fc.property(someStory, (story) => {
				const arranger = new RowArranger();
				for (const moment of story) {
					const { controls, arrangement, held } = moment;
					expect(arranger.arrange(controls, arrangement, held)).toEqual(naively(moment));
				}
			}),
		);
	});

	it('keeps the list itself while nothing in it changes', () => {
		const arrangement = anArrangement({ sorts: [{ column: 'owner', direction: 'ascending' }] });
		const controls = ['Ben', 'Ana'].map((owner) => aControl({ owner }));
		const arranger = new RowArranger();
		const rows = arranger.arrange(controls, arrangement);
		expect(arranger.arrange([...controls], arrangement, controls[0])).toBe(rows);
	});
});

describe('RowGroups', () => {
	it('puts every row in the one group of its value, in order, and adds it up', () => {
		fc.assert(
			fc.property(someStory, (story) => {
				const [arranger, groups] = [new RowArranger(), new RowGroups()];
				for (const moment of story) {
					const { controls, arrangement, held } = moment;
					const rows = arranger.arrange(controls, arrangement, held);
					const { grouping } = arrangement;
					if (!grouping) continue;
					const placeOf = placeIn(moment);
					const found = groups.of(rows, grouping, placeOf, marks);
					expect(found.flatMap((group) => group.rows)).toEqual(rows);
					expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
					for (const group of found) {
						const labels = group.rows.map((row) => grouping.labelOf(placeOf(row)));
						expect(new Set(labels)).toEqual(new Set([group.label]));
						expect(group.rollUp).toEqual(rollUp(group.rows, marks));
					}
					const isEmpty = found.map(
						({ rows: [first] }) => first && grouping.keyOf(placeOf(first)) === '',
					);
					expect(isEmpty.slice(0, -1)).not.toContain(true);
				}
			}),
		);
	});

	it('keeps a group in which nothing changed, and changes the one where something did', () => {
		const controls = ['Ana', 'Ben', 'Ana'].map((owner) => aControl({ owner }));
		const grouping = groupingBy('owner', columns);
		if (!grouping) throw new Error('Owner is a column');
		const groups = new RowGroups();
		const itself = (row: RegisterRecord): RegisterRecord => row;
		const [ana, ben] = ['Ana', 'Ben'].map((name) => controls.filter(({ owner }) => owner === name));
		if (!ana || !ben) throw new Error('Both own something');
		const before = groups.of([...ana, ...ben], grouping, itself, marks);
		const edited = ben.map((control) => ({ ...control, status: 'implemented' }));
		const after = groups.of([...ana, ...edited], grouping, itself, marks);
		expect(after[0]).toBe(before[0]);
		expect(after[1]?.rollUp).toEqual({
			progress: { done: 1, of: 1, word: 'implemented' },
			problems: 0,
		});
	});
});

describe('DuplicateIds', () => {
	it('agrees with the rule after any changes, and is the same set while nothing changes in it', () => {
		fc.assert(
			fc.property(someStory, (story) => {
				const ids = new DuplicateIds(registers.controls);
				let before = ids.of([]);
				for (const { controls } of story) {
					const twice = ids.of(controls);
					expect(twice).toEqual(duplicateIds(registers.controls, controls));
					if (twice.size === before.size && [...twice].every((id) => before.has(id))) {
						expect(twice).toBe(before);
					}
					before = twice;
				}
			}),
		);
	});
});
