/** The columns of a draft: what each becomes under the decisions, one column a field. */
import type { ImportProblem } from '../../model/records/import-record.ts';
import type { Destination } from '../destinations.ts';
import type { Grid } from '../recognise/grid.ts';
import { uniqueNames } from '../recognise/column-names.ts';
import { fieldAt } from '../destinations.ts';
import { columnLetters } from '../sheet.ts';
import type {
	ColumnProposal,
	ColumnTarget,
	FieldKey,
	ImportDecisions,
	SheetProposal,
} from './proposal.ts';

export interface DraftColumn {
	readonly index: number;
	readonly header: string;
	readonly target: ColumnTarget;
}

export interface DraftColumns {
	readonly columns: readonly DraftColumn[];
	readonly problems: readonly ImportProblem[];
}

/** Every column with a header or a value in `rows`; a field's second column becomes an own one. */
export function draftColumns(
	grid: Grid,
	proposal: SheetProposal,
	decisions: ImportDecisions,
	rows: readonly number[],
): DraftColumns {
	const known = [...proposal.columns, ...unnamedColumns(grid, proposal, rows)];
	const names = uniqueNames(known);
	const filledBy = new Map<FieldKey, DraftColumn>();
	const problems: ImportProblem[] = [];
	const columns = known.map(({ index, header, target: proposed }): DraftColumn => {
		const column = { index, header, target: decisions.targets[index] ?? proposed };
		if (column.target.kind !== 'field') return column;
		const { key } = column.target;
		const first = filledBy.get(key);
		if (!first) {
			filledBy.set(key, column);
			return column;
		}
		problems.push(secondColumn(decisions.register, column, first, key));
		return {
			...column,
			target: { kind: 'own', name: names.get(index) ?? header, meaning: 'other' },
		};
	});
	return { columns, problems };
}

/** Columns the proposal did not know, because only rows the user put in have a value there. */
function unnamedColumns(
	grid: Grid,
	proposal: SheetProposal,
	rows: readonly number[],
): readonly Pick<ColumnProposal, 'index' | 'header' | 'target'>[] {
	const known = new Set(proposal.columns.map((column) => column.index));
	const unnamed = new Set<number>();
	for (const number of rows) {
		grid.row(number)?.cells.forEach((cell, index) => {
			if (cell && cell.kind !== 'empty' && !known.has(index)) unnamed.add(index);
		});
	}
	return [...unnamed]
		.sort((a, b) => a - b)
		.map((index) => ({
			index,
			header: '',
			target: { kind: 'own', name: `Column ${columnLetters(index)}`, meaning: 'other' },
		}));
}

function secondColumn(
	register: Destination,
	column: DraftColumn,
	first: DraftColumn,
	key: FieldKey,
): ImportProblem {
	const [second, before] = [column, first].map(
		({ index, header }) => `${columnLetters(index)}${header === '' ? '' : ` '${header}'`}`,
	);
	return {
		cell: columnLetters(column.index),
		severity: 'warning',
		text: `Columns ${before} and ${second} are both set to ${fieldAt(register, key)?.label ?? key}. ${before} fills it; ${second} is kept as a column of its own. Choose another field for one of them to change that.`,
	};
}
