/** Checks PRD: do the dates make sense, and does every control have room to show that it operated? */
import {
	addDays,
	isCalendarDate,
	readableDate,
	type CalendarDate,
} from '../../../base/calendar-date.ts';
import type { Control } from '../../records/control.ts';
import { threshold } from '../../records/thresholds.ts';
import type { EvidenceItem } from '../../registers/evidence.ts';
import { canBeExamined, reportPeriod } from '../../rules/report-period.ts';
import { endAfterMonths } from '../../rules/scoping/period-length.ts';
import type { Scope } from '../../records/scope.ts';
import { nothing, rule } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { dayOf } from '../evidence-due.ts';
import { evidenceModelOf, type Period } from '../evidence-rounds.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';
import { daysBetween, nextRound, slotsBetween } from '../slots.ts';

export const periodRules = [
	rule({
		check: 'PRD-01',
		about: 'workbook',
		find: ({ scope: { periodStart: start, periodEnd: end } }) =>
			isCalendarDate(start) && isCalendarDate(end) && end <= start
				? [ofScope('periodEnd')]
				: nothing,
	}),
	rule({
		check: 'PRD-02',
		about: 'workbook',
		find: ({ scope }) => {
			const period = datesOf(scope);
			return period &&
				period.end < endAfterMonths(period.start, threshold(scope, 'leastPeriodMonths'))
				? [ofScope('periodEnd', { days: daysBetween(period.start, period.end) + 1 })]
				: nothing;
		},
	}),
	rule({
		check: 'PRD-03',
		about: 'workbook',
		find: ({ scope }) => {
			const period = datesOf(scope);
			return period &&
				period.end > endAfterMonths(period.start, threshold(scope, 'mostPeriodMonths'))
				? [ofScope('periodEnd')]
				: nothing;
		},
	}),
	rule({
		check: 'PRD-04',
		about: 'workbook',
		find: ({ scope }) => (isCalendarDate(scope.asOf) ? nothing : [ofScope('asOf')]),
	}),
	controlRule('PRD-05', (control, { scope: { periodStart: start } }) => {
		const { liveDate } = control;
		return isCalendarDate(start) && isCalendarDate(liveDate) && liveDate > start
			? [foundAboutControl(control, 'liveDate', { date: readableDate(liveDate) })]
			: nothing;
	}),
	controlRule('PRD-06', (control, facts) => {
		const period = reportPeriod(facts.scope);
		if (period?.type !== 'type2') return nothing;
		const latest = nextRound(period.start, control.frequency);
		const first = firstAccepted(facts.linked('evidence', 'controls', control.id));
		if (latest === undefined || first === undefined || first.day <= latest) return nothing;
		const item = { register: 'evidence', id: first.id } as const;
		return [
			foundAboutControl(
				control,
				'evidence',
				{ days: daysBetween(period.start, first.day) },
				{
					records: [{ register: 'controls', id: control.id }, item],
					at: { kind: 'cell', record: item, field: 'effective' },
				},
			),
		];
	}),
	rule({ check: 'PRD-07', about: 'workbook', find: ({ scope }) => uncovered(scope) }),
	rule({
		check: 'PRD-08',
		about: 'workbook',
		find: ({ scope }) => {
			const { bridgeFrom: from, bridgeThrough: through } = scope;
			if (!isCalendarDate(from) || !isCalendarDate(through)) return nothing;
			const days = daysBetween(from, through) + 1;
			return days > threshold(scope, 'bridgeDays') ? [ofScope('bridgeThrough', { days })] : nothing;
		},
	}),
	controlRule('PRD-09', (control, facts) => {
		const period = reportPeriod(facts.scope);
		return period?.type === 'type2' && isDueOnlyAfter(control, period, facts)
			? [foundAboutControl(control, 'cycleAnchor')]
			: nothing;
	}),
];

function ofScope(field: string, values: Found['values'] = {}): Found {
	return { records: [], values, at: { kind: 'scope', field } };
}

/** The dates of the period, in the right order; longer ones than anybody examines too. */
function datesOf({ periodStart: start, periodEnd: end }: Scope): Period | undefined {
	return canBeExamined(start) && isCalendarDate(end) && end > start ? { start, end } : undefined;
}

/** The first day that accepted evidence shows, and the item that shows it. */
function firstAccepted(
	items: readonly EvidenceItem[],
): { readonly day: CalendarDate; readonly id: EvidenceItem['id'] } | undefined {
	const dated = items.flatMap((item) => {
		const day = isCalendarDate(item.coversFrom) ? item.coversFrom : dayOf(item);
		return item.state === 'accepted' && isCalendarDate(day) ? { day, id: item.id } : [];
	});
	return dated.reduce((first, next) => (first && first.day <= next.day ? first : next), dated[0]);
}

/** Days that neither report covers, nor a letter between them. */
function uncovered(scope: Scope): readonly Found[] {
	const { previousEnd, periodStart: start, bridgeFrom, bridgeThrough, firstReport } = scope;
	if (firstReport === 'yes' || !isCalendarDate(previousEnd) || !isCalendarDate(start))
		return nothing;
	const days = daysBetween(previousEnd, start) - 1;
	if (days <= 0) return nothing;
	const [next, last] = [addDays(previousEnd, 1), addDays(start, -1)];
	const isBridged =
		isCalendarDate(bridgeThrough) &&
		bridgeThrough >= last &&
		(!isCalendarDate(bridgeFrom) || bridgeFrom <= next);
	if (isBridged) return nothing;
	const label = `Start on ${readableDate(next)}`;
	return [
		{
			...ofScope('periodStart', { days }),
			mend: { kind: 'scope', label, field: 'periodStart', value: next },
		},
	];
}

/** True where no round of a rhythm is due while the control runs in the period, and nothing is shown. */
function isDueOnlyAfter(control: Control, { start, end }: Period, facts: Facts): boolean {
	const hasRhythm =
		evidenceModelOf(control) === 'occurrence' && nextRound(start, control.frequency) !== undefined;
	if (!hasRhythm) return false;
	const { liveDate } = control;
	const from = isCalendarDate(liveDate) && liveDate > start ? liveDate : start;
	if (from <= end && slotsBetween(from, end, control.frequency, control.cycleAnchor).length > 0) {
		return false;
	}
	return !facts
		.linked('evidence', 'controls', control.id)
		.some((item) => item.state !== 'returned' && dayOf(item) >= start && dayOf(item) <= end);
}
