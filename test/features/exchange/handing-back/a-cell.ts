/** Builders: cells of a file that goes back, as the worker tells of them. */
import type { HandBackCell } from '../../../../src/exchange/hand-back/order.ts';

/** A cell that changes, in a sheet called Controls unless told otherwise. */
export function aCell(cell: string, values: Partial<HandBackCell> = {}): HandBackCell {
	const sheet = values.sheet ?? 'Controls';
	return {
		key: `${sheet}!${cell}`,
		sheet,
		cell,
		control: 'control:a',
		column: 'owner',
		before: 'CTO',
		after: 'CIO',
		why: 'edited',
		state: 'goes',
		notes: [],
		...values,
	};
}

export function anAddedCell(control: string, column: string): HandBackCell {
	return aCell('A9', {
		key: `Controls!+control:${control}/${column}`,
		control: `control:${control}`,
		column,
		before: '',
		why: 'appended',
	});
}

/** A cell that is in the way; `overrulable` where it may be written all the same. */
export function aConflict(cell: string, overrulable: boolean): HandBackCell {
	const conflict = { kind: 'formula', text: 'A formula stands there.', overrulable } as const;
	return aCell(cell, { state: 'conflict', conflict });
}

export function aRecalculated(cell: string, sheet = 'Controls'): HandBackCell {
	return aCell(cell, { sheet, control: undefined, column: '', why: 'recalculated' });
}
