/** Checks GOV: are policies approved, people trained and checked, and does anybody oversee? */
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import { evidenceTypeById } from '../../catalog/evidence-types.ts';
import type { EvidenceItem } from '../../registers/evidence.ts';
import type { Person } from '../../registers/people.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing, rule } from '../check-rule.ts';
import { dayOf, wholeNumber } from '../evidence-due.ts';
import type { Period } from '../evidence-rounds.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';
import { called, foundAbout } from '../found-about.ts';
import { isRecent } from '../review-age.ts';
import { isNotApplicable } from '../score/control-standing.ts';
import { slotsBetween } from '../slots.ts';

/** What everybody has to have done, by the field that says when they last did. */
const expected = [
	{ field: 'training', item: 'the yearly security training' },
	{ field: 'acknowledged', item: 'the yearly acknowledgement of policies' },
] as const;
const minutes = 'ev-board-minutes';
const mostNamed = 50;

export const governanceRules = [
	rule({
		check: 'GOV-01',
		about: 'policies',
		find: (policy, facts) => {
			const { approved, status } = policy;
			if (status === 'draft' || status === 'withdrawn' || isRecent(approved, facts)) return nothing;
			const isNever = approved.trim() === '' && status === 'inForce';
			if (!isNever && !isCalendarDate(approved)) return nothing;
			const date = isCalendarDate(approved) ? readableDate(approved) : 'never';
			return [
				foundAbout('policies', policy, 'approved', { policy: called('policies', policy), date }),
			];
		},
	}),
	rule({
		check: 'GOV-02',
		about: 'workbook',
		find: (facts) => {
			const active = facts.records('people').filter((person) => isHere(person, facts));
			return expected.flatMap(({ field, item }) =>
				behind(
					field,
					item,
					active.filter((person) => !isRecent(person[field], facts)),
				),
			);
		},
	}),
	rule({
		check: 'GOV-03',
		about: 'people',
		find: (person, facts) => {
			const period = reportPeriod(facts.scope);
			const { started, backgroundCheck: cleared } = person;
			const isStarter =
				period?.type === 'type2' &&
				isPerson(person) &&
				isCalendarDate(started) &&
				started >= period.start &&
				started <= period.end &&
				started <= facts.today;
			const isLate = cleared.trim() === '' || (isCalendarDate(cleared) && cleared > started);
			return isStarter && isLate
				? [foundAbout('people', person, 'backgroundCheck', { person: called('people', person) })]
				: nothing;
		},
	}),
	rule({
		check: 'GOV-04',
		about: 'workbook',
		find: (facts) => {
			const period = reportPeriod(facts.scope);
			if (period?.type !== 'type2') return nothing;
			const m = meetingsExpected(period, facts);
			const items = facts
				.said('evidence', 'kind', minutes)
				.flatMap((id) => facts.record('evidence', id) ?? [])
				.filter((item) => isMinutes(item, period));
			const n = items.reduce((sum, item) => sum + Math.max(1, wholeNumber(item.items)), 0);
			if (n >= m) return nothing;
			return [
				{
					records: items.map(({ id }) => ({ register: 'evidence', id })),
					values: { n, m },
					at: { kind: 'register', register: 'evidence' },
					criteria: facts.criteria.filter((id) => id === 'CC1.2'),
				},
			];
		},
	}),
];

/** Roles and teams stand in the register too. */
function isPerson({ kind }: Person): boolean {
	return kind !== 'role' && kind !== 'team';
}

function isHere(person: Person, { today }: Facts): boolean {
	const { started, left } = person;
	const hasStarted = !isCalendarDate(started) || started <= today;
	return isPerson(person) && hasStarted && !(isCalendarDate(left) && left < today);
}

function behind(field: string, item: string, people: readonly Person[]): readonly Found[] {
	const records = people.map(({ id }) => ({ register: 'people', id }) as const);
	const [first] = records;
	if (!first) return nothing;
	return [
		{
			of: field,
			records: records.slice(0, mostNamed),
			values: { n: people.length, item },
			at: { kind: 'cell', record: first, field },
		},
	];
}

/** By the rhythm of the control that leaves the minutes, else the usual one, so far. */
function meetingsExpected({ start, end }: Period, facts: Facts): number {
	const usual = { frequency: evidenceTypeById(minutes)?.cadence ?? '', cycleAnchor: '' };
	const named = facts
		.linked('controls', 'evidenceKinds', minutes)
		.filter((control) => !isNotApplicable(control));
	const rounds = (named.length > 0 ? named : [usual]).map(
		({ frequency, cycleAnchor }) =>
			slotsBetween(start, end, frequency, cycleAnchor).filter(({ closes }) => closes < facts.today)
				.length,
	);
	return Math.max(...rounds);
}

function isMinutes(item: EvidenceItem, { start, end }: Period): boolean {
	const day = dayOf(item);
	return ['accepted', 'submitted'].includes(item.state) && day >= start && day <= end;
}
