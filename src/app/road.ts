/** Where an open workbook stands on the road from scope to report. */
import type { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import { roadFacts } from '../model/guidance/road/road-facts.ts';
import { standOnRoad, type RoadStanding } from '../model/guidance/road/standing.ts';

/** Reads every control: for places that show the road. */
export function roadOf(live: LiveWorkbook): readonly RoadStanding[] {
	return standOnRoad(
		roadFacts({
			today: live.today,
			scope: live.scope,
			assessment: (criterion) => live.assessment(criterion),
			controls: live.controls,
			gaps: live.records('gaps'),
			boundary: live.records('boundary'),
			commitments: live.records('commitments'),
			systems: live.records('systems'),
			people: live.records('people'),
			vendors: live.records('vendors'),
			complementary: live.records('complementary'),
		}),
	);
}
