/** Walking from one found cell to the next or the one before, around the ends. */
import type { Control } from '../../../model/records/control.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import type { CellPlace, Findings } from './finder.ts';

/**
 * The found cell after (or before) `from` in reading order. Without `from`, or past the last one,
 * it begins again at the other end; undefined where nothing was found.
 */
export function stepFrom(
	findings: Findings,
	from: CellPlace | undefined,
	direction: 'next' | 'previous',
	rows: readonly Control[],
	columns: readonly MatrixColumn[],
): CellPlace | undefined {
	const cells = cellsOf(findings);
	if (direction === 'previous') cells.reverse();
	const rowIndexes = new Map(rows.map(({ id }, index) => [id, index]));
	const columnIndexes = new Map(columns.map(({ key }, index) => [key, index]));
	const rankOf = ({ control, column }: CellPlace): number =>
		(rowIndexes.get(control) ?? -1) * columns.length + (columnIndexes.get(column) ?? -1);
	if (!from) return cells[0];
	const start = rankOf(from);
	const isPast = (cell: CellPlace): boolean =>
		direction === 'next' ? rankOf(cell) > start : rankOf(cell) < start;
	return cells.find(isPast) ?? cells[0];
}

/** The 1-based place of a cell among the found ones; undefined where it is none of them. */
export function positionOf(findings: Findings, cell: CellPlace | undefined): number | undefined {
	if (!cell) return undefined;
	let before = 0;
	for (const { control, columns } of findings.rows) {
		if (control.id === cell.control) {
			const index = columns.findIndex(({ key }) => key === cell.column);
			return index < 0 ? undefined : before + index + 1;
		}
		before += columns.length;
	}
	return undefined;
}

function cellsOf({ rows }: Findings): CellPlace[] {
	return rows.flatMap(({ control, columns }) =>
		columns.map((column) => ({ control: control.id, column: column.key })),
	);
}
