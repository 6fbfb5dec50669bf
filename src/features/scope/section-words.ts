/** What each section of the scope is called and asks, and what explains it. */
import type { Ask } from '../../model/guidance/asks.ts';
import type { ScopeSection } from '../../model/rules/scoping/scope-sections.ts';

export interface SectionWords {
	readonly title: string;
	/** The question the section answers, with what depends on it. */
	readonly hint: string;
	readonly ask: Ask;
}

export const sectionWords: Readonly<Record<ScopeSection, SectionWords>> = {
	company: {
		title: 'Company and service',
		hint: 'Whose system is examined, and what do customers buy?',
		ask: 'scope',
	},
	categories: {
		title: 'Categories',
		hint: 'What should the report speak about? Security always; each other category only where you promise it, buyers ask for it, and a failure would hurt them. Your answers make a suggestion; you decide.',
		ask: 'scope.categories',
	},
	dates: {
		title: 'Report type and dates',
		hint: 'Is one date examined, or a period? Who examines, and what came before?',
		ask: 'scope.report-type',
	},
	boundary: {
		title: 'System boundary',
		hint: 'Which parts give the service, and what is left out for which reason?',
		ask: 'scope.boundary',
	},
	commitments: {
		title: 'Commitments and requirements',
		hint: 'What do you promise customers, and how must the system work to keep it? The opinion is about these.',
		ask: 'scope.commitments',
	},
	systems: {
		title: 'Systems and people',
		hint: 'What does the service run on, and who owns and carries out controls?',
		ask: 'scope.people',
	},
	vendors: {
		title: 'Vendors and subservice organizations',
		hint: 'Who else has a part in the service? A vendor whose controls you need to keep your promises is a subservice organization.',
		ask: 'scope.subservice',
	},
	complementary: {
		title: 'Complementary controls',
		hint: 'What do you count on others to do, and what do vendors’ reports count on you to do?',
		ask: 'scope.user-controls',
	},
	'not-relevant': {
		title: 'Criteria not relevant',
		hint: 'A category brings all of its criteria. Which of them does not apply to your service, and why?',
		ask: 'scope.not-relevant',
	},
};

interface RegisterLink {
	/** As the place stands in addresses. */
	readonly place: string;
	readonly label: string;
}

const links: Readonly<Partial<Record<string, readonly RegisterLink[]>>> = {
	boundary: [{ place: 'boundary', label: 'All columns' }],
	commitments: [{ place: 'commitments', label: 'All columns' }],
	systems: [
		{ place: 'systems', label: 'Register of systems' },
		{ place: 'people', label: 'Register of people' },
	],
	vendors: [{ place: 'vendors', label: 'Register of vendors' }],
	complementary: [{ place: 'complementary', label: 'All columns' }],
};

/** The registers whose grids show all that a section's lists show in part. */
export function registersOfSection(section: string): readonly RegisterLink[] {
	return links[section] ?? [];
}
