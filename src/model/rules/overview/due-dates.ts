/** What is late and what comes due within two weeks, across the registers, oldest first. */
import { addDays, isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import type { RecordRef } from '../../readiness/facts.ts';
import type { Control } from '../../records/control.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';
import type { Policy } from '../../registers/policies.ts';
import type { Risk } from '../../registers/risks.ts';
import type { Vendor } from '../../registers/vendors.ts';

export interface DueDate {
	readonly record: RecordRef;
	/** The field that holds the date. */
	readonly field: string;
	/** What is due: 'Gap', 'Review of policy'. */
	readonly what: string;
	readonly date: CalendarDate;
	readonly isLate: boolean;
	readonly owner: string;
}

export interface Dated {
	readonly controls: readonly Control[];
	readonly gaps: readonly Gap[];
	readonly policies: readonly Policy[];
	readonly vendors: readonly Vendor[];
	readonly risks: readonly Risk[];
}

/** Days ahead that count as soon. */
export const soonDays = 14;

/** Retired records and work that is done have no due date any more. */
export function dueDates(dated: Dated, today: CalendarDate): readonly DueDate[] {
	const soon = addDays(today, soonDays);
	const found: DueDate[] = [];
	const add = (
		record: RecordRef,
		field: string,
		what: string,
		date: string,
		owner: string,
	): void => {
		if (!isCalendarDate(date) || date > soon) return;
		found.push({ record, field, what, date, isLate: date < today, owner });
	};
	for (const gap of dated.gaps) {
		if (isOpenGap(gap)) {
			add({ register: 'gaps', id: gap.id }, 'due', 'Gap', gap.due, gap.owner);
		}
	}
	for (const { id, retired, status, dueDate, owner } of dated.controls) {
		if (retired || status === 'implemented' || status === 'notApplicable') continue;
		add({ register: 'controls', id }, 'dueDate', 'Control in place', dueDate, owner);
	}
	for (const { id, retired, status, reviewDue, owner } of dated.policies) {
		if (retired || status === 'withdrawn') continue;
		add({ register: 'policies', id }, 'reviewDue', 'Review of policy', reviewDue, owner);
	}
	for (const { id, retired, reviewDue, owner } of dated.vendors) {
		if (retired) continue;
		add({ register: 'vendors', id }, 'reviewDue', 'Review of vendor', reviewDue, owner);
	}
	for (const { id, retired, status, due, owner } of dated.risks) {
		if (retired || status === 'closed' || status === 'treated') continue;
		add({ register: 'risks', id }, 'due', 'Treatment of risk', due, owner);
	}
	return found.sort(
		(a, b) =>
			compare(a.date, b.date) || compare(a.what, b.what) || compare(a.record.id, b.record.id),
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
