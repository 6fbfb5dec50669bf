/** Walking from one found cell to the next or the one before, around the ends. */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import type { CellPlace, Findings } from './finder.ts';

/**
 * The found cell after (or before) `from` in reading order. Without `from`, or past the last one,
 * it begins again at the other end; undefined where nothing was found.
 */
export function stepFrom(
	findings: Findings,
	from: CellPlace | undefined,
	direction: 'next' | 'previous',
	rows: readonly RegisterRecord[],
	columns: readonly RegisterColumn[],
): CellPlace | undefined {
	const rowIndexes = new Map(rows.map(({ id }, index) => [id, index]));
	const columnIndexes = new Map(columns.map(({ key }, index) => [key, index]));
	const rankOf = ({ record, column }: CellPlace): number =>
		(rowIndexes.get(record) ?? -1) * columns.length + (columnIndexes.get(column) ?? -1);
	const start = from && rankOf(from);
	let first: CellPlace | undefined;
	for (const cell of cellsOf(findings, direction)) {
		first ??= cell;
		if (start === undefined) break;
		if (direction === 'next' ? rankOf(cell) > start : rankOf(cell) < start) return cell;
	}
	return first;
}

/** The 1-based place of a cell among the found ones; undefined where it is none of them. */
export function positionOf(findings: Findings, cell: CellPlace | undefined): number | undefined {
	if (!cell) return undefined;
	let before = 0;
	for (const { record, columns } of findings.rows) {
		if (record.id === cell.record) {
			const index = columns.findIndex(({ key }) => key === cell.column);
			return index < 0 ? undefined : before + index + 1;
		}
		before += columns.length;
	}
	return undefined;
}

function* cellsOf({ rows }: Findings, direction: 'next' | 'previous'): Generator<CellPlace> {
	const isBack = direction === 'previous';
	for (const { record, columns } of isBack ? rows.toReversed() : rows) {
		for (const { key } of isBack ? columns.toReversed() : columns) {
			yield { record: record.id, column: key };
		}
	}
}
