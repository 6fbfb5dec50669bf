/** How wide the column of record IDs begins: ids without spaces should not break over lines. */

/** CSS pixels at the usual text size: of one letter, of what is around the text, and the limits. */
const letter = 8.25;
const around = 22;
const narrowest = 110;
const widest = 240;
/** One id in twenty may be odd: a sentence, or a list of ids. */
const share = 0.95;

/** The width that all but the oddest of the ids need, within limits. */
export function idWidth(ids: readonly string[]): number {
	const counts: number[] = [];
	for (const { length } of ids) counts[length] = (counts[length] ?? 0) + 1;
	let within = 0;
	// Lengths that no id has are holes, which add nothing.
	const longest = counts.findIndex((count: number | undefined) => {
		within += count ?? 0;
		return within >= share * ids.length;
	});
	return Math.min(widest, Math.max(narrowest, Math.ceil(longest * letter + around)));
}
