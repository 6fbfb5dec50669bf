/**
 * What the system boundary still lacks (readiness guide 1.2): kinds of parts nobody named, systems in
 * scope that no component names, exclusions without a reason.
 */
import type { BoundaryComponent } from '../../registers/boundary.ts';
import type { System } from '../../registers/systems.ts';

/** The kinds every system has, in the order the description of a system tells them. */
export const boundaryKinds = [
	'service',
	'infrastructure',
	'software',
	'people',
	'data',
	'procedures',
	'site',
	'dataFlow',
] as const;

export type BoundaryKind = (typeof boundaryKinds)[number];

export interface BoundaryHints {
	/** Kinds without any component that is in. */
	readonly emptyKinds: readonly BoundaryKind[];
	/** Systems in scope whose name no component has. */
	readonly unnamed: readonly System[];
	/** Components that are out and do not say why. */
	readonly unexplained: readonly BoundaryComponent[];
}

/** Reads the boundary beside the register of systems. */
export function boundaryHints(
	components: readonly BoundaryComponent[],
	systems: readonly System[],
): BoundaryHints {
	const active = components.filter(({ retired }) => !retired);
	const names = new Set(active.map(({ name }) => folded(name)));
	const kindsIn = new Set(active.filter(({ scope }) => scope !== 'out').map(({ kind }) => kind));
	return {
		emptyKinds: boundaryKinds.filter((kind) => !kindsIn.has(kind)),
		unnamed: systems.filter(
			({ retired, scope, name }) =>
				!retired && scope === 'in' && name.trim() !== '' && !names.has(folded(name)),
		),
		unexplained: active.filter(({ scope, reason }) => scope === 'out' && reason.trim() === ''),
	};
}

/** The kind of component that a kind of system is part of. */
export function kindOfSystem({ kind }: System): BoundaryKind {
	return ['infrastructure', 'dataStore', 'endpoint'].includes(kind) ? 'infrastructure' : 'software';
}

function folded(text: string): string {
	return text.trim().toLowerCase();
}
