/**
 * 108 kinds of evidence in our own words: what a good one shows, how often it arises, how old it
 * may grow. Ages follow the cadence plus some grace; they are practice, not a standard.
 */
import data from './evidence-types.json' with { type: 'json' };

export interface EvidenceType {
	/** `ev-access-review`. */
	readonly id: string;
	readonly label: string;
	/** Token of the vocabulary `frequency`. */
	readonly cadence: string;
	/** True where a list of all events of the period is asked for and items are drawn from it. */
	readonly populationBased: boolean;
	/**
	 * Days: how old the newest item may be at the end of the period, or today while it runs. Absent
	 * where an item instead carries the date of an event inside the period.
	 */
	readonly stalenessDays?: number;
	/** What a good one shows, as a clause without capital and full stop. */
	readonly goodShows: string;
	/** Whether it must be shown that the list is complete and accurate, and how that is usually done. */
	readonly completeness: { readonly needed: boolean; readonly how?: string };
	/** Criteria it commonly supports. */
	readonly criteria: readonly string[];
}

export const evidenceTypes = data as readonly EvidenceType[];

const typeById = new Map(evidenceTypes.map((type) => [type.id, type]));

/** The evidence type of an id, or undefined where none exists. */
export function evidenceTypeById(id: string): EvidenceType | undefined {
	return typeById.get(id);
}

/** The words for an evidence type; the value itself where it is no id (evidence somebody typed). */
export function evidenceTypeLabel(id: string): string {
	return typeById.get(id)?.label ?? id;
}
