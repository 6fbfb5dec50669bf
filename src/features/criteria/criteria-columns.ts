/** The columns of the list of criteria, and what each is sorted by. */
import { compareCriteria } from '../../model/catalog/criterion-ids.ts';
import { criterionStandings } from '../../model/rules/criteria/standing.ts';
import { vocabularies } from '../../model/records/vocabulary.ts';
import { acceptedEvidence, openGaps, type CriterionRow } from './criterion-row.ts';

export type CriteriaColumn =
	'id' | 'standing' | 'controls' | 'score' | 'findings' | 'gaps' | 'evidence' | 'conclusion';

export const criteriaColumns: readonly {
	readonly key: CriteriaColumn;
	readonly label: string;
	readonly numeric?: boolean;
}[] = [
	{ key: 'id', label: 'Criterion' },
	{ key: 'standing', label: 'State' },
	{ key: 'score', label: 'Score', numeric: true },
	{ key: 'controls', label: 'Controls', numeric: true },
	{ key: 'findings', label: 'Findings', numeric: true },
	{ key: 'gaps', label: 'Open gaps', numeric: true },
	{ key: 'evidence', label: 'Evidence accepted', numeric: true },
	{ key: 'conclusion', label: 'Your conclusion' },
];

export interface CriteriaSort {
	readonly key: CriteriaColumn;
	readonly isDescending: boolean;
}

/** Equals stand in the catalogue's order whichever way. */
export function sortedRows(
	rows: readonly CriterionRow[],
	{ key, isDescending }: CriteriaSort,
): readonly CriterionRow[] {
	const turn = isDescending ? -1 : 1;
	return rows.toSorted((a, b) => turn * compare(a, b, key) || compareCriteria(a.id, b.id));
}

function compare(a: CriterionRow, b: CriterionRow, key: CriteriaColumn): number {
	return key === 'id' ? compareCriteria(a.id, b.id) : rank(a, key) - rank(b, key);
}

function rank(row: CriterionRow, key: Exclude<CriteriaColumn, 'id'>): number {
	switch (key) {
		case 'standing':
			return row.standing ? criterionStandings.indexOf(row.standing) : criterionStandings.length;
		case 'controls':
			return row.score.controls.length;
		case 'score':
			return row.score.low + row.score.high / 1000;
		case 'findings':
			return row.findings.length;
		case 'gaps':
			return openGaps(row).length;
		case 'evidence':
			return row.evidence.length === 0 ? -1 : acceptedEvidence(row) / row.evidence.length;
		case 'conclusion': {
			const at = vocabularies.conclusion.terms.findIndex(
				({ token }) => token === row.assessment.conclusion,
			);
			return at < 0 ? vocabularies.conclusion.terms.length : at;
		}
	}
}
