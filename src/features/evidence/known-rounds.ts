/**
 * The rounds of every control, kept while the control, its evidence, the period and the day stay as they
 * are: one edit among thousands of controls works out the rounds of one.
 */
import type { CalendarDate } from '../../base/calendar-date.ts';
import type { Period } from '../../model/readiness/evidence-rounds.ts';
import type { Control } from '../../model/records/control.ts';
import type { EvidenceItem } from '../../model/registers/evidence.ts';
import { controlRounds, type ControlRounds } from '../../model/rules/evidence/control-rounds.ts';

interface Kept {
	readonly control: Control;
	readonly items: readonly EvidenceItem[];
	readonly when: string;
	readonly rounds: ControlRounds;
}

export class KnownRounds {
	readonly #kept = new Map<string, Kept>();

	of(
		control: Control,
		items: readonly EvidenceItem[],
		period: Period,
		today: CalendarDate,
	): ControlRounds {
		const when = `${period.start} ${period.end} ${today}`;
		const kept = this.#kept.get(control.id);
		if (kept?.control === control && kept.when === when && areSame(kept.items, items)) {
			return kept.rounds;
		}
		const rounds = controlRounds(control, items, period, today);
		this.#kept.set(control.id, { control, items, when, rounds });
		return rounds;
	}
}

function areSame(a: readonly EvidenceItem[], b: readonly EvidenceItem[]): boolean {
	return a.length === b.length && a.every((item, at) => item === b[at]);
}
