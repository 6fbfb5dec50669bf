/** The criteria as a map: a tile each, in rows of series and groups of categories. */
import { criterionSeries, type CategoryFacts } from '../../model/catalog/criteria.ts';
import { percent } from '../../base/percent.ts';
import { criterionStandings, standingWords } from '../../model/rules/criteria/standing.ts';
import type { MapGroup, MapTile } from '../../ui/charts/state-map.ts';
import type { StateWord } from '../../ui/charts/state-word.ts';
import { conclusionWords, isAtOdds, rowWords, type CriterionRow } from './criterion-row.ts';

/** The states of criteria are those that things are shown in, by the same names. */
export const standingStates: readonly StateWord[] = criterionStandings.map((state) => ({
	state,
	label: standingWords[state],
}));

export function criteriaMap(
	categories: readonly CategoryFacts[],
	rows: readonly CriterionRow[],
): readonly MapGroup[] {
	return categories
		.map(({ id, label }) => ({
			id,
			label,
			rows: criterionSeries
				.filter(({ category }) => category === id)
				.map((series) => ({
					id: series.id,
					text: series.id,
					label: series.title,
					tiles: rows.filter((row) => row.criterion.series === series.id).map(tileOf),
				}))
				.filter(({ tiles }) => tiles.length > 0),
		}))
		.filter((group) => group.rows.length > 0);
}

function tileOf(row: CriterionRow): MapTile {
	const { id, criterion, standing, score } = row;
	return {
		id,
		text: id,
		label: criterion.label,
		state: standing ?? 'none',
		figure: standing !== undefined && standing !== 'none' ? percent(score.low) : undefined,
		detail: rowWords(row),
		marks: isAtOdds(row)
			? [{ state: 'late', label: `You concluded otherwise: ${conclusionWords(row.assessment)}` }]
			: [],
		dimmed: standing === undefined,
	};
}
