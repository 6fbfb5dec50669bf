/**
 * The earliest day from which every key control can be shown to have operated (readiness guide, part 4):
 * the latest live date of all key controls, plus one interval for those with a fixed rhythm, so that each
 * has run once. A rule of thumb of this product; no standard asks for it.
 */
import { isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { isNotApplicable } from '../../readiness/score/control-standing.ts';
import { daysBetween, nextRound } from '../../readiness/slots.ts';
import type { Control } from '../../records/control.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';

/** Where a live date comes from: what was recorded, or what is planned. */
export type LiveSource = 'recorded' | 'gap' | 'dueDate';

export interface SafeStartRow {
	readonly control: Control;
	/** The day it began to operate, or is meant to; undefined where nobody said. */
	readonly live: CalendarDate | undefined;
	readonly source: LiveSource | undefined;
	/** The gap whose due date is taken. */
	readonly gap: Gap | undefined;
	/** `live`, and one interval later where it has a fixed rhythm. */
	readonly safe: CalendarDate | undefined;
}

export interface SafeStart {
	/** The latest of the rows; undefined where no key control has a date. */
	readonly date: CalendarDate | undefined;
	/** Key controls with a date, the latest first. */
	readonly rows: readonly SafeStartRow[];
	/** Key controls that nobody gave a date: the start may be later than `date`. */
	readonly unknown: readonly SafeStartRow[];
}

/** Over the active key controls that apply; `gaps` are all of the workbook. */
export function safeStart(controls: readonly Control[], gaps: readonly Gap[]): SafeStart {
	const gapsByControl = new Map<string, Gap[]>();
	for (const gap of gaps.filter(isOpenGap)) {
		for (const id of gap.controls) gapsByControl.set(id, [...(gapsByControl.get(id) ?? []), gap]);
	}
	const rows = controls
		.filter((control) => !control.retired && control.isKey === 'yes' && !isNotApplicable(control))
		.map((control) => rowOf(control, gapsByControl.get(control.id) ?? []));
	const known = rows
		.filter(({ safe }) => safe !== undefined)
		.sort((a, b) => (b.safe ?? '').localeCompare(a.safe ?? ''));
	return {
		date: known[0]?.safe,
		rows: known,
		unknown: rows.filter(({ safe }) => safe === undefined),
	};
}

/**
 * How much of a period a control covers that went live on a day, 0 to 1:
 * `(end - max(start, live)) / (end - start)`.
 */
export function liveCoverage(
	{ start, end }: { readonly start: CalendarDate; readonly end: CalendarDate },
	live: CalendarDate,
): number {
	if (live <= start) return 1;
	const length = daysBetween(start, end);
	return length === 0 ? 0 : Math.max(0, daysBetween(live, end)) / length;
}

/** A control that is not live yet is expected when the last of its gaps is due, else on its own date. */
function rowOf(control: Control, gaps: readonly Gap[]): SafeStartRow {
	const { liveDate, dueDate, status } = control;
	if (isCalendarDate(liveDate)) return row(control, liveDate, 'recorded', undefined);
	// It runs already, since nobody knows when: a plan says nothing about that.
	if (status === 'implemented') return row(control, undefined, undefined, undefined);
	const dates = gaps.map(({ due }) => due);
	if (dates.length > 0) {
		const last = gaps.toSorted((a, b) => b.due.localeCompare(a.due))[0];
		// One without a date leaves all of it open.
		const isKnown = last !== undefined && dates.every(isCalendarDate);
		return isKnown && isCalendarDate(last.due)
			? row(control, last.due, 'gap', last)
			: row(control, undefined, undefined, undefined);
	}
	return isCalendarDate(dueDate)
		? row(control, dueDate, 'dueDate', undefined)
		: row(control, undefined, undefined, undefined);
}

function row(
	control: Control,
	live: CalendarDate | undefined,
	source: LiveSource | undefined,
	gap: Gap | undefined,
): SafeStartRow {
	const safe = live && (nextRound(live, control.frequency) ?? live);
	return { control, live, source, gap, safe };
}
