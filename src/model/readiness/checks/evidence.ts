/** Checks EVD about single items, and about controls that name no evidence. */
import { isCalendarDate, readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { wordList } from '../../../base/word-list.ts';
import { evidenceTypeById, evidenceTypeLabel } from '../../catalog/evidence-types.ts';
import { threshold } from '../../records/thresholds.ts';
import type { EvidenceItem } from '../../registers/evidence.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing, type RecordRule } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { ageLimit, agesCountedTo, isAboutPeriod, isAtHand } from '../evidence-at-hand.ts';
import { dayOf } from '../evidence-due.ts';
import { roundsOf, type Period } from '../evidence-rounds.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';
import { called, foundAbout } from '../found-about.ts';
import { isSamePerson } from '../known-people.ts';
import { isNotApplicable } from '../score/control-standing.ts';
import { daysBetween } from '../slots.ts';
import { hintsAtSecrets } from './secret-hints.ts';

/** From this age on (days) a kind is a document that lives on from before the period. */
const livesOnFrom = 365;

/** What makes an item traceable, and what it is called. */
const traced = [
	['captured', 'a capture date'],
	['systems', 'a source system'],
	['preparer', 'a preparer'],
] as const;

export const evidenceRules = [
	itemRule('EVD-02', (item, facts) => {
		const period = reportPeriod(facts.scope);
		const day = dayOf(item);
		if (period?.type !== 'type2' || !isAtHand(item) || !isCalendarDate(day)) return nothing;
		if (isAboutPeriod(item, period) || livesOn(item, period.start)) return nothing;
		if (isInGrace(item, day, period, facts)) return nothing;
		const { start, end } = period;
		const values = {
			date: readableDate(day),
			start: readableDate(start),
			end: readableDate(end),
		};
		return [foundAboutItem(item, fieldOfDay(item), values)];
	}),
	itemRule('EVD-03', (item, { scope }) => {
		const period = reportPeriod(scope);
		const day = dayOf(item);
		return period?.type === 'type1' && isAtHand(item) && isCalendarDate(day) && day > period.asOf
			? [foundAboutItem(item, fieldOfDay(item))]
			: nothing;
	}),
	itemRule('EVD-04', (item, facts) => {
		const [day, limit] = [dayOf(item), ageLimit(item.kind, facts.scope)];
		if (limit === undefined || !isAtHand(item) || !isCalendarDate(day)) return nothing;
		const days = daysBetween(day, agesCountedTo(facts));
		if (days <= limit || !isNewest(item, day, facts)) return nothing;
		const values = { days, limit: limit === 1 ? '1 day' : `${limit} days` };
		return [{ ...foundAboutItem(item, fieldOfDay(item), values), passing: ['days'] }];
	}),
	itemRule('EVD-06', (item) => {
		const missing = traced.filter(([key]) => isAtHand(item) && isEmpty(item[key]));
		const [first] = missing;
		if (!first) return nothing;
		const field = wordList(missing.map(([, words]) => words));
		return [foundAboutItem(item, first[0], { field })];
	}),
	itemRule('EVD-08', (item, { scope, today }) => {
		const { state, submitted } = item;
		const isWaiting =
			state === 'submitted' &&
			isCalendarDate(submitted) &&
			daysBetween(submitted, today) > threshold(scope, 'waitingDays');
		return isWaiting ? [foundAboutItem(item, 'state', { date: readableDate(submitted) })] : nothing;
	}),
	itemRule('EVD-09', (item, facts) =>
		item.state === 'accepted' && isSamePerson(facts, item.preparer, item.reviewer)
			? [foundAboutItem(item, 'reviewer')]
			: nothing,
	),
	itemRule('EVD-11', (item) => {
		const field = (['title', 'note', 'address'] as const).find((key) => hintsAtSecrets(item[key]));
		return field ? [foundAboutItem(item, field)] : nothing;
	}),
	controlRule('EVD-12', (control, facts) => {
		const isInScope = control.criteria.some((id) => facts.criteria.includes(id));
		if (!isInScope || control.evidenceKinds.length > 0) return nothing;
		const found = foundAboutControl(control, 'evidenceKinds');
		const items = facts.linked('evidence', 'controls', control.id);
		const kinds = [...new Set(items.map(({ kind }) => kind))].filter(evidenceTypeById).sort();
		if (kinds.length === 0) return [found];
		const edits = [{ record: control.id, column: 'evidenceKinds', value: kinds }];
		const label = `Name the kinds of its evidence: ${kinds.map(evidenceTypeLabel).join(', ')}`;
		return [{ ...found, mend: { kind: 'edit', label, register: 'controls', edits } }];
	}),
];

/** A rule about each item, unless all its controls went or do not apply. */
function itemRule(
	check: string,
	find: (item: EvidenceItem, facts: Facts) => readonly Found[],
): RecordRule<'evidence'> {
	return {
		check,
		about: 'evidence',
		find: (item, facts) => (isUsed(item, facts) ? find(item, facts) : nothing),
	};
}

function isUsed({ controls }: EvidenceItem, facts: Facts): boolean {
	const known = controls.flatMap((id) => facts.record('controls', id) ?? []);
	return known.length === 0 || known.some((one) => !one.retired && !isNotApplicable(one));
}

function foundAboutItem(item: EvidenceItem, field: string, values: Found['values'] = {}): Found {
	const all = { evidence: nameOf(item), ...values };
	return foundAbout('evidence', item, field, all);
}

function nameOf(item: EvidenceItem): string {
	if (item.title.trim() !== '') return called('evidence', item);
	return item.kind.trim() === '' ? 'an evidence item without name' : evidenceTypeLabel(item.kind);
}

/** The cell that says the day it is about. */
function fieldOfDay({ coversTo }: EvidenceItem): string {
	return isCalendarDate(coversTo) ? 'coversTo' : 'effective';
}

function isEmpty(value: string | readonly string[]): boolean {
	return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

/** A policy of before the period that was still current when it began. */
function livesOn(item: EvidenceItem, start: CalendarDate): boolean {
	const [day, age] = [dayOf(item), evidenceTypeById(item.kind)?.stalenessDays ?? 0];
	return age >= livesOnFrom && isCalendarDate(day) && day < start && daysBetween(day, start) <= age;
}

/** After the end, but still in time for a round that was due in the period. */
function isInGrace(item: EvidenceItem, day: CalendarDate, period: Period, facts: Facts): boolean {
	if (day <= period.end) return false;
	return item.controls.some((id) => {
		const control = facts.record('controls', id);
		const rounds = control && !control.retired ? roundsOf(control, period) : [];
		return rounds.some(({ start, closes }) => start <= day && day <= closes);
	});
}

/** Older ones are history once a newer one of the kind stands for each of their controls. */
function isNewest({ id, kind, controls }: EvidenceItem, day: CalendarDate, facts: Facts): boolean {
	if (controls.length === 0) return true;
	return controls.some((control) =>
		facts
			.linked('evidence', 'controls', control)
			.every(
				(other) =>
					other.id === id || other.kind !== kind || !isAtHand(other) || dayOf(other) <= day,
			),
	);
}
