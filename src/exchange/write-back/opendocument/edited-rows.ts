/** Puts cells into the rows of an OpenDocument table; runs of rows and cells are taken apart for it. */
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { closingOf, opened } from '../ooxml/tag.ts';
import { splice, type Patch } from '../splice.ts';
import { cellWith, withTimes, type OdsContent } from './cell-element.ts';
import { readRowCells, type OdsTable } from './table-outline.ts';

/** Contents by 0-based column. */
export type RowContents = ReadonlyMap<number, OdsContent>;

const rowTimes = 'table:number-rows-repeated';
const cellTimes = 'table:number-columns-repeated';

const none: RowContents = new Map();

/**
 * The patches to a document that put the contents, by 1-based row, into one of its tables. Rows with
 * an element in `made` are written from it instead of from what stood there.
 */
export function rowPatches(
	xml: string,
	table: OdsTable,
	rows: ReadonlyMap<number, RowContents>,
	made: ReadonlyMap<number, string>,
): Patch[] {
	const wanted = [...new Set([...rows.keys(), ...made.keys()])].sort((a, b) => a - b);
	const patches: Patch[] = [];
	for (const { number, times, start, end } of table.rows) {
		const inside = wanted.filter((row) => number <= row && row < number + times);
		if (inside.length === 0) continue;
		const element = xml.slice(start, end);
		const text = runs(number, times, inside, (row, count) => {
			if (row === undefined) return withTimes(element, rowTimes, count);
			const base = made.get(row) ?? (times === 1 ? element : withTimes(element, rowTimes, 1));
			return editedRow(base, rows.get(row) ?? none);
		});
		patches.push({ start, end, text });
	}
	const last = table.rows.at(-1);
	let next = last ? last.number + last.times : 1;
	let added = '';
	for (const row of wanted.filter((one) => one >= next)) {
		if (row > next)
			added += withTimes(
				'<table:table-row><table:table-cell/></table:table-row>',
				rowTimes,
				row - next,
			);
		const base = made.get(row) ?? '<table:table-row></table:table-row>';
		added += editedRow(base, rows.get(row) ?? none);
		next = row + 1;
	}
	if (added !== '') {
		const at = last?.end ?? table.end;
		patches.push({ start: at, end: at, text: added });
	}
	return patches;
}

function editedRow(row: string, contents: RowContents): string {
	const wanted = [...contents.keys()].sort((a, b) => a - b);
	const cells = readRowCells(row, false);
	const patches: Patch[] = [];
	for (const { column, times, start, end } of cells) {
		const inside = wanted.filter((one) => column <= one && one < column + times);
		if (inside.length === 0) continue;
		const element = row.slice(start, end);
		const text = runs(column, times, inside, (one, count) => {
			const content = one === undefined ? undefined : contents.get(one);
			const single = times === 1 ? element : withTimes(element, cellTimes, count);
			return content ? cellWith(single, content) : single;
		});
		patches.push({ start, end, text });
	}
	const last = cells.at(-1);
	let next = last ? last.column + last.times : 0;
	let made = '';
	for (const column of wanted.filter((one) => one >= next)) {
		const empty = '<table:table-cell/>';
		if (column > next) made += withTimes(empty, cellTimes, column - next);
		made += cellWith(empty, contents.get(column) ?? { kind: 'empty' });
		next = column + 1;
	}
	if (made === '') return splice(row, patches);
	const scanner = new XmlScanner(row);
	scanner.next();
	if (scanner.kind === 'empty') return opened(row) + made + closingOf(row);
	const at = last?.end ?? scanner.end;
	return splice(row, [...patches, { start: at, end: at, text: made }]);
}

/**
 * A run of `times` places from `first` on, taken apart at some of them: `write` gives the text of
 * one such place, or of `count` others (place undefined).
 */
function runs(
	first: number,
	times: number,
	places: readonly number[],
	write: (place: number | undefined, count: number) => string,
): string {
	let text = '';
	let next = first;
	for (const place of places) {
		if (place > next) text += write(undefined, place - next);
		text += write(place, 1);
		next = place + 1;
	}
	return next < first + times ? text + write(undefined, first + times - next) : text;
}
