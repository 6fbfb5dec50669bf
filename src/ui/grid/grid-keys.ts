/**
 * Which key means what in the grid, as in Excel and Google Sheets, while moving about and while
 * editing. Keys an editor uses itself never come here.
 */
import type { GridPlace } from './grid-column.ts';

export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>;

export type Step =
	| { readonly kind: 'by'; readonly rows: number; readonly columns: number }
	| { readonly kind: 'page'; readonly direction: 1 | -1 }
	| { readonly kind: 'edge'; readonly row?: 'first' | 'last'; readonly column?: 'first' | 'last' }
	| { readonly kind: 'tab'; readonly direction: 1 | -1 };

export type Intent =
	| { readonly kind: 'move'; readonly step: Step }
	| { readonly kind: 'edit'; readonly typed: string | undefined }
	| { readonly kind: 'enter' }
	| { readonly kind: 'clear' }
	| { readonly kind: 'release' };

export type EditIntent =
	{ readonly kind: 'commit'; readonly after: 'down' | 'up' | 1 | -1 } | { readonly kind: 'cancel' };

const arrows: Readonly<Record<string, Step>> = {
	ArrowUp: { kind: 'by', rows: -1, columns: 0 },
	ArrowDown: { kind: 'by', rows: 1, columns: 0 },
	ArrowLeft: { kind: 'by', rows: 0, columns: -1 },
	ArrowRight: { kind: 'by', rows: 0, columns: 1 },
};

const withControl: Readonly<Record<string, Step>> = {
	Home: { kind: 'edge', row: 'first', column: 'first' },
	End: { kind: 'edge', row: 'last', column: 'last' },
	ArrowUp: { kind: 'edge', row: 'first' },
	ArrowDown: { kind: 'edge', row: 'last' },
	ArrowLeft: { kind: 'edge', column: 'first' },
	ArrowRight: { kind: 'edge', column: 'last' },
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
	if (press.ctrlKey || press.metaKey) return moveBy(withControl[key]);
	if (press.altKey) return key === 'ArrowDown' ? { kind: 'edit', typed: undefined } : undefined;
	if (key === 'Tab') return moveBy({ kind: 'tab', direction: shiftKey ? -1 : 1 });
	if (key === 'Enter') return shiftKey ? moveBy(arrows['ArrowUp']) : { kind: 'enter' };
	if (key === 'F2') return { kind: 'edit', typed: undefined };
	if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
	if (key === 'Escape') return { kind: 'release' };
	if (isPrintable(key)) return { kind: 'edit', typed: key };
	return moveBy(plain[key]);
}

/** What a key asks for while a cell is edited; undefined leaves it to the editor. */
export function editIntentOf(press: KeyPress): EditIntent | undefined {
	const { key, shiftKey } = press;
	if (press.isComposing || press.altKey || press.ctrlKey || press.metaKey) return undefined;
	if (key === 'Escape') return { kind: 'cancel' };
	if (key === 'Enter') return { kind: 'commit', after: shiftKey ? 'up' : 'down' };
	if (key === 'Tab') return { kind: 'commit', after: shiftKey ? -1 : 1 };
	return undefined;
}

function moveBy(step: Step | undefined): Intent | undefined {
	return step && { kind: 'move', step };
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
}

/**
 * Where a step leads, kept inside the grid. Undefined where Tab runs out of cells at the end or
 * beginning.
 */
export function stepFrom(
	place: GridPlace,
	step: Step,
	{ rowCount, columnCount, pageFrom }: GridExtent,
): GridPlace | undefined {
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
			return tabFrom(place, step.direction, rowCount, columnCount);
	}
}

function edge(to: 'first' | 'last' | undefined, from: number, count: number): number {
	if (to === undefined) return from;
	return to === 'first' ? Math.min(0, count - 1) : count - 1;
}

/** Tab walks the cells of a row and goes on in the next; it skips the heads of rows. */
function tabFrom(
	{ row, column }: GridPlace,
	direction: 1 | -1,
	rowCount: number,
	columnCount: number,
): GridPlace | undefined {
	const next = column + direction;
	if (next >= 0 && next < columnCount) return { row, column: next };
	const nextRow = row + direction;
	if (nextRow < -1 || nextRow >= rowCount) return undefined;
	return { row: nextRow, column: direction === 1 ? 0 : columnCount - 1 };
}
