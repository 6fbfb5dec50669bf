/**
 * Compares our own .xlsx reader with SheetJS, cell for cell, and names every class of difference:
 *   npx tsx test/tools/reading-oracle.ts FILE-OR-FOLDER…
 * Ends with status 1 where a difference has no name.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read, SSF, type CellObject, type WorkSheet } from 'xlsx';
import { readSpreadsheet } from '../../src/exchange/reading/read-spreadsheet.ts';
import { cellReference, type Sheet, type SheetCell } from '../../src/exchange/sheet.ts';

/** The part of SheetJS's number formatter used here, which its package leaves untyped. */
const ssf = SSF as {
	is_date(code: string): boolean;
	parse_date_code(serial: number, options: { date1904: boolean }): Record<string, number>;
};

type TheirRows = (CellObject | undefined)[][];

const counts = new Map<string, number>();
const examples = new Map<string, string[]>();

function tally(name: string, example = ''): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
	const known = examples.get(name) ?? [];
	if (example && known.length < Number(process.env['EXAMPLES'] ?? 3))
		examples.set(name, [...known, example]);
}

function filesIn(path: string): string[] {
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path).map((name) => join(path, name));
}

async function compareFile(path: string): Promise<void> {
	const bytes = new Uint8Array(readFileSync(path));
	const ours = await readSpreadsheet(bytes, path, {
		progress: () => undefined,
		aborted: () => false,
	});
	if (!ours.ok) {
		const [problem] = ours.problems;
		tally(`file refused by us: ${problem?.kind ?? ''}`, `${path}: ${problem?.text ?? ''}`);
		return;
	}
	const { format, date1904, sheets } = ours.value;
	if (format !== 'xlsx' && format !== 'xlsm') return;
	const theirs = openWithSheetJs(bytes);
	if (typeof theirs === 'string') {
		tally('file refused by SheetJS only', `${path}: ${theirs}`);
		return;
	}
	tally('files compared');
	for (const sheet of sheets) {
		const their = theirs.Sheets[sheet.name];
		if (their) compareSheet(`${path} ${sheet.name}`, sheet, their, date1904);
		else tally('UNEXPLAINED sheet only in ours', `${path} ${sheet.name}`);
	}
}

function openWithSheetJs(bytes: Uint8Array): ReturnType<typeof read> | string {
	try {
		return read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true });
	} catch (error) {
		return String(error);
	}
}

function compareSheet(where: string, sheet: Sheet, their: WorkSheet, date1904: boolean): void {
	const theirRows: TheirRows = their['!data'] ?? [];
	const oursByRow = new Map(sheet.rows.map((row) => [row.number, row]));
	for (const row of sheet.rows) {
		row.cells.forEach((cell, column) => {
			const other = theirRows[row.number - 1]?.[column];
			if (!cell && !other) return;
			const place = `${where}!${cellReference(column, row.number)}`;
			tally('cells compared');
			const difference = compareCell(cell, other, date1904);
			if (difference) tally(difference, `${place}: ${show(cell)} | ${show(other)}`);
			compareFormula(place, cell, other);
		});
		if (row.hidden !== (their['!rows']?.[row.number - 1]?.hidden === true)) {
			tally('UNEXPLAINED row hidden', `${where} row ${row.number}`);
		}
	}
	for (const key of Object.keys(theirRows)) {
		const cells = theirRows[Number(key)] ?? [];
		cells.forEach((cell, column) => {
			const ours = oursByRow.get(Number(key) + 1);
			if (!cell || (ours && column < ours.cells.length)) return;
			tally('cells compared');
			const difference = compareCell(undefined, cell, date1904);
			if (difference)
				tally(difference, `${where}!${cellReference(column, Number(key) + 1)}: | ${show(cell)}`);
		});
	}
	compareFacts(where, sheet, their);
}

/** The name of the difference; undefined where both agree. */
function compareCell(
	ours: SheetCell | undefined,
	theirs: CellObject | undefined,
	date1904: boolean,
): string | undefined {
	if (!theirs || theirs.t === 'z') {
		if (!ours) return undefined;
		if (ours.kind === 'empty') {
			return ours.cached === false
				? 'formula without a cached value: SheetJS has no cell'
				: 'empty text: SheetJS has no cell';
		}
		return 'UNEXPLAINED cell only in ours';
	}
	if (!ours)
		return theirs.v === '' ? 'empty text: SheetJS has a cell' : 'UNEXPLAINED cell only in SheetJS';
	switch (theirs.t) {
		case 's':
			return compareText(ours, String(theirs.v));
		case 'b':
			return ours.kind === 'boolean' && ours.value === theirs.v ? undefined : 'UNEXPLAINED boolean';
		case 'e':
			return ours.kind === 'error' && ours.text === theirs.w ? undefined : 'UNEXPLAINED error';
		case 'n':
			return compareNumber(ours, theirs, date1904);
		default:
			return 'UNEXPLAINED type';
	}
}

function compareText(ours: SheetCell, text: string): string | undefined {
	if (ours.text === text && (ours.kind === 'text' || ours.kind === 'empty')) return undefined;
	if (ours.text === text.replace(/\r\n?/g, '\n')) return 'line break: ours are all one \\n';
	if (ours.text.startsWith(text)) return 'text in several pieces: SheetJS takes the first';
	if (ours.text.replace(/_x[\da-f]{4}_/gi, '') === text.replace(/_x[\da-f]{4}_/gi, ''))
		return 'escape';
	return 'UNEXPLAINED text';
}

function compareNumber(ours: SheetCell, theirs: CellObject, date1904: boolean): string | undefined {
	if (ours.kind === 'text' && /[:-]/.test(ours.text))
		return 'cell of type d without a day: ours is text';
	if (ours.kind === 'date' && !ssf.is_date(String(theirs.z))) {
		return 'cell of type d without a date format: SheetJS shows the serial';
	}
	if (ours.value !== theirs.v && !sameMoment(ours, theirs)) return 'UNEXPLAINED number';
	if (ours.kind === 'date') return compareDate(ours, theirs, date1904);
	if (ours.kind !== 'number') return 'UNEXPLAINED kind';
	const shown = (theirs.w ?? '').trim();
	if (ours.text === shown) return undefined;
	const value = Number(theirs.v);
	if (shown === '') return 'number the format hides: ours shows it';
	if (Number.isInteger(value) && ours.text === String(value))
		return 'long whole number: ours keeps the digits';
	return 'UNEXPLAINED number text';
}

/** SheetJS computes the serial of a cell of type d with another rounding. */
function sameMoment(ours: SheetCell, theirs: CellObject): boolean {
	return typeof ours.value === 'number' && Math.abs(ours.value - Number(theirs.v)) < 1e-6;
}

function compareDate(ours: SheetCell, theirs: CellObject, date1904: boolean): string | undefined {
	const date = ssf.parse_date_code(Number(theirs.v), { date1904 });
	const [y, m, d, H, M, S] = ['y', 'm', 'd', 'H', 'M', 'S'].map((part) =>
		String(date[part] ?? 0).padStart(2, '0'),
	);
	const day = `${y}-${m}-${d}`;
	const time = S === '00' ? `${H}:${M}` : `${H}:${M}:${S}`;
	if (ours.text === day || ours.text === `${day}T${time}`) return undefined;
	return 'UNEXPLAINED date';
}

function compareFormula(
	place: string,
	ours: SheetCell | undefined,
	theirs: CellObject | undefined,
): void {
	if (ours?.formula === undefined && theirs?.f === undefined) return;
	tally('formulas compared');
	if (ours?.formula === theirs?.f?.replace(/\r\n?/g, '\n')) return;
	if (ours?.formula?.replace(/_xlfn\.(_xlws\.)?/g, '') === theirs?.f) {
		tally('formula: ours keeps the _xlfn. prefix of the file');
		return;
	}
	if (/\b(\d+:\d+|[A-Z]+:[A-Z]+)\b/.test(ours?.formula ?? '')) {
		tally('shared formula with whole rows or columns: SheetJS does not move them', place);
		return;
	}
	tally('UNEXPLAINED formula', `${place}: ${ours?.formula} | ${theirs?.f}`);
}

function compareFacts(where: string, sheet: Sheet, their: WorkSheet): void {
	const hidden = (their['!cols'] ?? []).flatMap((column, index) =>
		column.hidden && index < sheet.columnCount ? [index] : [],
	);
	if (hidden.join() !== sheet.hiddenColumns.join()) {
		tally(
			'UNEXPLAINED hidden columns',
			`${where}: ${sheet.hiddenColumns.join()} | ${hidden.join()}`,
		);
	}
	if ((sheet.autoFilter === undefined) !== (their['!autofilter'] === undefined)) {
		tally('UNEXPLAINED autofilter', where);
	}
	compareMerges(where, sheet, their);
}

function compareMerges(where: string, sheet: Sheet, their: WorkSheet): void {
	const ours = sheet.merges.map(
		({ firstRow, lastRow, firstColumn, lastColumn }) =>
			`${firstRow},${firstColumn},${lastRow},${lastColumn}`,
	);
	const others = (their['!merges'] ?? []).map(({ s, e }) => `${s.r + 1},${s.c},${e.r + 1},${e.c}`);
	if (ours.join(' ') !== others.join(' '))
		tally('UNEXPLAINED merges', `${where}: ${ours.length} | ${others.length}`);
}

function show(cell: SheetCell | CellObject | undefined): string {
	return cell === undefined ? '' : JSON.stringify(cell).slice(0, 200);
}

for (const path of process.argv.slice(2).flatMap(filesIn)) await compareFile(path);
for (const [name, count] of [...counts].sort()) {
	console.log(`${count.toLocaleString('en').padStart(12)}  ${name}`);
	for (const example of examples.get(name) ?? []) console.log(`${' '.repeat(16)}${example}`);
}
if ([...counts.keys()].some((name) => name.startsWith('UNEXPLAINED'))) process.exitCode = 1;
