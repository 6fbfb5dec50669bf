/** When evidence of a control is due inside a period, by what has to be shown of it (readiness guide, 5.1). */
import { addDays, type CalendarDate } from '../../base/calendar-date.ts';
import { factsOfFrequency } from '../catalog/sampling.ts';
import type { Control } from '../records/control.ts';
import { daysBetween, slotsBetween, type Slot } from './slots.ts';

export interface Period {
	readonly start: CalendarDate;
	readonly end: CalendarDate;
}

/** A round in which something is due, and the day after which it is counted as due. */
export interface Round extends Slot {
	readonly counted: CalendarDate;
}

/** What says how a control is shown. */
export type ShownControl = Pick<Control, 'evidenceModel' | 'frequency' | 'cycleAnchor'>;

const captureEvery = factsOfFrequency('continuous')?.captureEveryDays ?? 90;

/** The controls' ways of being shown, where a control does not say its own. */
export function evidenceModelOf(
	control: Pick<ShownControl, 'evidenceModel' | 'frequency'>,
): 'occurrence' | 'population' | 'configuration' {
	const { evidenceModel: said, frequency } = control;
	if (said === 'occurrence' || said === 'population' || said === 'configuration') return said;
	if (frequency === 'perEvent' || frequency === 'manyTimesADay') return 'population';
	return frequency === 'continuous' ? 'configuration' : 'occurrence';
}

/**
 * Rounds of the rhythm whose due date lies in the period. A setting is to be captured every 90 days;
 * what has no rhythm is asked for after as long, and any day of the period will do for it.
 */
export function roundsOf(control: ShownControl, period: Period): readonly Round[] {
	if (evidenceModelOf(control) === 'configuration') return captures(period).map(closing);
	if (hasRhythm(control.frequency)) {
		const { frequency, cycleAnchor } = control;
		return slotsBetween(period.start, period.end, frequency, cycleAnchor).map(closing);
	}
	const [first] = captures(period);
	return first ? [{ ...first, closes: period.end, counted: first.due }] : [];
}

/** True for a frequency in days or months, not for events and settings. */
export function hasRhythm(frequency: string): boolean {
	const facts = factsOfFrequency(frequency);
	return facts?.intervalMonths !== undefined || facts?.intervalDays !== undefined;
}

/** While its window is open, what is done early neither raises nor lowers anything yet. */
function closing(slot: Slot): Round {
	return { ...slot, counted: slot.closes };
}

/** As many as fit, at least one; the last lasts to the end of the period. */
function captures({ start, end }: Period): readonly Slot[] {
	const days = daysBetween(start, end) + 1;
	const count = Math.min(40, Math.max(1, Math.floor(days / captureEvery)));
	return Array.from({ length: count }, (_, at) => {
		const due = at === count - 1 ? end : addDays(start, (at + 1) * captureEvery - 1);
		return { start: addDays(start, at * captureEvery), due, closes: due };
	});
}
