/** What a person should know of a sheet before importing it; each with its cell and a way on. */
import type { ImportProblem } from '../../model/records/import-record.ts';
import { destinations, type Destination } from '../destinations.ts';
import { cellReference, columnLetters } from '../sheet.ts';
import type { ColumnProposal } from '../proposal/proposal.ts';
import { readCellIds, type IdContext } from './criteria-ids.ts';
import type { CriteriaSources } from './criteria-sources.ts';
import type { Grid } from './grid.ts';

/** Problems of the cells that would come in. */
export function findProblems(
	grid: Grid,
	columns: readonly ColumnProposal[],
	dataRows: readonly number[],
	{ column, rowIds, headings }: CriteriaSources,
	register: Destination,
): readonly ImportProblem[] {
	const { naming, one } = destinations[register];
	const ids = columns.find(({ target }) => target.kind === 'field' && target.key === naming[0]);
	return [
		...hiddenProblems(grid, columns, dataRows),
		...filledProblems(grid, columns, dataRows),
		...formulaProblems(grid, columns, dataRows),
		...(ids ? duplicateIds(grid, ids, dataRows, one) : []),
		...(ids ? lostZeros(grid, ids, dataRows) : []),
		...(column === undefined ? [] : criterionProblems(grid, column, dataRows, 'criteria')),
		...(rowIds === undefined ? [] : criterionProblems(grid, rowIds, dataRows, 'rowId')),
		...headingProblems(headings),
	];
}

/** Values that hold for cells below them: merged down, or said once for a block. */
function filledProblems(
	grid: Grid,
	columns: readonly ColumnProposal[],
	dataRows: readonly number[],
): ImportProblem[] {
	return columns.flatMap(({ index, header, fillsDown }) => {
		const filled = dataRows.filter((number) => {
			const row = grid.row(number);
			return row !== undefined && grid.filledFrom(row, index) !== undefined;
		}).length;
		if (filled === 0) return [];
		const how = fillsDown ? 'said once for the rows under it' : 'merged over them';
		const cells = filled === 1 ? '1 empty cell takes' : `${filled} empty cells take`;
		const name = `Column ${columnLetters(index)}${header === '' ? '' : ` '${header}'`}`;
		return [note(columnLetters(index), `${name}: ${cells} the value ${how}.`)];
	});
}

function headingProblems(headings: CriteriaSources['headings']): ImportProblem[] {
	if (headings.size === 0) return [];
	const [row, ids] = [...headings][0] ?? [0, []];
	const text = `${headings.size} rows take their criteria from the section heading above them, as row ${row} takes ${ids.join(', ')}.`;
	return [note('', text)];
}

function hiddenProblems(
	grid: Grid,
	columns: readonly ColumnProposal[],
	dataRows: readonly number[],
): ImportProblem[] {
	const problems: ImportProblem[] = [];
	const hiddenRows = dataRows.filter((number) => grid.row(number)?.hidden);
	if (hiddenRows.length > 0) {
		problems.push(
			note(
				'',
				`${hiddenRows.length} of ${dataRows.length} rows are hidden in the spreadsheet and come in too: ${rowList(hiddenRows)}.`,
			),
		);
	}
	for (const column of columns.filter((each) => each.hidden)) {
		problems.push(
			note(
				columnLetters(column.index),
				`Column ${columnLetters(column.index)} '${column.header}' is hidden in the spreadsheet and comes in too.`,
			),
		);
	}
	return problems;
}

function formulaProblems(
	grid: Grid,
	columns: readonly ColumnProposal[],
	dataRows: readonly number[],
): ImportProblem[] {
	return columns.flatMap(({ index, header }) => {
		const missing = dataRows.filter((number) => {
			const cell = grid.row(number)?.cells[index];
			return cell?.formula !== undefined && cell.cached === false;
		});
		const first = missing[0];
		if (first === undefined) return [];
		const says =
			missing.length === 1
				? '1 formula for which the file holds no value; it comes in empty. Open the file in a spreadsheet program and save it to keep its value.'
				: `${missing.length} formulas for which the file holds no value; they come in empty. Open the file in a spreadsheet program and save it to keep their values.`;
		return [warning(cellReference(index, first), `'${header}' has ${says}`)];
	});
}

function duplicateIds(
	grid: Grid,
	ids: ColumnProposal,
	dataRows: readonly number[],
	one: string,
): ImportProblem[] {
	const rowsById = new Map<string, number[]>();
	for (const number of dataRows) {
		const row = grid.row(number);
		const id = row ? grid.filledText(row, ids.index) : '';
		if (id === '') continue;
		rowsById.set(id, [...(rowsById.get(id) ?? []), number]);
	}
	const repeated = [...rowsById].filter(([, rows]) => rows.length > 1);
	if (repeated.length > 20) {
		return [
			warning(
				columnLetters(ids.index),
				`${repeated.length} ids stand on more than one row; each row becomes ${withArticle(one)} of its own.`,
			),
		];
	}
	return repeated.map(([id, rows]) =>
		warning(
			cellReference(ids.index, rows[0] ?? 0),
			`'${id}' stands on ${rows.length} rows (${rowList(rows)}); each becomes ${withArticle(one)} of its own.`,
		),
	);
}

/** 5.1 between 5.9 and 5.11, stored as a number, was 5.10 once. */
function lostZeros(grid: Grid, ids: ColumnProposal, dataRows: readonly number[]): ImportProblem[] {
	return dataRows.flatMap((number, place) => {
		const [before, here, after] = [dataRows[place - 1], number, dataRows[place + 1]].map((each) => {
			const row = each === undefined ? undefined : grid.row(each);
			return row ? grid.filledText(row, ids.index) : '';
		}) as [string, string, string];
		if (grid.row(number)?.cells[ids.index]?.kind !== 'number') return [];
		const [series, last] = here.split('.');
		const lost =
			last?.length === 1 &&
			before === `${series}.${Number(last) * 10 - 1}` &&
			(after === '' || after === `${series}.${Number(last) * 10 + 1}`);
		return lost
			? [
					warning(
						cellReference(ids.index, number),
						`'${here}' follows ${before} and is stored as a number: it was probably ${here}0. Check it after the import.`,
					),
				]
			: [];
	});
}

function criterionProblems(
	grid: Grid,
	column: number,
	dataRows: readonly number[],
	context: IdContext,
): ImportProblem[] {
	const unknown: ImportProblem[] = [];
	const repairs = new Map<string, { readonly to: string; readonly cells: string[] }>();
	for (const number of dataRows) {
		const row = grid.row(number);
		if (!row) continue;
		const cell = cellReference(column, number);
		const ids = readCellIds(grid.text(row, column), context);
		for (const id of ids.unknown) {
			unknown.push(
				warning(
					cell,
					`${id} is not one of the trust services criteria, so it does not count as one. Correct it after the import, or leave it as text.`,
				),
			);
		}
		for (const [from, to] of ids.repaired) {
			const repair = repairs.get(from) ?? { to, cells: [] };
			repair.cells.push(cell);
			repairs.set(from, repair);
		}
	}
	return [...unknown, ...repairNotes(repairs, column)];
}

/** More different repairs than this are told together. */
const mostRepairs = 20;

function repairNotes(
	repairs: ReadonlyMap<string, { readonly to: string; readonly cells: readonly string[] }>,
	column: number,
): readonly ImportProblem[] {
	const all = [...repairs];
	const [first] = all;
	if (first && all.length > mostRepairs) {
		const [from, { to }] = first;
		const text = `${all.length} spellings are read as the criterion they mean, for example '${from}' as ${to}.`;
		return [note(columnLetters(column), text)];
	}
	return all.map(([from, { to, cells }]) => {
		const times = cells.length === 1 ? '' : ` in ${cells.length} cells`;
		return note(cells[0] ?? '', `'${from}' is read as ${to}${times}.`);
	});
}

function withArticle(noun: string): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function rowList(rows: readonly number[]): string {
	const shown = rows.slice(0, 5).join(', ');
	const prefix = rows.length === 1 ? 'row' : 'rows';
	return rows.length > 5 ? `${prefix} ${shown} and ${rows.length - 5} more` : `${prefix} ${shown}`;
}

function note(cell: string, text: string): ImportProblem {
	return { cell, severity: 'note', text };
}

function warning(cell: string, text: string): ImportProblem {
	return { cell, severity: 'warning', text };
}
