/** The id of the next gap, counted on from those that stand: G-07 after G-06, GAP-112 after GAP-111. */
import type { Gap } from '../../registers/gaps.ts';

const numbered = /^(.*?)(\d+)$/;

/** `offset` ids further, for several at once. Retired gaps count: their ids stay taken. */
export function nextGapId(gaps: readonly Pick<Gap, 'gapId'>[], offset = 0): string {
	let [prefix, highest, width] = ['G-', 0, 2];
	for (const { gapId } of gaps) {
		const [, before, digits] = numbered.exec(gapId.trim()) ?? [];
		if (before === undefined || digits === undefined || Number(digits) <= highest) continue;
		[prefix, highest, width] = [before, Number(digits), digits.length];
	}
	return `${prefix}${String(highest + 1 + offset).padStart(width, '0')}`;
}
