/** What a map of states is made of, and how the arrow keys walk over it. */
import type { PillState } from '../feedback/pill-state.ts';

export interface MapTile {
	readonly id: string;
	/** The few signs that stand on it. */
	readonly text: string;
	/** Its name in full. */
	readonly label: string;
	readonly state: PillState;
	/** A number beside the text, such as a count. */
	readonly figure?: string | undefined;
	/** What the number and all else of note means, in words. */
	readonly detail?: string | undefined;
	readonly marks?: readonly { readonly state: PillState; readonly label: string }[] | undefined;
	/** Shown, but not counted. */
	readonly dimmed?: boolean | undefined;
}

export interface MapRow {
	readonly id: string;
	/** The short name before the tiles. */
	readonly text: string;
	readonly label: string;
	readonly tiles: readonly MapTile[];
}

/** Rows that belong together; a group of one row needs no name, its row has one. */
export interface MapGroup {
	readonly id: string;
	readonly label: string;
	readonly rows: readonly MapRow[];
}

/** Its text and name as one: the text once, where the name begins with it. */
export function tileName({ text, label }: MapTile): string {
	return label.startsWith(text) ? label : `${text} ${label}`;
}

/**
 * The tile that a key leads to from another, undefined where the key leads nowhere. Up and down
 * keep to the same place in the row, or the last there is.
 */
export function tileAfter(
	groups: readonly MapGroup[],
	from: string,
	key: string,
	{ ctrl = false, rtl = false } = {},
): MapTile | undefined {
	const rows = groups.flatMap((group) => group.rows).filter(({ tiles }) => tiles.length > 0);
	const row = rows.findIndex(({ tiles }) => tiles.some(({ id }) => id === from));
	const tiles = rows[row]?.tiles ?? [];
	const place = tiles.findIndex(({ id }) => id === from);
	const onward = rtl ? -1 : 1;
	if (key === 'ArrowRight') return tiles[place + onward];
	if (key === 'ArrowLeft') return tiles[place - onward];
	if (key === 'ArrowDown') return atOrLast(rows[row + 1], place);
	if (key === 'ArrowUp') return atOrLast(rows[row - 1], place);
	if (key === 'Home') return ctrl ? rows[0]?.tiles[0] : tiles[0];
	if (key === 'End') return ctrl ? rows.at(-1)?.tiles.at(-1) : tiles.at(-1);
	return undefined;
}

function atOrLast(row: MapRow | undefined, place: number): MapTile | undefined {
	return row?.tiles[Math.min(place, row.tiles.length - 1)];
}
