/** How gaps are shown: columns of the board, looks of severities and dates. */
import { isCalendarDate, readableDate, type CalendarDate } from '../../base/calendar-date.ts';
import { termLabel, vocabularies } from '../../model/records/vocabulary.ts';
import type { Gap } from '../../model/registers/gaps.ts';
import { dueStanding } from '../../model/rules/remediation/gap-dates.ts';
import type { GapSeverity } from '../../model/rules/remediation/gap-severity.ts';
import type { PillState } from '../../ui/feedback/pill-state.ts';

export const statusStates: Readonly<Record<string, PillState>> = {
	open: 'none',
	inProgress: 'part',
	waiting: 'blocked',
	toVerify: 'part',
	closed: 'met',
	accepted: 'met',
};

/** Where a gap stands on the board: what is no status of the list stands with the open ones. */
export function columnOf({ status }: Pick<Gap, 'status'>): string {
	return status in statusStates ? status : 'open';
}

export const boardColumns = vocabularies.gapStatus.terms;

/** Worst first, as the parts of a bar. */
export const severityStates: Readonly<Record<GapSeverity, PillState>> = {
	critical: 'blocked',
	high: 'late',
	medium: 'part',
	low: 'planned',
};

export function severityWord(severity: string): string {
	return severity === '' ? 'Not rated' : termLabel('severity', severity);
}

export function severityState(severity: string): PillState {
	return severity in severityStates ? severityStates[severity as GapSeverity] : 'none';
}

/** 'Due 3 Dec 2026', 'Overdue since 3 Nov 2026', 'Closed 3 Nov 2026', 'No date'. */
export function dueWords(gap: Gap, today: CalendarDate): string {
	const standing = dueStanding(gap, today);
	if (standing === 'done') {
		const word = gap.status === 'accepted' ? 'Accepted' : 'Closed';
		return isCalendarDate(gap.closed) ? `${word} ${readableDate(gap.closed)}` : word;
	}
	if (!isCalendarDate(gap.due)) return gap.due === '' ? 'No date' : `Due ${gap.due}`;
	return standing === 'overdue'
		? `Overdue since ${readableDate(gap.due)}`
		: `Due ${readableDate(gap.due)}`;
}

/** 'G-03' and its title, as far as there are both. */
export function gapName({ gapId, title }: Pick<Gap, 'gapId' | 'title'>): string {
	return [gapId, title].filter(Boolean).join(' ') || 'a gap without name';
}
