/** What has to be said before a gap is closed, or its risk accepted (readiness guide, part 4). */
import { isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';

export interface Closing {
	readonly owner: string;
	readonly closed: string;
	readonly verifiedBy: string;
}

export interface ClosingProblem {
	readonly field: 'closed' | 'verifiedBy';
	readonly text: string;
}

/** Why a gap cannot be closed like this; undefined where it can. */
export function closingProblem(
	{ owner, closed, verifiedBy }: Closing,
	today: CalendarDate,
): ClosingProblem | undefined {
	if (!isCalendarDate(closed)) {
		return { field: 'closed', text: 'Say on which day the work was done.' };
	}
	if (closed > today) {
		return {
			field: 'closed',
			text: 'This day is still to come. Work that is done has a day in the past.',
		};
	}
	if (verifiedBy.trim() === '') {
		return {
			field: 'verifiedBy',
			text: 'Say who looked at the proof. Until somebody has, the gap is to be verified.',
		};
	}
	if (isSamePerson(owner, verifiedBy)) {
		return { field: 'verifiedBy', text: verifierIsOwner(verifiedBy) };
	}
	return undefined;
}

/** Said wherever the two are the same. */
export function verifierIsOwner(person: string): string {
	return `${person.trim()} did the work, so somebody else has to look at the proof.`;
}

/** Outer blanks and letter case aside; nobody is not the same as nobody. */
export function isSamePerson(a: string, b: string): boolean {
	const [left, right] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
	return left !== '' && left === right;
}
