/** Imports a file, changes controls, hands the file back, and reads it again as the import would. */
import { handBack } from '../../../src/exchange/hand-back/hand-back.ts';
import type { HandBack, HandBackCell } from '../../../src/exchange/hand-back/order.ts';
import { buildDraft } from '../../../src/exchange/proposal/build-draft.ts';
import { initialDecisions } from '../../../src/exchange/proposal/initial-decisions.ts';
import type { ImportDecisions } from '../../../src/exchange/proposal/proposal.ts';
import { proposeSheet } from '../../../src/exchange/recognise/propose-sheet.ts';
import type { Control } from '../../../src/model/records/control.ts';
import type { ImportRecord } from '../../../src/model/records/import-record.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { at } from '../../support/at.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { buildXlsx, type SheetFixture, type WorkbookFixture } from '../../support/ooxml-builder.ts';
import { patient, utf8, workbookIn } from '../../support/sheet-reading.ts';

/** A file and what its first import brought. */
export interface ImportedFile {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly record: ImportRecord;
	/** As the file says them. */
	readonly controls: readonly Control[];
	readonly decisions: ImportDecisions;
	/** Name of an own column → its id. */
	readonly own: ReadonlyMap<string, string>;
}

export interface Importing {
	readonly fileName?: string;
	readonly sheet?: number;
	/** What the person decided otherwise than proposed. */
	readonly decide?: (decisions: ImportDecisions) => ImportDecisions;
}

/** Imports a sheet of the file. */
export async function imported(
	bytes: Uint8Array,
	{ fileName = 'file.xlsx', sheet: place = 0, decide }: Importing = {},
): Promise<ImportedFile> {
	const sheet = at((await workbookIn(bytes, fileName)).sheets, place);
	const proposal = proposeSheet(sheet);
	const proposed = initialDecisions(proposal);
	const decisions = decide?.(proposed) ?? proposed;
	const workbook = aWorkbook();
	const draft = buildDraft(sheet, proposal, decisions);
	done(workbook, importRows, { ...draft, register: 'controls', fileName, sha256: 'ab'.repeat(32) });
	return {
		fileName,
		bytes,
		decisions,
		record: at(workbook.imports.all(), 0),
		controls: workbook.controls.all(),
		own: new Map(workbook.columns.all().map(({ name, id }) => [name, id])),
	};
}

/** Imports comma-separated lines. */
export function importedLines(lines: readonly string[], importing: Importing = {}) {
	return imported(utf8(lines.join('\n')), { fileName: 'file.csv', ...importing });
}

/** Imports a workbook of one sheet. */
export function importedSheet(
	sheet: SheetFixture,
	fixture: Omit<WorkbookFixture, 'sheets'> = {},
	importing: Importing = {},
): Promise<ImportedFile> {
	return imported(buildXlsx({ ...fixture, sheets: [sheet] }), importing);
}

/** `row` elements of texts and figures; other cells as XML, from their attributes on. */
export function sheetRows(rows: readonly (readonly (string | number | Cell)[])[]): string {
	return rows
		.map((cells, index) => {
			const row = index + 1;
			const elements = cells.map((value, column) => {
				const cell = `<c r="${String.fromCharCode(65 + column)}${row}"`;
				if (typeof value === 'object') return cell + value.xml;
				if (typeof value === 'number') return `${cell}><v>${value}</v></c>`;
				if (value === '') return '';
				return `${cell} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
			});
			return `<row r="${row}">${elements.join('')}</row>`;
		})
		.join('');
}

export interface Cell {
	readonly xml: string;
}

/** Fields of the control with this id, and own columns by their names. */
export type Edits = Readonly<Record<string, Partial<Control> & { named?: Record<string, string> }>>;

export interface Editing {
	/** By the control id in the file. */
	readonly edits?: Edits;
	readonly added?: readonly Partial<Control>[];
	readonly leftOut?: readonly string[];
	readonly overruled?: readonly string[];
}

/** What came back and the texts of the sheet that was imported. */
export interface Returned extends HandBack {
	readonly rows: readonly (readonly string[])[];
}

/** The file handed back; fails the test where it is refused as a whole. */
export async function returned(file: ImportedFile, editing: Editing = {}): Promise<Returned> {
	const handed = await attempt(file, editing);
	if (!handed.ok) throw new Error(handed.problems.map(({ text }) => text).join(' '));
	const { sheets } = await workbookIn(handed.value.bytes, file.fileName);
	const sheet = sheets.find(({ name }) => name === file.record.sheet);
	const width = Array.from({ length: sheet?.columnCount ?? 0 });
	const rows = (sheet?.rows ?? []).map(({ cells }) =>
		width.map((_, column) => cells[column]?.text ?? ''),
	);
	return { ...handed.value, rows };
}

/** Hands the file back, or not. */
export function attempt(file: ImportedFile, editing: Editing = {}) {
	const { fileName, bytes, record } = file;
	const controls = file.controls.map((said) => ({ said, now: edited(file, said, editing.edits) }));
	const added = (editing.added ?? []).map((values) => newControl(file, values));
	const choices = { leftOut: new Set(editing.leftOut), overruled: new Set(editing.overruled) };
	return handBack({ fileName, bytes, choices, sheets: [{ record, controls, added }] }, patient);
}

function edited(file: ImportedFile, said: Control, edits: Edits = {}): Control {
	const { named = {}, ...fields } = edits[said.controlId] ?? {};
	return { ...said, ...fields, own: { ...said.own, ...ownValues(file, named) } };
}

function ownValues({ own }: ImportedFile, named: Readonly<Record<string, string>>) {
	const values = Object.entries(named).map(([name, value]) => {
		const id = own.get(name);
		if (id === undefined) throw new Error(`There is no own column ${name}`);
		return [id, value];
	});
	return Object.fromEntries(values) as Record<string, string>;
}

function newControl(file: ImportedFile, values: Partial<Control> & { named?: object }): Control {
	const { named = {}, ...fields } = values as Partial<Control> & { named?: Record<string, string> };
	return { ...aControl(aWorkbook()), ...fields, own: ownValues(file, named) };
}

/** Its only cell; fails the test where there is another number of them. */
export function onlyCell({ cells }: HandBack): HandBackCell {
	const [only, ...more] = cells;
	if (!only || more.length > 0) throw new Error(`${cells.length} cells are listed.`);
	return only;
}
