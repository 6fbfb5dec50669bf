/** A finding that something is missing altogether: no record is wrong, one is wanted. */
import type { Facts, RecordRef } from './facts.ts';
import type { Found, MendPlace } from './finding.ts';

/** `criteria` are those it would serve; the ones out of scope are left out. */
export function foundMissing(
	facts: Facts,
	at: MendPlace,
	criteria: readonly string[],
	records: readonly RecordRef[] = [],
): Found {
	const touched = criteria.filter((id) => facts.criteria.includes(id));
	return { records, values: {}, at, criteria: touched };
}

/** Where evidence is added. */
export const inEvidence: MendPlace = { kind: 'register', register: 'evidence' };

/** Where the starter library offers controls for a criterion. */
export function inLibrary(criterion: string): MendPlace {
	return { kind: 'place', place: `library/${criterion}` };
}
