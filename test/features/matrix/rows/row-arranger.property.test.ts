import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../src/model/records/control.ts';
import { matrixColumns } from '../../../../src/features/matrix/columns/matrix-column.ts';
import {
	compareOf,
	keyOf,
	passesOf,
	type Arrangement,
} from '../../../../src/features/matrix/rows/arrangement.ts';
import { RowArranger } from '../../../../src/features/matrix/rows/row-arranger.ts';
import { aControl, someValues } from '../matrix-controls.ts';

const columns = matrixColumns([]);

const someArrangement: fc.Arbitrary<Arrangement> = fc.record({
	columns: fc.constant(columns),
	showRetired: fc.boolean(),
	sort: fc.option(
		fc.record({
			column: fc.constantFrom('controlId', 'owner', 'status', 'dueDate', 'criteria'),
			direction: fc.constantFrom('ascending', 'descending'),
		}),
		{ nil: undefined },
	),
	filters: fc.constantFrom<Arrangement['filters']>(
		[],
		[{ column: 'owner', kind: 'filled' }],
		[{ column: 'criteria', kind: 'oneOf', values: ['CC6.1', ''] }],
		[{ column: 'controlId', kind: 'contains', text: 'ac' }],
	),
});

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

/** Filter and sort from scratch, with the held control placed as it was. */
function naively(
	controls: readonly Control[],
	arrangement: Arrangement,
	held: Control | undefined,
): readonly Control[] {
	const [passes, compare] = [passesOf(arrangement), compareOf(arrangement)];
	const placeOf = (row: Control) => {
		const control = row.id === held?.id ? held : row;
		return { control, key: keyOf(arrangement)(control) };
	};
	return controls
		.filter((control) => control.id === held?.id || passes(control))
		.sort((a, b) => compare(placeOf(a), placeOf(b)));
}

describe('RowArranger', () => {
	it('shows after any changes what arranging from scratch would show', () => {
		fc.assert(
			fc.property(
				fc.array(someValues, { maxLength: 12 }),
				someArrangement,
				fc.array(someStep, { maxLength: 12 }),
				(rows, firstArrangement, steps) => {
					const arranger = new RowArranger();
					let controls: readonly Control[] = rows.map((values) => aControl(values));
					let arrangement = firstArrangement;
					let held: Control | undefined;
					arranger.arrange(controls, arrangement, held);
					for (const step of steps) {
						const at = 'at' in step ? step.at % (controls.length || 1) : 0;
						const control = controls[at];
						if (step.do === 'edit' && control) {
							controls = controls.with(at, { ...control, ...step.values });
						} else if (step.do === 'hold') held = control;
						else if (step.do === 'release') held = undefined;
						else if (step.do === 'add') controls = [...controls, aControl(step.values)];
						else if (step.do === 'remove') controls = controls.toSpliced(at, 1);
						else if (step.do === 'arrange') arrangement = step.arrangement;
						expect(arranger.arrange(controls, arrangement, held)).toEqual(
							naively(controls, arrangement, held),
						);
					}
				},
			),
		);
	});

	it('keeps the list itself while nothing in it changes', () => {
		const arrangement: Arrangement = {
			columns,
			filters: [],
			sort: { column: 'owner', direction: 'ascending' },
			showRetired: false,
		};
		const controls = ['Ben', 'Ana'].map((owner) => aControl({ owner }));
		const arranger = new RowArranger();
		const rows = arranger.arrange(controls, arrangement);
		expect(arranger.arrange([...controls], arrangement, controls[0])).toBe(rows);
	});
});
