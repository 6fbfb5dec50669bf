/** Evidence that people have at hand, by kind, and how old it may be on the day that the report is about. */
import { isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';
import { evidenceTypeById } from '../catalog/evidence-types.ts';
import type { Scope } from '../records/scope.ts';
import { defaultThresholds, threshold } from '../records/thresholds.ts';
import type { EvidenceItem } from '../registers/evidence.ts';
import { reportPeriod } from '../rules/report-period.ts';
import { dayOf } from './evidence-due.ts';
import type { Period } from './evidence-rounds.ts';
import type { Facts } from './facts.ts';
import { daysBetween } from './slots.ts';

/** True where something was handed in and not sent back: accepted, submitted, or nobody said its state. */
export function isAtHand({ state }: Pick<EvidenceItem, 'state'>): boolean {
	return state !== 'expected' && state !== 'returned' && state !== 'excused';
}

/** Active items of these kinds that are at hand. */
export function itemsAtHand(facts: Facts, kinds: readonly string[]): readonly EvidenceItem[] {
	return itemsOfKinds(facts, kinds).filter(isAtHand);
}

/** Active items of these kinds, whatever their state. */
export function itemsOfKinds(facts: Facts, kinds: readonly string[]): readonly EvidenceItem[] {
	return kinds
		.flatMap((kind) => facts.said('evidence', 'kind', kind))
		.flatMap((id) => facts.record('evidence', id) ?? []);
}

/** True where what an item covers, or the one day it is about, lies in the period at least in part. */
export function isAboutPeriod(item: EvidenceItem, { start, end }: Period): boolean {
	const to = dayOf(item);
	const from = isCalendarDate(item.coversFrom) && item.coversFrom <= to ? item.coversFrom : to;
	return isCalendarDate(to) && to >= start && from <= end;
}

/** The day to which ages are counted: the as-of date or the end of the period, today while it is to come. */
export function agesCountedTo({ scope, today }: Facts): CalendarDate {
	const period = reportPeriod(scope);
	const last = period?.type === 'type1' ? period.asOf : period?.end;
	return last !== undefined && last < today ? last : today;
}

/** True for a day within the age of policies, plans and reviews (12 months), and not after. */
export function isCurrent(day: string, facts: Facts): boolean {
	const to = agesCountedTo(facts);
	if (!isCalendarDate(day) || day > to) return false;
	return daysBetween(day, to) <= threshold(facts.scope, 'reviewAgeDays');
}

/** True where an item at hand of these kinds is about a day within 12 months. */
export function isCurrentlyShown(facts: Facts, kinds: readonly string[]): boolean {
	return itemsAtHand(facts, kinds).some((item) => isCurrent(dayOf(item), facts));
}

/**
 * How old the newest item of a kind may be, in days; undefined where a kind is unknown or its items
 * carry the dates of events. The workbook's own limits go before those of the catalogue.
 */
export function ageLimit(kind: string, scope: Scope): number | undefined {
	const limit = evidenceTypeById(kind)?.stalenessDays;
	if (limit === defaultThresholds.reviewAgeDays) return threshold(scope, 'reviewAgeDays');
	if (limit === defaultThresholds.configurationAgeDays) {
		return threshold(scope, 'configurationAgeDays');
	}
	return limit;
}
