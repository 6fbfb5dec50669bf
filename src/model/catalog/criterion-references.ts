/** What elsewhere in the catalogue belongs to a criterion; apart from it, since the start needs none of it. */
import data from './criterion-references.json' with { type: 'json' };

export interface CriterionReferences {
	/** Ids of evidence types that commonly show it, the usual ones first. */
	readonly typicalEvidence: readonly string[];
	/** Ids of common gaps seen under it. */
	readonly commonGaps: readonly string[];
	/** Ids of the starter library's controls that name it. */
	readonly libraryControls: readonly string[];
}

const byCriterion: ReadonlyMap<string, CriterionReferences> = new Map(Object.entries(data));
const none: CriterionReferences = { typicalEvidence: [], commonGaps: [], libraryControls: [] };

/** Empty for an id that is no criterion. */
export function referencesOf(criterion: string): CriterionReferences {
	return byCriterion.get(criterion) ?? none;
}
