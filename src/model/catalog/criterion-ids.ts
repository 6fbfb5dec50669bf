/**
 * The published ids of the 61 trust services criteria, in catalogue order. They stand apart from what
 * the catalogue says of each, as reading a workbook needs no more.
 */

/** CC1.1 … CC9.2, A1, C1, PI1, P1 … P8. */
export const criterionIds: readonly string[] = `
	CC1.1 CC1.2 CC1.3 CC1.4 CC1.5
	CC2.1 CC2.2 CC2.3
	CC3.1 CC3.2 CC3.3 CC3.4
	CC4.1 CC4.2
	CC5.1 CC5.2 CC5.3
	CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8
	CC7.1 CC7.2 CC7.3 CC7.4 CC7.5
	CC8.1
	CC9.1 CC9.2
	A1.1 A1.2 A1.3
	C1.1 C1.2
	PI1.1 PI1.2 PI1.3 PI1.4 PI1.5
	P1.1
	P2.1
	P3.1 P3.2
	P4.1 P4.2 P4.3
	P5.1 P5.2
	P6.1 P6.2 P6.3 P6.4 P6.5 P6.6 P6.7
	P7.1
	P8.1
`
	.trim()
	.split(/\s+/);

const positionById = new Map(criterionIds.map((id, position) => [id, position]));

/** True for the 61 ids that exist. */
export function isCriterionId(id: string): boolean {
	return positionById.has(id);
}

/** Where an id stands in the catalogue, from 0; undefined where none such exists. */
export function positionOfCriterion(id: string): number | undefined {
	return positionById.get(id);
}

/** Catalogue order; ids that do not exist come after all that do, alphabetically. */
export function compareCriteria(a: string, b: string): number {
	const [left, right] = [positionById.get(a), positionById.get(b)];
	if (left !== undefined && right !== undefined) return left - right;
	if (left !== undefined) return -1;
	if (right !== undefined) return 1;
	return a.localeCompare(b, 'en', { numeric: true });
}
