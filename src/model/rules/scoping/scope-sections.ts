/** The sections of the scope in the order to work through them, and which of them are answered. */
import { criteriaOf } from '../../catalog/criteria.ts';
import { isNotRelevant, type Assessment } from '../../records/assessment.ts';
import type { Scope } from '../../records/scope.ts';
import type { RegisterRecord } from '../../registers/register.ts';
import type { BoundaryComponent } from '../../registers/boundary.ts';
import type { ComplementaryControl } from '../../registers/complementary.ts';
import type { Vendor } from '../../registers/vendors.ts';
import { reportPeriod } from '../report-period.ts';

/** Stand in addresses; never renamed. */
export const scopeSections = [
	'company',
	'categories',
	'dates',
	'boundary',
	'commitments',
	'systems',
	'vendors',
	'complementary',
	'not-relevant',
] as const;

export type ScopeSection = (typeof scopeSections)[number];

export interface ScopeRecords {
	readonly scope: Scope;
	readonly assessment: (criterion: string) => Assessment;
	readonly boundary: readonly BoundaryComponent[];
	readonly commitments: readonly RegisterRecord[];
	readonly systems: readonly RegisterRecord[];
	readonly people: readonly RegisterRecord[];
	readonly vendors: readonly Vendor[];
	readonly complementary: readonly ComplementaryControl[];
}

/** True for the name of a section. */
export function isScopeSection(text: string | undefined): text is ScopeSection {
	return scopeSections.some((section) => section === text);
}

/** The sections with an answer to their question. Retired records answer nothing. */
export function answeredSections(records: ScopeRecords): ReadonlySet<ScopeSection> {
	return new Set(scopeSections.filter((section) => isAnswered[section](records)));
}

const isAnswered: Readonly<Record<ScopeSection, (records: ScopeRecords) => boolean>> = {
	company: ({ scope }) => filled(scope.organization) && filled(scope.service),
	categories: ({ scope }) => scope.categories.length > 0,
	dates: ({ scope }) => reportPeriod(scope) !== undefined,
	boundary: ({ boundary }) => boundary.some(({ retired, scope }) => !retired && scope !== 'out'),
	commitments: ({ commitments }) => active(commitments).length > 0,
	systems: ({ systems, people }) => active(systems).length > 0 && active(people).length > 0,
	vendors: ({ vendors }) => {
		const all = active(vendors);
		return all.length > 0 && all.every(({ method }) => filled(method) && method !== 'undecided');
	},
	complementary: ({ scope, complementary }) =>
		filled(scope.noCustomerDuties) || active(complementary).some(({ kind }) => kind === 'cuec'),
	'not-relevant': ({ scope, assessment }) => {
		const marked = scope.categories
			.flatMap((category) => criteriaOf(category))
			.map(({ id }) => assessment(id))
			.filter(({ relevance }) => relevance === 'no');
		return marked.length > 0 ? marked.every(isNotRelevant) : scope.allRelevant === 'yes';
	},
};

function active<Item extends RegisterRecord>(records: readonly Item[]): readonly Item[] {
	return records.filter(({ retired }) => !retired);
}

function filled(text: string): boolean {
	return text.trim() !== '';
}
