/**
 * What to look at in the dates of an examination (readiness guide, part 2): a period that is unusually
 * short or long, a gap to the report before, a long bridge letter, controls that went live late.
 */
import { grouped } from '../../../base/counted.ts';
import { addDays, isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import type { Control } from '../../records/control.ts';
import type { Scope } from '../../records/scope.ts';
import { threshold } from '../../records/thresholds.ts';
import { daysBetween, endAfterMonths } from './period-length.ts';

export interface PeriodSign {
	readonly id: 'reversed' | 'short' | 'long' | 'gap' | 'overlap' | 'bridge' | 'late';
	readonly text: string;
}

/** The signs of the scope's dates; none while they are not set. */
export function periodSigns(scope: Scope, controls: readonly Control[]): readonly PeriodSign[] {
	if (scope.reportType !== 'type2') return bridgeSigns(scope);
	return [
		...lengthSigns(scope),
		...gapSigns(scope),
		...bridgeSigns(scope),
		...late(scope, controls),
	];
}

function lengthSigns(scope: Scope): readonly PeriodSign[] {
	const { periodStart: start, periodEnd: end } = scope;
	if (!isCalendarDate(start) || !isCalendarDate(end)) return [];
	if (end < start) {
		return [
			{ id: 'reversed', text: 'The period ends before it starts. Change one of the two dates.' },
		];
	}
	const least = threshold(scope, 'leastPeriodMonths');
	const most = threshold(scope, 'mostPeriodMonths');
	if (end < endAfterMonths(start, least)) {
		const text = `Under ${least} months. No standard sets a shortest period, but few readers rely on less: ask the CPA firm and the customers who wait for the report.`;
		return [{ id: 'short', text }];
	}
	if (end > endAfterMonths(start, most)) {
		const text = `Over ${most} months. Readers expect a report a year: a longer period is stale when it comes out.`;
		return [{ id: 'long', text }];
	}
	return [];
}

function gapSigns({ previousEnd, periodStart: start }: Scope): readonly PeriodSign[] {
	if (!isCalendarDate(previousEnd) || !isCalendarDate(start)) return [];
	const days = daysBetween(previousEnd, start) - 1;
	if (days === 0) return [];
	if (days < 0) {
		const text = `The report before this one covers up to ${readableDate(previousEnd)}, so the two periods overlap.`;
		return [{ id: 'overlap', text }];
	}
	const text = `No report covers ${days === 1 ? 'the day' : `the ${days} days`} between ${readableDate(previousEnd)} and ${readableDate(start)}. Customers will ask: start on ${readableDate(addDays(previousEnd, 1))}, or have a bridge letter ready.`;
	return [{ id: 'gap', text }];
}

function bridgeSigns(scope: Scope): readonly PeriodSign[] {
	const { bridgeFrom, bridgeThrough } = scope;
	if (!isCalendarDate(bridgeFrom) || !isCalendarDate(bridgeThrough)) return [];
	const limit = threshold(scope, 'bridgeDays');
	const days = daysBetween(bridgeFrom, bridgeThrough) + 1;
	if (days <= limit) return [];
	const text = `The bridge letter covers ${days} days. Readers commonly accept up to ${limit}.`;
	return [{ id: 'bridge', text }];
}

/** A control that went live after the start did not operate for the whole period. */
function late({ periodStart: start }: Scope, controls: readonly Control[]): readonly PeriodSign[] {
	if (!isCalendarDate(start)) return [];
	const count = controls.filter(
		({ retired, status, liveDate }) =>
			!retired && status !== 'notApplicable' && isCalendarDate(liveDate) && liveDate > start,
	).length;
	if (count === 0) return [];
	const what = count === 1 ? 'One control went' : `${grouped(count)} controls went`;
	const text = `${what} live after the start and cannot be shown for the whole period. Move the start, or expect the report to say so.`;
	return [{ id: 'late', text }];
}
