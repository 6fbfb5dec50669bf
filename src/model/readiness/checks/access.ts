/** Checks ACC: is access reviewed, taken away in time and guarded by more than a password? */
import { isCalendarDate } from '../../../base/calendar-date.ts';
import { threshold } from '../../records/thresholds.ts';
import type { System } from '../../registers/systems.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing, rule } from '../check-rule.ts';
import { controlsDoing, type Work } from '../control-work.ts';
import { isAboutPeriod, isAtHand, itemsOfKinds } from '../evidence-at-hand.ts';
import type { Facts, RecordRef } from '../facts.ts';
import type { MendPlace } from '../finding.ts';
import { called, foundAbout } from '../found-about.ts';
import { foundMissing, inEvidence, inLibrary } from '../found-missing.ts';
import { isLogged } from '../logged-deviation.ts';
import { daysBetween } from '../slots.ts';

const privilegedReview: Work = {
	kinds: ['ev-privileged-list'],
	words: [
		/\b(?:privileged|admin(?:s|istrators?|istrative)?|root|super-?users?|elevated)\b/i,
		/\b(?:re-?view|re-?certif|attest)/i,
	],
	criteria: ['CC6.1', 'CC6.2', 'CC6.3'],
};

export const accessRules = [
	rule({
		check: 'ACC-01',
		about: 'systems',
		find: (system, facts) => {
			const period = reportPeriod(facts.scope);
			// Before the period begins, no review can be in it.
			const isAsked = system.scope === 'in' && period?.type === 'type2';
			if (!isAsked || facts.today < period.start) return nothing;
			const reviews = evidenceOf(system, 'ev-access-review', facts).filter((item) =>
				isAboutPeriod(item, period),
			);
			if (reviews.some(({ state }) => state === 'accepted')) return nothing;
			return [aboutSystem(system, facts, ['CC6.2', 'CC6.3'], reviews.find(isAtHand)?.id)];
		},
	}),
	rule({
		check: 'ACC-02',
		about: 'workbook',
		find: (facts) => {
			const { criteria, kinds } = privilegedReview;
			const items = [...itemsOfKinds(facts, kinds)];
			let first: RecordRef | undefined;
			for (const { id } of controlsDoing(privilegedReview, facts)) {
				first ??= { register: 'controls', id };
				items.push(...facts.linked('evidence', 'controls', id));
				if (items.some(({ state }) => state === 'accepted')) return nothing;
			}
			return first
				? [foundMissing(facts, placeOf(items.find(isAtHand)?.id), criteria, [first])]
				: [foundMissing(facts, inLibrary('CC6.3'), criteria)];
		},
	}),
	rule({
		check: 'ACC-03',
		about: 'people',
		find: (person, facts) => {
			const { left, accessRemoved } = person;
			if (!isCalendarDate(left)) return nothing;
			const limit = threshold(facts.scope, 'accessRemovalDays');
			const isRemoved = isCalendarDate(accessRemoved);
			if (daysBetween(left, isRemoved ? accessRemoved : facts.today) <= limit) return nothing;
			// One who left before the period is another report's, once the access is gone.
			const period = reportPeriod(facts.scope);
			const isEarlier = period?.type === 'type2' && left < period.start;
			if (isRemoved && (isEarlier || isLogged(facts, 'ACC-03', person.id))) return nothing;
			const values = {
				person: called('people', person),
				days: isRemoved ? daysBetween(left, accessRemoved) : 'an unrecorded number of',
				limit: limit === 1 ? '1 day' : `${limit} days`,
			};
			const criteria = ['CC6.2', 'CC6.3'].filter((id) => facts.criteria.includes(id));
			return [foundAbout('people', person, 'accessRemoved', values, { criteria })];
		},
	}),
	rule({
		check: 'ACC-06',
		about: 'systems',
		find: (system, facts) => {
			if (system.scope !== 'in') return nothing;
			const isShown = evidenceOf(system, 'ev-sso-mfa-config', facts).some(
				(item) => isAtHand(item) || (item.state === 'excused' && item.note.trim() !== ''),
			);
			return isShown ? nothing : [aboutSystem(system, facts, ['CC6.1', 'CC6.6'])];
		},
	}),
];

/** Active items of a kind that come from a system. */
function evidenceOf({ id }: System, wanted: string, facts: Facts) {
	return facts.linked('evidence', 'systems', id).filter(({ kind }) => kind === wanted);
}

function aboutSystem(system: System, facts: Facts, criteria: readonly string[], item?: string) {
	const ref = { register: 'systems', id: system.id } as const;
	const found = foundMissing(facts, placeOf(item), criteria, [ref]);
	return { ...found, values: { system: called('systems', system) } };
}

/** An item that waits for review, or the evidence as a whole where there is none. */
function placeOf(item: string | undefined): MendPlace {
	if (item === undefined) return inEvidence;
	return { kind: 'cell', record: { register: 'evidence', id: item }, field: 'state' };
}
