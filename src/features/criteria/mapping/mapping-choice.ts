/** One line of a mapping: something that can be chosen, and what helps to decide. */
export interface MappingChoice {
	readonly id: string;
	readonly name: string;
	readonly title: string;
	/** Quieter, under the title. */
	readonly hint: string;
	readonly isLikely: boolean;
}

/** In the order to choose in: what is chosen, what is likely by how likely, the rest as it stood. */
export function inChoosingOrder<Given extends { readonly id: string }>(
	all: readonly Given[],
	isChosen: (id: string) => boolean,
	likely: readonly string[],
): readonly Given[] {
	const places = new Map(likely.map((id, place) => [id, place]));
	const rank = ({ id }: Given) =>
		isChosen(id) ? -1 : (places.get(id) ?? Number.POSITIVE_INFINITY);
	return all
		.map((one, place) => ({ one, place, rank: rank(one) }))
		.sort((a, b) => (a.rank === b.rank ? a.place - b.place : a.rank - b.rank))
		.map(({ one }) => one);
}
