/** The gap that plans the mending of a finding, where there is one. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { isOpenGap, type Gap } from '../../model/registers/gaps.ts';

/** Open gaps by the key of the finding each came from. */
export function gapsByFinding(workbook: LiveWorkbook): ReadonlyMap<string, Gap> {
	return new Map(
		workbook
			.records('gaps')
			.filter((gap) => gap.findingKey !== '' && isOpenGap(gap))
			.map((gap) => [gap.findingKey, gap]),
	);
}
