/** Builders: a workbook on a fresh document, and one on a copy of another's document. */
import * as Y from 'yjs';
import type { IdSource } from '../../src/base/ids.ts';
import { addControls, type ControlValues } from '../../src/workbook/commands/add-controls.ts';
import type { CommandDefinition } from '../../src/workbook/command.ts';
import { Workbook, type Done } from '../../src/workbook/workbook.ts';
import type { Control } from '../../src/model/records/control.ts';
import { countingIds, dana, fixedClock } from './fixed.ts';

export function aWorkbook(doc = new Y.Doc(), ids: IdSource = countingIds()): Workbook {
	return new Workbook(doc, { ids, clock: fixedClock(), actor: () => dana });
}

/** Adds one control with the given values and returns it. */
export function aControl(workbook: Workbook, values: ControlValues = {}): Control {
	const [id] = done(workbook, addControls, { rows: [values] }).created;
	const control = workbook.controls.get(id as Control['id']);
	if (!control) throw new Error('The control that was just added is not there');
	return control;
}

/** Runs a command that must succeed. */
export function done<Input>(
	workbook: Workbook,
	definition: CommandDefinition<Input>,
	input: Input,
): Done {
	const outcome = workbook.run(definition, input);
	if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('; '));
	return outcome.value;
}
