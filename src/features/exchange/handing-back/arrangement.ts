/**
 * The cells of a file that goes back, in the order in which they are looked at: conflicts first, then
 * sheet by sheet the controls with their cells, at the end of each sheet what is worked out anew.
 */
import type { HandBackCell } from '../../../exchange/hand-back/order.ts';
import type { ControlId } from '../../../model/records/control.ts';

/** One line of the outline; those inside a line follow it. */
export interface OutlineLine {
	readonly key: string;
	readonly kind: 'conflicts' | 'sheet' | 'control' | 'recalculated' | 'cell';
	/** From 1. */
	readonly level: number;
	/** Its place among the lines of its level under the same line, from 1, and how many those are. */
	readonly place: number;
	readonly count: number;
	readonly sheet: string;
	/** Whose cells these are; undefined where no control stands behind them. */
	readonly control: ControlId | undefined;
	/** What it stands for: one cell, or all of a group. */
	readonly cells: readonly HandBackCell[];
	/** How many lines are inside it, at any depth. */
	readonly inside: number;
}

/** Every line, nothing folded. */
export function outline(cells: readonly HandBackCell[]): readonly OutlineLine[] {
	const conflicts = cells.filter(({ conflict }) => conflict !== undefined);
	const others = cells.filter(({ conflict }) => conflict === undefined);
	const sheets = groupsBy(others, ({ sheet }) => sheet);
	const count = sheets.length + (conflicts.length > 0 ? 1 : 0);
	const lines: OutlineLine[] = [];
	if (conflicts.length > 0) {
		const inside = controlLines('conflicts', '', conflicts);
		lines.push(section('conflicts', '', conflicts, 1, count, inside.length), ...inside);
	}
	sheets.forEach(([sheet, ofSheet], at) => {
		const inside = controlLines(`sheet ${sheet}`, sheet, ofSheet);
		const place = count - sheets.length + at + 1;
		lines.push(section('sheet', sheet, ofSheet, place, count, inside.length), ...inside);
	});
	return lines;
}

/** The lines that are in sight while those with the keys of `folded` are folded. */
export function unfolded(
	lines: readonly OutlineLine[],
	folded: ReadonlySet<string>,
): readonly OutlineLine[] {
	if (folded.size === 0) return lines;
	const seen: OutlineLine[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at]!;
		seen.push(line);
		if (folded.has(line.key)) at += line.inside;
	}
	return seen;
}

function section(
	kind: 'conflicts' | 'sheet',
	sheet: string,
	cells: readonly HandBackCell[],
	place: number,
	count: number,
	inside: number,
): OutlineLine {
	const key = `${kind} ${sheet}`;
	return { key, kind, level: 1, place, count, sheet, control: undefined, cells, inside };
}

/** The controls of one section with their cells, then its recalculated cells together. */
function controlLines(
	under: string,
	sheet: string,
	cells: readonly HandBackCell[],
): readonly OutlineLine[] {
	const recalculated = cells.filter(({ why }) => why === 'recalculated');
	const written = cells.filter(({ why }) => why !== 'recalculated');
	const controls = groupsBy(written, ({ control }) => control ?? '');
	const count = controls.length + (recalculated.length > 0 ? 1 : 0);
	const lines = controls.flatMap(([id, ofControl], at): readonly OutlineLine[] => {
		const control = id === '' ? undefined : id;
		const line = { sheet, control, cells: ofControl, inside: ofControl.length };
		const key = `${under} control ${id}`;
		return [
			{ ...line, key, kind: 'control', level: 2, place: at + 1, count },
			...cellLines(sheet, ofControl),
		];
	});
	if (recalculated.length === 0) return lines;
	return [
		...lines,
		{
			key: `${under} recalculated`,
			kind: 'recalculated',
			level: 2,
			place: count,
			count,
			sheet,
			control: undefined,
			cells: recalculated,
			inside: recalculated.length,
		},
		...cellLines(sheet, recalculated),
	];
}

function cellLines(sheet: string, cells: readonly HandBackCell[]): readonly OutlineLine[] {
	return cells.map((cell, at) => ({
		// A cell can be recalculated beside being written.
		key: `${cell.why === 'recalculated' ? 'recalculated' : 'cell'} ${cell.key}`,
		kind: 'cell',
		level: 3,
		place: at + 1,
		count: cells.length,
		sheet,
		control: cell.control,
		cells: [cell],
		inside: 0,
	}));
}

/** Groups in the order of their first member. */
function groupsBy<Key extends string>(
	cells: readonly HandBackCell[],
	keyOf: (cell: HandBackCell) => Key,
): readonly (readonly [Key, readonly HandBackCell[]])[] {
	const groups = new Map<Key, HandBackCell[]>();
	for (const cell of cells) {
		const key = keyOf(cell);
		const group = groups.get(key);
		if (group) group.push(cell);
		else groups.set(key, [cell]);
	}
	return [...groups];
}
