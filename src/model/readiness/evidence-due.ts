/**
 * What evidence of a control is due so far in a Type 2 period, and what each of it earns: 1 accepted in
 * its window, 0.5 accepted late or waiting for review, 0 missing (readiness guide, 3.4 and 5.1).
 */
import { addDays, isCalendarDate, type CalendarDate } from '../../base/calendar-date.ts';
import { factsOfFrequency } from '../catalog/sampling.ts';
import type { Control } from '../records/control.ts';
import type { EvidenceItem } from '../registers/evidence.ts';
import { slotsBetween } from './slots.ts';

export interface DueEvidence {
	/** What is due, in words: 'due 31 Mar 2026', 'sample 3 of 25'. */
	readonly due: CalendarDate | undefined;
	readonly closes: CalendarDate | undefined;
	readonly state: 'accepted' | 'late' | 'waiting' | 'missing';
	readonly credit: 1 | 0.5 | 0;
	/** The item that shows it; undefined where nothing does. */
	readonly item: string | undefined;
}

export interface Period {
	readonly start: CalendarDate;
	readonly end: CalendarDate;
}

/** The controls' ways of being shown, where a control does not say its own. */
export function evidenceModelOf(
	control: Pick<Control, 'evidenceModel' | 'frequency'>,
): 'occurrence' | 'population' | 'configuration' {
	const { evidenceModel: said, frequency } = control;
	if (said === 'occurrence' || said === 'population' || said === 'configuration') return said;
	if (frequency === 'perEvent' || frequency === 'manyTimesADay') return 'population';
	return frequency === 'continuous' ? 'configuration' : 'occurrence';
}

/** What is due by `today`, oldest first, with the evidence that shows it. `items` are the control's active ones. */
export function dueEvidence(
	control: Control,
	items: readonly EvidenceItem[],
	period: Period,
	today: CalendarDate,
): readonly DueEvidence[] {
	const usable = items
		.filter(({ state }) => state === 'accepted' || state === 'submitted' || state === 'excused')
		.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.id < b.id ? -1 : 1));
	const tested = wholeNumber(control.itemsTested);
	if (evidenceModelOf(control) === 'population' && tested > 0) {
		return samples(control, usable, tested);
	}
	return occurrences(control, usable, period, today);
}

/** A whole number from 0; 0 for anything else. */
export function wholeNumber(text: string): number {
	return /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
}

/** The day an item is about: what it covers up to, else its effective date. */
export function dayOf({ coversTo, effective }: EvidenceItem): string {
	return isCalendarDate(coversTo) ? coversTo : effective;
}

function occurrences(
	control: Control,
	items: readonly EvidenceItem[],
	period: Period,
	today: CalendarDate,
): readonly DueEvidence[] {
	const free = new Set(items);
	const found: DueEvidence[] = [];
	for (const slot of roundsOf(control, period)) {
		const inTime = take(free, (day) => day >= slot.start && day <= slot.closes);
		// Its window is still open: what is done early neither raises nor lowers anything yet.
		if (slot.closes >= today) continue;
		const item = inTime ?? take(free, (day) => day > slot.closes && day <= addDays(slot.due, 60));
		if (item?.state === 'excused' && item.note.trim() !== '') continue;
		found.push({ due: slot.due, closes: slot.closes, ...credit(item, inTime === undefined) });
	}
	return found;
}

/** Rounds of the rhythm; a setting is to be shown every 90 days, what has none once. */
function roundsOf(control: Control, { start, end }: Period) {
	const model = evidenceModelOf(control);
	const captureEvery = factsOfFrequency('continuous')?.captureEveryDays ?? 90;
	const slots =
		model === 'configuration'
			? []
			: slotsBetween(start, end, control.frequency, control.cycleAnchor);
	if (slots.length > 0 || isRhythm(control)) return slots;
	const rounds = [];
	for (let from = start; from <= end; from = addDays(from, captureEvery)) {
		const due = addDays(from, captureEvery - 1);
		const last = due > end ? end : due;
		rounds.push({ start: from, due: last, closes: last });
		if (model !== 'configuration') break;
	}
	return rounds;
}

/** A rhythm without a round in the period has nothing due in it. */
function isRhythm(control: Control): boolean {
	const facts = factsOfFrequency(control.frequency);
	const hasInterval = facts?.intervalMonths !== undefined || facts?.intervalDays !== undefined;
	return hasInterval && evidenceModelOf(control) !== 'configuration';
}

function samples(
	control: Control,
	items: readonly EvidenceItem[],
	tested: number,
): readonly DueEvidence[] {
	const grace = factsOfFrequency(control.frequency)?.graceDays ?? 0;
	const shown = items.flatMap((item) => {
		const late =
			isCalendarDate(item.coversTo) &&
			isCalendarDate(item.effective) &&
			item.effective > addDays(item.coversTo, grace);
		const count = Math.max(1, wholeNumber(item.items));
		return Array.from({ length: Math.min(count, tested) }, () => ({ item, late }));
	});
	const best = shown
		.map(({ item, late }) => ({ due: undefined, closes: undefined, ...credit(item, late) }))
		.sort((a, b) => b.credit - a.credit);
	const missing = { due: undefined, closes: undefined, ...credit(undefined, false) };
	return Array.from({ length: tested }, (_, at) => best[at] ?? missing);
}

function credit(item: EvidenceItem | undefined, late: boolean) {
	if (item?.state === 'accepted') {
		return late
			? ({ state: 'late', credit: 0.5, item: item.id } as const)
			: ({ state: 'accepted', credit: 1, item: item.id } as const);
	}
	if (item?.state === 'submitted') return { state: 'waiting', credit: 0.5, item: item.id } as const;
	return { state: 'missing', credit: 0, item: undefined } as const;
}

function take(free: Set<EvidenceItem>, fits: (day: string) => boolean): EvidenceItem | undefined {
	for (const item of free) {
		const day = dayOf(item);
		if (!isCalendarDate(day) || !fits(day)) continue;
		free.delete(item);
		return item;
	}
	return undefined;
}
