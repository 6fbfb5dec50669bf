/** What a board is made of: columns, and cards of any kind that have an id. */
import type { PillState } from '../feedback/pill-state.ts';

export interface BoardCard {
	readonly id: string;
}

export interface BoardColumn<Card extends BoardCard> {
	readonly id: string;
	readonly label: string;
	readonly state?: PillState | undefined;
	/** In the order in which they stand. */
	readonly cards: readonly Card[];
}

/** Where a card stands. */
export interface CardPlace {
	/** Index of the column. */
	readonly column: number;
	/** Index in the column. */
	readonly row: number;
}

/**
 * The card that a key leads to from another, undefined where the key leads nowhere. Left and right
 * keep to the same height, or the last card there is, and pass columns without cards.
 */
export function cardAfter<Card extends BoardCard>(
	columns: readonly BoardColumn<Card>[],
	{ column, row }: CardPlace,
	key: string,
	rtl = false,
): Card | undefined {
	const cards = columns[column]?.cards ?? [];
	if (key === 'ArrowDown') return cards[row + 1];
	if (key === 'ArrowUp') return cards[row - 1];
	if (key === 'Home') return cards[0];
	if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
	const onward = (key === 'ArrowRight') !== rtl;
	const others = onward ? columns.slice(column + 1) : columns.slice(0, column).toReversed();
	const next = others.find((other) => other.cards.length > 0);
	return next?.cards[Math.min(row, next.cards.length - 1)];
}

/** Where the card of this id stands; undefined where it is on no column. */
export function placeOf<Card extends BoardCard>(
	columns: readonly BoardColumn<Card>[],
	id: string,
): CardPlace | undefined {
	for (const [column, { cards }] of columns.entries()) {
		const row = cards.findIndex((card) => card.id === id);
		if (row >= 0) return { column, row };
	}
	return undefined;
}
