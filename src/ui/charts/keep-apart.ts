/** Labels that would cover one another are moved apart, as little as it takes. */

/**
 * Places for labels of one `size` on a line from 0 to `limit`, at least `size` apart, in the order
 * of the places wanted (their middles). Where the line is too short for all they overlap evenly.
 */
export function keepApart(
	wanted: readonly number[],
	size: number,
	limit: number,
): readonly number[] {
	const space = Math.min(size, wanted.length > 1 ? (limit - size) / (wanted.length - 1) : size);
	const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]!);
	const places = [...wanted];
	let earliest = size / 2;
	for (const index of order) {
		places[index] = Math.max(wanted[index]!, earliest);
		earliest = places[index] + space;
	}
	let latest = limit - size / 2;
	for (const index of order.toReversed()) {
		places[index] = Math.min(places[index]!, latest);
		latest = places[index] - space;
	}
	return places;
}
