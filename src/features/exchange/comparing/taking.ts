/** What the choices about the next version of a file amount to, as the one command that takes it. */
import { isSame } from '../../../exchange/next-version/compare-cell.ts';
import type {
	AddedRow,
	ComparedFile,
	ComparedRow,
} from '../../../exchange/next-version/comparison.ts';
import type { ControlId } from '../../../model/records/control.ts';
import type { ImportId, LeftOutRow } from '../../../model/records/import-record.ts';
import type {
	AddedRow as TakenRow,
	MatchedControl,
	TakeNextVersion,
} from '../../../workbook/commands/take-next-version.ts';
import { comesIn, isChoice, sideOf, takenApart, type Choices } from './choices.ts';

/** The file that was compared, as storage keeps it. */
export interface ComparedSource {
	readonly fileName: string;
	readonly sha256: string;
	/** The import of the version before. */
	readonly earlier: ImportId;
}

/** The command's input; conflicts nobody decided stay as they are here. */
export function taking(
	file: ComparedFile,
	compared: readonly ComparedRow[],
	choices: Choices,
	source: ComparedSource,
): TakeNextVersion {
	const rows = takenApart(compared, choices);
	const added = rows.filter((row) => row.kind === 'added');
	return {
		...source,
		...file.draft,
		register: 'controls',
		leftOut: [...file.draft.leftOut, ...leftOut(added, choices)].sort((a, b) => a.row - b.row),
		matched: rows.flatMap((row) => matchedControl(row, choices)),
		added: inPlace(rows, choices),
		retired: rows.flatMap((row) =>
			row.kind === 'removed' && choices.retired.has(row.control) ? [row.control] : [],
		),
	};
}

function matchedControl(compared: ComparedRow, choices: Choices): readonly MatchedControl[] {
	if (compared.kind !== 'matched') return [];
	const { control, row, cells } = compared;
	const anew = cells.filter(({ before, theirs }) => !isSame(before, theirs));
	const taken = cells.filter(
		(cell) => isChoice(cell) && sideOf(choices, control, cell) === 'theirs',
	);
	return [
		{
			control,
			row,
			said: Object.fromEntries(anew.map(({ key, theirs }) => [key, theirs])),
			edits: taken.map(({ key, ours, taken: value }) => ({ column: key, expected: ours, value })),
		},
	];
}

/** Added rows that come in, each with the control of the row above it. */
function inPlace(rows: readonly ComparedRow[], choices: Choices): readonly TakenRow[] {
	let after: ControlId | undefined;
	return rows.flatMap((row): readonly TakenRow[] => {
		if (row.kind === 'matched') after = row.control;
		return row.kind === 'added' && comesIn(choices, row) ? [{ ...row.row, after }] : [];
	});
}

function leftOut(added: readonly AddedRow[], choices: Choices): readonly LeftOutRow[] {
	return added.flatMap((row) =>
		comesIn(choices, row) ? [] : [{ row: row.row.row, reason: 'Left out by you', text: row.text }],
	);
}
