/**
 * Which key means what in the grid, as in Excel and Google Sheets, while moving about and while
 * editing. Keys an editor uses itself never come here.
 */
import type { GridPlace } from '../grid-column.ts';

export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>;

export type Step =
	| { readonly kind: 'by'; readonly rows: number; readonly columns: number }
	| { readonly kind: 'page'; readonly direction: 1 | -1 }
	| { readonly kind: 'edge'; readonly row?: 'first' | 'last'; readonly column?: 'first' | 'last' }
	| { readonly kind: 'tab'; readonly direction: 1 | -1 }
	/** To the edge of data: the end of a run of filled cells, or the next one over a gap. */
	| { readonly kind: 'data'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 };

export type Intent =
	| { readonly kind: 'move'; readonly step: Step }
	/** Shift with a move: the selection reaches there. */
	| { readonly kind: 'extend'; readonly step: Step }
	| { readonly kind: 'select'; readonly what: 'all' | 'rows' | 'columns' }
	| { readonly kind: 'repeat'; readonly towards: 'down' | 'right' }
	| { readonly kind: 'edit'; readonly typed: string | undefined; readonly opensList?: true }
	| { readonly kind: 'enter' }
	| { readonly kind: 'enterBack' }
	| { readonly kind: 'clear' }
	| { readonly kind: 'release' };

export type EditIntent =
	/** `fill`: into every selected cell. */
	| { readonly kind: 'commit'; readonly after: 'down' | 'up' | 'fill' | 1 | -1 }
	| { readonly kind: 'cancel' };

const arrows: Readonly<Record<string, Step>> = {
	ArrowUp: { kind: 'by', rows: -1, columns: 0 },
	ArrowDown: { kind: 'by', rows: 1, columns: 0 },
	ArrowLeft: { kind: 'by', rows: 0, columns: -1 },
	ArrowRight: { kind: 'by', rows: 0, columns: 1 },
};

const withControl: Readonly<Record<string, Step>> = {
	Home: { kind: 'edge', row: 'first', column: 'first' },
	End: { kind: 'edge', row: 'last', column: 'last' },
	ArrowUp: { kind: 'data', rows: -1, columns: 0 },
	ArrowDown: { kind: 'data', rows: 1, columns: 0 },
	ArrowLeft: { kind: 'data', rows: 0, columns: -1 },
	ArrowRight: { kind: 'data', rows: 0, columns: 1 },
};

const withControlLetter: Readonly<Record<string, Intent>> = {
	a: { kind: 'select', what: 'all' },
	d: { kind: 'repeat', towards: 'down' },
	r: { kind: 'repeat', towards: 'right' },
	' ': { kind: 'select', what: 'columns' },
};

const plain: Readonly<Record<string, Step>> = {
	...arrows,
	Home: { kind: 'edge', column: 'first' },
	End: { kind: 'edge', column: 'last' },
	PageUp: { kind: 'page', direction: -1 },
	PageDown: { kind: 'page', direction: 1 },
};

/** What a key asks for while no cell is edited; undefined leaves it to the browser. */
export function intentOf(press: KeyPress): Intent | undefined {
	const { key, shiftKey } = press;
	if (press.isComposing) return undefined;
	if (press.ctrlKey || press.metaKey) {
		// Ctrl+Shift+R is the browser's: it loads the page anew.
		const letter = shiftKey ? undefined : withControlLetter[key.toLowerCase()];
		return letter ?? moveBy(withControl[key], shiftKey);
	}
	if (press.altKey)
		return key === 'ArrowDown' && !shiftKey
			? { kind: 'edit', typed: undefined, opensList: true }
			: undefined;
	if (key === 'Tab') return moveBy({ kind: 'tab', direction: shiftKey ? -1 : 1 });
	if (key === 'Enter') return { kind: shiftKey ? 'enterBack' : 'enter' };
	// Shift+F2 is for a comment, as in Excel: whoever has comments answers it.
	if (key === 'F2') return shiftKey ? undefined : { kind: 'edit', typed: undefined };
	if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
	if (key === 'Escape') return { kind: 'release' };
	if (key === ' ' && shiftKey) return { kind: 'select', what: 'rows' };
	if (startsComposition(key)) return { kind: 'edit', typed: '' };
	if (isPrintable(key)) return { kind: 'edit', typed: key };
	return moveBy(plain[key], shiftKey);
}

/** What a key asks for while a cell is edited; undefined leaves it to the editor. */
export function editIntentOf(press: KeyPress): EditIntent | undefined {
	const { key, shiftKey } = press;
	if (press.isComposing || press.altKey) return undefined;
	if (press.ctrlKey || press.metaKey)
		return key === 'Enter' ? { kind: 'commit', after: 'fill' } : undefined;
	if (key === 'Escape') return { kind: 'cancel' };
	if (key === 'Enter') return { kind: 'commit', after: shiftKey ? 'up' : 'down' };
	if (key === 'Tab') return { kind: 'commit', after: shiftKey ? -1 : 1 };
	return undefined;
}

function moveBy(step: Step | undefined, extend = false): Intent | undefined {
	return step && { kind: extend ? 'extend' : 'move', step };
}

/** A dead key, or one an input method takes: the editor has to be there before it is composed. */
function startsComposition(key: string): boolean {
	return key === 'Dead' || key === 'Process';
}

/** A printable character is its own key name, of one code point; others have names (Home, F1). */
function isPrintable(key: string): boolean {
	return String.fromCodePoint(key.codePointAt(0) ?? 0) === key;
}

export interface GridExtent {
	readonly rowCount: number;
	readonly columnCount: number;
	/** The row one screen above or below `row`. */
	readonly pageFrom: (row: number, direction: 1 | -1) => number;
	readonly isFilled: (place: GridPlace) => boolean;
	/** True for a row that is no data: steps over data pass it. */
	readonly isPassed: (row: number) => boolean;
}

/**
 * Where a step leads, kept inside the grid. Undefined where Tab runs out of cells at the end or
 * beginning.
 */
export function stepFrom(place: GridPlace, step: Step, extent: GridExtent): GridPlace | undefined {
	const { rowCount, columnCount, pageFrom } = extent;
	const { row, column } = place;
	const within = (value: number, count: number): number => Math.max(-1, Math.min(value, count - 1));
	switch (step.kind) {
		case 'by':
			return {
				row: within(row + step.rows, rowCount),
				column: within(column + step.columns, columnCount),
			};
		case 'page':
			return { row: within(Math.max(0, pageFrom(row, step.direction)), rowCount), column };
		case 'edge':
			return {
				row: edge(step.row, row, rowCount),
				column: edge(step.column, column, columnCount),
			};
		case 'tab':
			return tabFrom(place, step.direction, extent);
		case 'data':
			return edgeOfData(place, step, extent);
	}
}

function edgeOfData(
	place: GridPlace,
	step: Step & { kind: 'data' },
	{ rowCount, columnCount, isFilled, isPassed }: GridExtent,
): GridPlace {
	const isInside = ({ row, column }: GridPlace): boolean =>
		row >= Math.min(0, place.row) &&
		row < rowCount &&
		column >= Math.min(0, place.column) &&
		column < columnCount;
	const after = ({ row, column }: GridPlace): GridPlace => {
		let next = row + step.rows;
		while (step.rows !== 0 && isPassed(next)) next += step.rows;
		return { row: next, column: column + step.columns };
	};
	// Along the heads there is no data to stop at.
	const hasData = (at: GridPlace): boolean => at.row >= 0 && at.column >= 0 && isFilled(at);
	let at = place;
	const inRun = hasData(place) && isInside(after(place)) && hasData(after(place));
	while (isInside(after(at))) {
		if (inRun && !hasData(after(at))) break;
		at = after(at);
		if (!inRun && hasData(at)) break;
	}
	return at;
}

function edge(to: 'first' | 'last' | undefined, from: number, count: number): number {
	if (to === undefined) return from;
	return to === 'first' ? Math.min(0, count - 1) : count - 1;
}

/** Tab walks the cells of a row and goes on in the next; it skips the heads of rows. */
function tabFrom(
	{ row, column }: GridPlace,
	direction: 1 | -1,
	{ rowCount, columnCount, isPassed }: GridExtent,
): GridPlace | undefined {
	const next = column + direction;
	if (next >= 0 && next < columnCount && !isPassed(row)) return { row, column: next };
	let nextRow = row + direction;
	while (isPassed(nextRow)) nextRow += direction;
	if (nextRow < -1 || nextRow >= rowCount) return undefined;
	return { row: nextRow, column: direction === 1 ? 0 : columnCount - 1 };
}
