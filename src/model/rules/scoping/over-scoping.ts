/**
 * Signs that a category is in scope without need, or left out though something was promised (readiness
 * guide 1.1; checks SCP-02, -03, -06 and -08). Signs, not errors: there may be a good reason.
 */
import { categoryLabel } from '../../catalog/criteria.ts';
import type { Commitment } from '../../registers/commitments.ts';
import type { System } from '../../registers/systems.ts';
import type { Scope } from '../../records/scope.ts';
import { answerOf } from './answers.ts';
import { chosenCategories, type ChosenCategory } from './questions.ts';

export interface ScopingSign {
	readonly id: string;
	/** The category it is about; absent where it is about all of them. */
	readonly category?: ChosenCategory;
	readonly text: string;
}

/** What the signs are read from; retired records may be among them. */
export interface ScopingFacts {
	readonly scope: Scope;
	readonly commitments: readonly Commitment[];
	readonly systems: readonly System[];
}

/** The signs that stand now: of each category in order, then of all together. */
export function scopingSigns(facts: ScopingFacts): readonly ScopingSign[] {
	const { scope } = facts;
	const active: ScopingFacts = {
		scope,
		commitments: facts.commitments.filter(({ retired }) => !retired),
		systems: facts.systems.filter(({ retired, scope: place }) => !retired && place !== 'out'),
	};
	const signs = chosenCategories.flatMap((category) =>
		(scope.categories.includes(category) ? signsInside : signsOutside)(category, active),
	);
	const all = chosenCategories.every((category) => scope.categories.includes(category));
	return all && scope.firstReport === 'yes' ? [...signs, everythingAtOnce] : signs;
}

const everythingAtOnce: ScopingSign = {
	id: 'all-five',
	text: 'All five categories are in scope for a first report. Most first reports carry Security and one or two more: ask sales and customers what they need.',
};

function signsInside(category: ChosenCategory, facts: ScopingFacts): readonly ScopingSign[] {
	const label = categoryLabel(category);
	const signs: ScopingSign[] = [];
	const tell = (id: string, text: string): void => {
		signs.push({ id: `${category}.${id}`, category, text });
	};
	const needless = needlessWhere[category](facts);
	if (needless) tell('needless', needless);
	if (promisesOf(category, facts).length === 0) {
		tell(
			'no-commitment',
			`No commitment on record calls for ${label}. Write down the promise it answers, or leave it out.`,
		);
	}
	if (answerOf(facts.scope, `${category}.asked`) === 'no') {
		tell('not-asked', `Nobody asks for ${label}. It can be added in a later report.`);
	}
	return signs;
}

function signsOutside(category: ChosenCategory, facts: ScopingFacts): readonly ScopingSign[] {
	const promises = promisesOf(category, facts).filter(
		({ outOfScopeReason }) => outOfScopeReason.trim() === '',
	);
	if (promises.length === 0) return [];
	const what = promises.length === 1 ? 'A commitment calls' : `${promises.length} commitments call`;
	const label = categoryLabel(category);
	const text = `${what} for ${label}, which is left out. Put it in scope, or say at the commitment why readers do not need it.`;
	return [{ id: `${category}.promised`, category, text }];
}

const needlessWhere: Readonly<Record<ChosenCategory, (facts: ScopingFacts) => string | undefined>> =
	{
		availability: (facts) => {
			const promised =
				saidYes(facts, 'serviceLevels') ||
				saidYes(facts, 'availability.recovery') ||
				promisesOf('availability', facts).length > 0 ||
				facts.systems.some(({ recoveryTarget }) => recoveryTarget.trim() !== '');
			return promised ? undefined : 'No service level and no recovery target is on record.';
		},
		confidentiality: (facts) => {
			const held =
				saidYes(facts, 'confidentiality.return') ||
				promisesOf('confidentiality', facts).length > 0 ||
				facts.systems.some(({ dataClass }) => ['confidential', 'restricted'].includes(dataClass));
			return held
				? undefined
				: 'No system is on record with confidential data, and no promise for the end of a contract.';
		},
		'processing-integrity': (facts) => {
			const defined =
				saidYes(facts, 'processing-integrity.defined') ||
				promisesOf('processing-integrity', facts).length > 0;
			return defined
				? undefined
				: 'No process with its inputs and outputs is on record to be tested.';
		},
		privacy: (facts) => {
			if (facts.commitments.some(({ toIndividuals }) => toIndividuals === 'yes')) return undefined;
			if (facts.scope.dataRole === 'processor') {
				return 'You process personal data for customers only. Confidentiality usually answers what buyers want to know: ask the CPA firm.';
			}
			return saidYes(facts, 'individuals')
				? undefined
				: 'No notice of your own to individuals is on record, and Privacy adds 18 criteria.';
		},
	};

function promisesOf(
	category: ChosenCategory,
	{ commitments }: ScopingFacts,
): readonly Commitment[] {
	return commitments.filter(({ categories }) => categories.includes(category));
}

function saidYes({ scope }: ScopingFacts, question: string): boolean {
	return answerOf(scope, question) === 'yes';
}
