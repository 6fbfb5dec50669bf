/** Which register the rows of a sheet belong to by what the sheet is. */
import type { Destination } from '../destinations.ts';
import type { SheetKind } from '../proposal/proposal.ts';

const registers: Partial<Record<SheetKind, Destination>> = {
	risks: 'risks',
	vendors: 'vendors',
	policies: 'policies',
	gaps: 'gaps',
	evidence: 'evidence',
	requests: 'evidence',
	accessReview: 'people',
	systems: 'systems',
	people: 'people',
	boundary: 'boundary',
	commitments: 'commitments',
	complementary: 'complementary',
	requirements: 'requirements',
	criteria: 'criteria',
};

/** The register of a sheet's rows; the matrix where the kind tells nothing better. */
export function registerOfKind(kind: SheetKind): Destination {
	return registers[kind] ?? 'controls';
}

/** What a sheet is that this workbook exported from a register. */
export const kindOfRegister: { readonly [Name in Destination]: Name } = {
	criteria: 'criteria',
	controls: 'controls',
	risks: 'risks',
	vendors: 'vendors',
	policies: 'policies',
	systems: 'systems',
	people: 'people',
	boundary: 'boundary',
	commitments: 'commitments',
	complementary: 'complementary',
	evidence: 'evidence',
	gaps: 'gaps',
	requirements: 'requirements',
};
