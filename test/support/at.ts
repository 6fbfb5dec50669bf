/** The element at a place that must be there. */
export function at<Item>(items: readonly Item[], place: number): Item {
	const item = items[place];
	if (item === undefined) throw new Error(`Nothing at place ${place} of ${items.length}`);
	return item;
}
