/** How evidence is shown: the looks and words of items and of rounds. */
import { isCalendarDate, readableDate } from '../../base/calendar-date.ts';
import { termLabel } from '../../model/records/vocabulary.ts';
import type { EvidenceItem } from '../../model/registers/evidence.ts';
import type { RoundState } from '../../model/rules/evidence/control-rounds.ts';
import type { PillState } from '../../ui/feedback/pill-state.ts';

const itemStates: Readonly<Record<string, PillState>> = {
	expected: 'planned',
	submitted: 'part',
	accepted: 'met',
	returned: 'late',
	excused: 'none',
};

export function itemState({ state }: Pick<EvidenceItem, 'state'>): PillState {
	return itemStates[state] ?? 'none';
}

export function itemStateWord({ state }: Pick<EvidenceItem, 'state'>): string {
	return state === '' ? 'No state' : termLabel('evidenceState', state);
}

export const roundStates: Readonly<Record<RoundState, PillState>> = {
	late: 'late',
	soon: 'planned',
	waiting: 'part',
	acceptedLate: 'part',
	accepted: 'met',
	ahead: 'none',
};

export const roundWords: Readonly<Record<RoundState, string>> = {
	late: 'Missing',
	soon: 'Due soon',
	waiting: 'Waiting for review',
	acceptedLate: 'Accepted late',
	accepted: 'Accepted',
	ahead: 'Later',
};

/** The day an item is about, in words. */
export function itemDay({ effective, coversFrom, coversTo }: EvidenceItem): string {
	if (isCalendarDate(coversFrom) && isCalendarDate(coversTo)) {
		return `${readableDate(coversFrom)} to ${readableDate(coversTo)}`;
	}
	if (isCalendarDate(effective)) return readableDate(effective);
	return effective === '' ? 'No date' : effective;
}

/** An address a person may open: nothing but the web's own kinds. */
export function webAddress(address: string): string | undefined {
	return /^https?:\/\/\S+$/i.test(address.trim()) ? address.trim() : undefined;
}
