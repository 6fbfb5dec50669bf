/** What is wrong with entries, in words for the person. */
import { isCalendarDate, readableDate } from '../../base/calendar-date.ts';
import type { ReviewEntry } from '../../model/review/entry.ts';
import type { Refusal } from '../frame.ts';

/** Two entries of this very device stand at one place: its keys were used in two places. */
export interface OwnFork {
	/** The one that is not among those here. */
	readonly entry: ReviewEntry;
	readonly text: string;
}

/** `entry`: of this device, and contradicting another of its own that stands here. */
export function ownForkOf(entry: ReviewEntry): OwnFork {
	const day = entry.at.slice(0, 10);
	const when = isCalendarDate(day) ? `On ${readableDate(day)}` : 'At another time';
	const text = `${when} this browser wrote something as ${entry.name} in another copy of this workbook, and it does not fit what was written in this one. The others keep whichever reached them first and refuse the rest, so what you write in this copy may not reach everybody.`;
	return { entry, text };
}

/** Why an entry that stood stored is not taken. */
export function faultWords(refusal: Refusal): string {
	if (refusal === 'forged') return 'It is not what its author signed: it was changed in storage.';
	if (refusal === 'gap') return 'An entry before it is missing from storage.';
	if (refusal === 'unsafe') return 'It counts in a way that no device counts.';
	return 'It contradicts another entry of the same device at the same place.';
}
