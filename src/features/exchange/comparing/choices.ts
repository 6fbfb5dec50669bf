/**
 * What a person decided about the next version of a file: which side of a cell, which rows come in,
 * which controls go. Choices are values: each change gives new ones.
 */
import type { ControlId } from '../../../model/records/control.ts';
import type {
	AddedRow,
	ColumnKey,
	ComparedCell,
	ComparedRow,
	MatchedRow,
} from '../../../exchange/next-version/comparison.ts';

export type Side = 'theirs' | 'ours';

export interface Choices {
	/** Control and column → the side that was chosen against or without a proposal. */
	readonly sides: ReadonlyMap<string, Side>;
	/** Row of the new file → whether it comes in. */
	readonly rows: ReadonlyMap<number, boolean>;
	readonly retired: ReadonlySet<ControlId>;
	/** Controls that are not what the row put together with them is about. */
	readonly apart: ReadonlySet<ControlId>;
}

export const noChoices: Choices = {
	sides: new Map(),
	rows: new Map(),
	retired: new Set(),
	apart: new Set(),
};

/** The side of a cell that will stand; undefined where it has to be chosen. */
export function sideOf(
	{ sides }: Choices,
	control: ControlId,
	{ key, state }: Pick<ComparedCell, 'key' | 'state'>,
): Side | undefined {
	if (state === 'both' || state === 'ours') return 'ours';
	return sides.get(cellKey(control, key)) ?? (state === 'conflict' ? undefined : 'theirs');
}

/** True for a cell where taking the new file would change what stands here. */
export function isChoice({ state }: Pick<ComparedCell, 'state'>): boolean {
	return state === 'theirs' || state === 'merged' || state === 'conflict';
}

/** A row comes in unless the person says otherwise or there is a doubt about it. */
export function comesIn({ rows }: Choices, { row, doubt }: AddedRow): boolean {
	return rows.get(row.row) ?? doubt === '';
}

export function withSides(
	choices: Choices,
	cells: Iterable<readonly [ControlId, ColumnKey]>,
	side: Side,
): Choices {
	const sides = new Map(choices.sides);
	for (const [control, key] of cells) sides.set(cellKey(control, key), side);
	return { ...choices, sides };
}

export function withRows(choices: Choices, rows: Iterable<number>, isIn: boolean): Choices {
	const chosen = new Map(choices.rows);
	for (const row of rows) chosen.set(row, isIn);
	return { ...choices, rows: chosen };
}

export function withRetired(
	choices: Choices,
	controls: Iterable<ControlId>,
	isRetired: boolean,
): Choices {
	const retired = new Set(choices.retired);
	for (const control of controls) {
		if (isRetired) retired.add(control);
		else retired.delete(control);
	}
	return { ...choices, retired };
}

export function withApart(choices: Choices, control: ControlId, isApart: boolean): Choices {
	const apart = new Set(choices.apart);
	if (isApart) apart.add(control);
	else apart.delete(control);
	return { ...choices, apart };
}

/** The rows with those said to be something else taken apart: one that is added, one that is gone. */
export function takenApart(
	rows: readonly ComparedRow[],
	{ apart }: Pick<Choices, 'apart'>,
): readonly ComparedRow[] {
	if (apart.size === 0) return rows;
	const isApart = (row: ComparedRow): row is MatchedRow & { readonly draft: AddedRow } =>
		row.kind === 'matched' && row.draft !== undefined && apart.has(row.control);
	const gone = rows.filter(isApart).map(({ control }) => ({ kind: 'removed', control }) as const);
	return [...rows.map((row) => (isApart(row) ? row.draft : row)), ...gone];
}

function cellKey(control: ControlId, key: ColumnKey): string {
	return `${control}/${key}`;
}
