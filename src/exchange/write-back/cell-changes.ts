/** What differs between a file and the same file written back, cell by cell, each with its reason. */
import { cellReference, type ReadWorkbook, type SheetCell } from '../sheet.ts';
import type { WriteBack, WrittenCell } from './change.ts';

export interface CellChange {
	readonly sheet: string;
	readonly cell: string;
	/** What a person sees; '' where there is nothing. */
	readonly before: string;
	readonly after: string;
	/** 'unexplained' is a fault of the writer: tests hold that there is none. */
	readonly why: WrittenCell['why'] | 'recalculated' | 'unexplained';
}

/** The differing cells, sheet after sheet, in the order of rows and columns. */
export function cellChanges(
	original: ReadWorkbook,
	after: ReadWorkbook,
	outcome: Pick<WriteBack, 'written' | 'recalculated'>,
): CellChange[] {
	const reasons = new Map<string, CellChange['why']>();
	for (const { sheet, cell } of outcome.recalculated) {
		reasons.set(placeKey(sheet, cell), 'recalculated');
	}
	for (const { sheet, cell, why } of outcome.written) reasons.set(placeKey(sheet, cell), why);
	const changes: CellChange[] = [];
	const names = new Set([...original.sheets, ...after.sheets].map(({ name }) => name));
	for (const sheet of names) {
		const [before, now] = [cellsOf(original, sheet), cellsOf(after, sheet)];
		for (const { row, column } of placesOf(before, now)) {
			const [old, other] = [before.get(row)?.[column], now.get(row)?.[column]];
			if (isSame(old, other)) continue;
			const cell = cellReference(column, row);
			const why = reasons.get(placeKey(sheet, cell)) ?? 'unexplained';
			changes.push({ sheet, cell, before: old?.text ?? '', after: other?.text ?? '', why });
		}
	}
	return changes;
}

type Cells = ReadonlyMap<number, readonly (SheetCell | undefined)[]>;

function cellsOf(workbook: ReadWorkbook, name: string): Cells {
	const sheet = workbook.sheets.find((candidate) => candidate.name === name);
	return new Map(sheet?.rows.map(({ number, cells }) => [number, cells]));
}

function* placesOf(before: Cells, now: Cells): Generator<{ row: number; column: number }> {
	const rows = new Set([...before.keys(), ...now.keys()]);
	for (const row of [...rows].sort((a, b) => a - b)) {
		const width = Math.max(before.get(row)?.length ?? 0, now.get(row)?.length ?? 0);
		for (let column = 0; column < width; column += 1) yield { row, column };
	}
}

function isSame(a: SheetCell | undefined, b: SheetCell | undefined): boolean {
	return (
		(a?.kind ?? 'empty') === (b?.kind ?? 'empty') &&
		(a?.text ?? '') === (b?.text ?? '') &&
		a?.value === b?.value &&
		a?.formula === b?.formula
	);
}

function placeKey(sheet: string, cell: string): string {
	return `${sheet}!${cell}`;
}
