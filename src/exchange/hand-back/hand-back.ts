/**
 * Hands a file back to whoever sent it: what changed here since it was imported goes into its own
 * cells, in its own words; everything else in it stays byte for byte.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import { controlFields, isSetKey } from '../../model/records/control-fields.ts';
import type { ReadingWatch } from '../reading/pace.ts';
import { readSpreadsheet } from '../reading/read-spreadsheet.ts';
import { cellReference } from '../sheet.ts';
import type { SetCell } from '../write-back/change.ts';
import { writeBack } from '../write-back/write-back.ts';
import type { HandBack, HandBackOrder, ReturningSheet } from './order.ts';

/** Why a file cannot be handed back at all; nothing of it was changed. */
export interface HandBackProblem {
	readonly kind: string;
	/** What is wrong, where, and what to do. */
	readonly text: string;
}

/** The file with the changes and what became of every cell; never throws. */
export async function handBack(
	{ fileName, bytes, sheets, choices }: HandBackOrder,
	watch: ReadingWatch,
): Promise<Result<HandBack, HandBackProblem>> {
	const read = await readSpreadsheet(bytes, fileName, watch);
	if (!read.ok) return read;
	const planned = sheets.flatMap(plainChanges);
	const isIn = ({ change }: Planned): boolean => !choices.leftOut.has(keyOf(change));
	const made = planned.filter(isIn);
	const written = await writeBack(
		bytes,
		made.map(({ change }) => change),
		fileName,
		watch,
	);
	if (!written.ok) return refused(...written.problems);
	const outcome = written.value;
	const cells = outcome.written.flatMap((cell) => {
		const plan = made[cell.change];
		if (!plan) return [];
		const { control, column } = plan;
		return [{ ...cell, key: keyOf(cell), control, column, state: 'goes' as const }];
	});
	return ok({ bytes: outcome.bytes, format: read.value.format, cells, notes: outcome.notes });
}

type Planned = ReturnType<typeof plainChanges>[number];

function plainChanges({ record, controls }: ReturningSheet) {
	return controls.flatMap(({ now, said }) =>
		record.columns.flatMap(({ index, target }) => {
			const field = controlFields.find(({ key }) => key === target)?.key;
			if (!field || isSetKey(field) || !said.source || now[field] === said[field]) return [];
			const cell = cellReference(index, said.source.row);
			const change: SetCell = { sheet: record.sheet, cell, value: now[field] };
			return [{ change, control: now.id, column: field }];
		}),
	);
}

function keyOf({ sheet, cell }: Pick<SetCell, 'sheet' | 'cell'>): string {
	return `${sheet}!${cell}`;
}
