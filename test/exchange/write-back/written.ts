/** Writes changes into fixtures and looks at the packages that come out. */
import { unzipSync } from 'fflate';
import { cellChanges, type CellChange } from '../../../src/exchange/write-back/cell-changes.ts';
import type {
	Change,
	RefusedChange,
	SetCell,
	WriteBack,
	WriteBackProblem,
} from '../../../src/exchange/write-back/change.ts';
import { writeBack } from '../../../src/exchange/write-back/write-back.ts';
import { buildXlsx, type WorkbookFixture } from '../../support/ooxml-builder.ts';
import { workbookIn } from '../../support/sheet-reading.ts';

export interface Outcome extends WriteBack {
	readonly original: Uint8Array;
}

/** The outcome of writing into a file; fails the test where the file as a whole is refused. */
export async function writtenInto(
	original: Uint8Array,
	changes: readonly Change[],
	fileName = 'file.xlsx',
): Promise<Outcome> {
	const written = await writeBack(original, changes, fileName);
	if (!written.ok) throw new Error(written.problems.map(({ text }) => text).join(' '));
	return { ...written.value, original };
}

/** As `writtenInto` a workbook whose only sheet is called Sheet1; cells are named `B2`. */
export function edited(
	fixture: Omit<WorkbookFixture, 'sheets'> & {
		readonly sheet: WorkbookFixture['sheets'][number];
	},
	cells: Readonly<Record<string, SetCell['value']>>,
	options: Partial<SetCell> = {},
): Promise<Outcome> {
	const { sheet, ...rest } = fixture;
	const changes = Object.entries(cells).map(([cell, value]) => ({
		sheet: 'Sheet1',
		cell,
		value,
		...options,
	}));
	return writtenInto(buildXlsx({ ...rest, sheets: [sheet] }), changes);
}

/** Why a whole file is refused; fails the test where it is not. */
export async function problemOf(
	original: Uint8Array,
	changes: readonly Change[] = [],
): Promise<WriteBackProblem> {
	const written = await writeBack(original, changes);
	if (written.ok || !written.problems[0]) throw new Error('The file was written.');
	return written.problems[0];
}

/** The only refused change; fails the test where there is another number of them. */
export function refusal({ refused }: WriteBack): RefusedChange {
	const [only, ...more] = refused;
	if (!only || more.length > 0) throw new Error(`${refused.length} changes were refused.`);
	return only;
}

/** The text of a part. */
export function part(bytes: Uint8Array, name: string): string {
	const content = unzipSync(bytes)[name];
	if (!content) throw new Error(`There is no part ${name}.`);
	return new TextDecoder().decode(content);
}

export const sheet1 = 'xl/worksheets/sheet1.xml';

/** The content of the first sheet's `sheetData`. */
export function rowsOf({ bytes }: WriteBack): string {
	return /<sheetData[^>]*>(.*)<\/sheetData>/s.exec(part(bytes, sheet1))?.[1] ?? '';
}

/** Names of parts whose content differs, that came or went, in order. */
export function changedParts({ original, bytes }: Outcome): string[] {
	const before = unzipSync(original);
	const after = unzipSync(bytes);
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => {
		const [a, b] = [before[name], after[name]];
		return !a || !b || !Buffer.from(a).equals(b);
	});
}

/** Every cell that reads otherwise than before. */
export async function differences(outcome: Outcome): Promise<CellChange[]> {
	const [before, after] = [await workbookIn(outcome.original), await workbookIn(outcome.bytes)];
	return cellChanges(before, after, outcome);
}
