/**
 * What a control has to show in a Type 2 period, round by round, those ahead included: the same rounds
 * and the same matching as the score (`readiness/evidence-due.ts`), looked at from after the end.
 */
import { addDays, type CalendarDate } from '../../../base/calendar-date.ts';
import { dueEvidence, type DueEvidence } from '../../readiness/evidence-due.ts';
import type { Period } from '../../readiness/evidence-rounds.ts';
import type { Control } from '../../records/control.ts';
import type { EvidenceItem } from '../../registers/evidence.ts';
import { soonDays } from '../remediation/gap-dates.ts';

/** A missing round is `late` once its window is over, `soon` within two weeks of its due date. */
export type RoundState = 'accepted' | 'acceptedLate' | 'waiting' | 'late' | 'soon' | 'ahead';

export interface EvidenceRound {
	readonly due: CalendarDate;
	/** Last day on which it is in time. */
	readonly closes: CalendarDate;
	readonly state: RoundState;
	/** The item that shows it. */
	readonly item: string | undefined;
}

/** Samples of a population that somebody tested: how many are shown. */
export interface SampleCounts {
	readonly tested: number;
	readonly accepted: number;
	readonly waiting: number;
	readonly missing: number;
}

export interface ControlRounds {
	readonly control: Control;
	/** Oldest first. */
	readonly rounds: readonly EvidenceRound[];
	readonly samples: SampleCounts | undefined;
}

/** `items` are the control's active ones. */
export function controlRounds(
	control: Control,
	items: readonly EvidenceItem[],
	period: Period,
	today: CalendarDate,
): ControlRounds {
	// From so far after the end that every window is over.
	const all = dueEvidence(control, items, period, addDays(period.end, 400));
	const rounds = all.flatMap(({ due, closes, state, item }) =>
		due && closes ? [{ due, closes, state: stateOf(state, due, closes, today), item }] : [],
	);
	return { control, rounds, samples: samplesOf(all) };
}

function stateOf(
	state: DueEvidence['state'],
	due: CalendarDate,
	closes: CalendarDate,
	today: CalendarDate,
): RoundState {
	if (state === 'late') return 'acceptedLate';
	if (state !== 'missing') return state;
	if (closes < today) return 'late';
	return due <= addDays(today, soonDays) ? 'soon' : 'ahead';
}

function samplesOf(pieces: readonly DueEvidence[]): SampleCounts | undefined {
	const samples = pieces.filter(({ due }) => due === undefined);
	if (samples.length === 0) return undefined;
	const count = (...states: DueEvidence['state'][]) =>
		samples.filter(({ state }) => states.includes(state)).length;
	return {
		tested: samples.length,
		accepted: count('accepted', 'late'),
		waiting: count('waiting'),
		missing: count('missing'),
	};
}
