/** All registers by name. */
import type { Control } from '../records/control.ts';
import { boundary, type BoundaryComponent } from './boundary.ts';
import { commitments, type Commitment } from './commitments.ts';
import { complementary, type ComplementaryControl } from './complementary.ts';
import { controls } from './controls.ts';
import { evidence, type EvidenceItem } from './evidence.ts';
import { gaps, type Gap } from './gaps.ts';
import { people, type Person } from './people.ts';
import { policies, type Policy } from './policies.ts';
import type { Register, RegisterName } from './register.ts';
import { requirements, type Requirement } from './requirements.ts';
import { risks, type Risk } from './risks.ts';
import { systems, type System } from './systems.ts';
import { vendors, type Vendor } from './vendors.ts';

export interface RecordsByRegister {
	readonly controls: Control;
	readonly risks: Risk;
	readonly vendors: Vendor;
	readonly policies: Policy;
	readonly systems: System;
	readonly people: Person;
	readonly boundary: BoundaryComponent;
	readonly commitments: Commitment;
	readonly complementary: ComplementaryControl;
	readonly evidence: EvidenceItem;
	readonly gaps: Gap;
	readonly requirements: Requirement;
}

export const registers: { readonly [Name in RegisterName]: Register<Name> } = {
	controls,
	risks,
	vendors,
	policies,
	systems,
	people,
	boundary,
	commitments,
	complementary,
	evidence,
	gaps,
	requirements,
};

/** The register whose records have ids like this one, or undefined for no such id. */
export function registerOfId(id: string): Register | undefined {
	const kind = id.slice(0, id.indexOf(':'));
	return Object.values(registers).find(({ idKind }) => idKind === kind);
}
