/** Checks EVD about rounds: is there evidence for each that is over, and was it done in time? */
import { readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { factsOfFrequency } from '../../catalog/sampling.ts';
import type { Control } from '../../records/control.ts';
import { reportPeriod } from '../../rules/report-period.ts';
import { nothing } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { dueEvidence, type DueEvidence } from '../evidence-due.ts';
import { evidenceModelOf, hasRhythm } from '../evidence-rounds.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../finding.ts';
import { isLogged } from '../logged-deviation.ts';

interface DueRound extends DueEvidence {
	readonly due: CalendarDate;
}

export const roundRules = [
	controlRule('EVD-01', (control, facts) => {
		const over = roundsOver(control, facts);
		const open = over.filter(({ state }) => state === 'missing' || state === 'waiting');
		return inGroups(control, over, open)
			.filter(({ of }) => !isLogged(facts, 'EVD-01', control.id, of))
			.map(({ of, rounds }) => {
				const occurrence = occurrenceOf(control, rounds, over);
				const shown = rounds.find(({ item }) => item !== undefined);
				const place = shown ? inItem(control, shown, 'state') : {};
				return foundAboutControl(control, 'evidenceKinds', { occurrence }, { of, ...place });
			});
	}),
	controlRule('EVD-10', (control, facts) => {
		// When settings are captured is nobody's duty, and what has no rhythm has no window.
		const hasWindows = hasRhythm(control.frequency) && evidenceModelOf(control) !== 'configuration';
		if (!hasWindows) return nothing;
		return roundsOver(control, facts)
			.filter(({ daysLate }) => daysLate > 0)
			.filter(({ due }) => !isLogged(facts, 'EVD-10', control.id, due))
			.map((round) => {
				const values = { occurrence: nameOf(round), days: round.daysLate };
				const place = inItem(control, round, 'effective');
				return foundAboutControl(control, 'evidenceKinds', values, { of: round.due, ...place });
			});
	}),
];

/** Rounds of a control in scope whose windows are over, oldest first. */
function roundsOver(control: Control, facts: Facts): readonly DueRound[] {
	const period = reportPeriod(facts.scope);
	const isInScope = control.criteria.some((id) => facts.criteria.includes(id));
	if (period?.type !== 'type2' || !isInScope) return nothing;
	const items = facts.linked('evidence', 'controls', control.id);
	return dueEvidence(control, items, period, facts.today).flatMap((piece) => {
		const { due, closes } = piece;
		return due && closes && closes < facts.today ? [{ ...piece, due }] : [];
	});
}

/**
 * What is said at once: a round, or all of a weekly or daily rhythm. Of a setting one capture in the
 * period is enough; that the newest is too old, another check says.
 */
function inGroups(control: Control, over: readonly DueRound[], open: readonly DueRound[]) {
	if (open.length === 0) return nothing;
	if (evidenceModelOf(control) === 'configuration') {
		return open.length < over.length ? nothing : [{ of: '', rounds: open }];
	}
	if (factsOfFrequency(control.frequency)?.intervalDays !== undefined) {
		return [{ of: '', rounds: open }];
	}
	return open.map((round) => ({ of: round.due, rounds: [round] }));
}

/** What stands after “no evidence for”. */
function occurrenceOf(
	control: Control,
	rounds: readonly DueRound[],
	over: readonly DueRound[],
): string {
	const waiting = rounds.filter(({ state }) => state === 'waiting').length;
	const phrase = phraseOf(control, rounds, over.length);
	if (waiting === rounds.length) return `${phrase} is accepted yet`;
	return waiting > 0 ? `${phrase} (${waiting} of them waiting for review)` : phrase;
}

function phraseOf(control: Control, [first, ...more]: readonly DueRound[], all: number): string {
	if (evidenceModelOf(control) === 'configuration') return 'its setting in the period so far';
	if (!first || !hasRhythm(control.frequency)) return 'the period';
	return more.length === 0
		? nameOf(first)
		: `${more.length + 1} of ${all} rounds, the first due ${readableDate(first.due)}`;
}

function nameOf({ due }: DueRound): string {
	return `the round due ${readableDate(due)}`;
}

/** In the item that shows the round. */
function inItem(control: Control, { item }: DueRound, field: string): Partial<Found> {
	if (item === undefined) return {};
	const record = { register: 'evidence', id: item } as const;
	return {
		records: [{ register: 'controls', id: control.id }, record],
		at: { kind: 'cell', record, field },
	};
}
