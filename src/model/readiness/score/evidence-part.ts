/** Evidence: what is due so far and shown. For Type 1, one accepted item that is in force on the date. */
import { grouped } from '../../../base/counted.ts';
import { isCalendarDate, readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import type { Control } from '../../records/control.ts';
import { threshold } from '../../records/thresholds.ts';
import type { EvidenceItem } from '../../registers/evidence.ts';
import { ageLimit } from '../evidence-at-hand.ts';
import { dayOf, dueEvidence, type DueEvidence } from '../evidence-due.ts';
import type { Period } from '../evidence-rounds.ts';
import type { Facts } from '../facts.ts';
import { daysBetween } from '../slots.ts';
import type { Range, Reason } from './score.ts';

export interface EvidencePart extends Range {
	readonly reasons: readonly Reason[];
	/** How many pieces are due so far. */
	readonly due: number;
}

/** On one date: 1 accepted and in date, 0.5 handed in, 0 none. */
export function evidenceOn(control: Control, asOf: CalendarDate, facts: Facts): EvidencePart {
	const items = facts.linked('evidence', 'controls', control.id);
	const inForce = items.filter((item) => isInForce(item, asOf, facts));
	const accepted = inForce.find(({ state }) => state === 'accepted');
	const submitted = inForce.find(({ state }) => state === 'submitted');
	const value = accepted ? 1 : submitted ? 0.5 : 0;
	const item = accepted ?? submitted;
	const text = accepted
		? 'Evidence is accepted and in date'
		: submitted
			? 'Evidence waits for review'
			: items.length > 0
				? 'No evidence that is in date'
				: 'No evidence';
	const reason: Reason = {
		text,
		holds: accepted ? 'yes' : submitted ? 'half' : 'no',
		records: item
			? [{ register: 'evidence', id: item.id }]
			: [{ register: 'controls', id: control.id }],
		field: item ? 'state' : 'evidenceKinds',
	};
	return { low: value, high: value, reasons: [reason], due: 1 };
}

/** Over a period: the credits of what is due so far, by how much of it there is. */
export function evidenceOver(control: Control, period: Period, facts: Facts): EvidencePart {
	const items = facts.linked('evidence', 'controls', control.id);
	const due = dueEvidence(control, items, period, facts.today);
	const sum = due.reduce((total, { credit }) => total + credit, 0);
	const value = due.length === 0 ? 0 : sum / due.length;
	return { low: value, high: value, reasons: reasonsOf(control, due), due: due.length };
}

/** Dated on or before the day, and not older than its kind allows. */
function isInForce(item: EvidenceItem, asOf: CalendarDate, facts: Facts): boolean {
	const day = dayOf(item);
	if (!isCalendarDate(day) || day > asOf) return false;
	const age = ageLimit(item.kind, facts.scope) ?? threshold(facts.scope, 'reviewAgeDays');
	return daysBetween(day, asOf) <= age;
}

function reasonsOf(control: Control, due: readonly DueEvidence[]): readonly Reason[] {
	if (due.length === 0) {
		const records = [{ register: 'controls', id: control.id } as const];
		return [{ text: 'Nothing is due yet', holds: 'unknown', records, field: 'frequency' }];
	}
	const dated = due.filter(({ due: day }) => day !== undefined);
	if (dated.length === 0) return [sampleReason(control, due)];
	return dated.map((piece) => ({
		text: wordsOf(piece),
		holds: piece.credit === 1 ? 'yes' : piece.credit === 0 ? 'no' : 'half',
		records: [
			piece.item
				? { register: 'evidence', id: piece.item }
				: { register: 'controls', id: control.id },
		],
		field: piece.item ? 'state' : 'evidenceKinds',
	}));
}

function wordsOf({ due, state }: DueEvidence): string {
	const round = `the round due ${due ? readableDate(due) : ''}`;
	switch (state) {
		case 'accepted':
			return `Evidence for ${round} was accepted in time`;
		case 'late':
			return `Evidence for ${round} came late`;
		case 'waiting':
			return `Evidence for ${round} waits for review`;
		case 'missing':
			return `No evidence for ${round}`;
	}
}

function sampleReason(control: Control, due: readonly DueEvidence[]): Reason {
	const count = (state: DueEvidence['state']) =>
		due.filter((piece) => piece.state === state).length;
	const parts = [
		`${grouped(count('accepted'))} of ${grouped(due.length)} samples have accepted evidence`,
		...(count('late') > 0 ? [`${count('late')} late`] : []),
		...(count('waiting') > 0 ? [`${count('waiting')} wait for review`] : []),
	];
	const items = [...new Set(due.flatMap(({ item }) => item ?? []))];
	const full = due.every(({ credit }) => credit === 1);
	return {
		text: parts.join(', '),
		holds: full ? 'yes' : items.length > 0 ? 'half' : 'no',
		records: [
			{ register: 'controls', id: control.id },
			...items.map((id) => ({ register: 'evidence', id }) as const),
		],
		field: 'itemsTested',
	};
}
