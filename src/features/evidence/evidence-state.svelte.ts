/** The evidence of one workbook as its screens read it: what is late, due soon, waiting, and by month. */
import { isNotApplicable } from '../../model/readiness/score/control-standing.ts';
import { readinessOf } from '../../live/live-readiness.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Control } from '../../model/records/control.ts';
import type { EvidenceItem } from '../../model/registers/evidence.ts';
import type { ControlRounds, EvidenceRound } from '../../model/rules/evidence/control-rounds.ts';
import { reportPeriod } from '../../model/rules/report-period.ts';
import { EvidenceDeeds } from '../../parts/evidence/evidence-deeds.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { KnownRounds } from './known-rounds.ts';

/** A control with what of it is late, or due soon. */
export interface DueControl {
	readonly id: string;
	readonly control: Control;
	/** Oldest first; empty where the report is about one date, or samples are missing. */
	readonly rounds: readonly EvidenceRound[];
	/** Samples that were tested and have no evidence. */
	readonly samples: number;
}

const none: readonly EvidenceItem[] = [];

export class EvidenceState {
	readonly workbook: LiveWorkbook;
	readonly deeds: EvidenceDeeds;
	readonly #known = new KnownRounds();
	/** Those that are not retired, in the order of the register. */
	readonly items: readonly EvidenceItem[] = $derived.by(() =>
		this.workbook.records('evidence').filter(({ retired }) => !retired),
	);
	readonly #byControl = $derived.by(() => {
		const found = new Map<string, EvidenceItem[]>();
		for (const item of this.items) {
			for (const id of item.controls) {
				const list = found.get(id);
				if (list) list.push(item);
				else found.set(id, [item]);
			}
		}
		return found;
	});
	/** Active controls that apply. */
	readonly controls: readonly Control[] = $derived.by(() =>
		this.workbook.controls.filter((control) => !control.retired && !isNotApplicable(control)),
	);
	readonly period = $derived.by(() => reportPeriod(this.workbook.scope));
	/** Of a Type 2 period; empty for one date. */
	readonly rounds: readonly ControlRounds[] = $derived.by(() => {
		const period = this.period;
		if (period?.type !== 'type2') return [];
		const { today } = this.workbook;
		return this.controls.map((control) =>
			this.#known.of(control, this.itemsOf(control.id), period, today),
		);
	});
	readonly late: readonly DueControl[] = $derived.by(() =>
		this.period?.type === 'type2'
			? this.rounds
					.flatMap((each) => dueOf(each, 'late'))
					.sort((a, b) => (a.rounds[0]?.due ?? '9').localeCompare(b.rounds[0]?.due ?? '9'))
			: this.#notShown(),
	);
	readonly soon: readonly DueControl[] = $derived.by(() =>
		this.rounds.flatMap((each) => dueOf(each, 'soon')),
	);
	/** Handed in, the longest waiting first. */
	readonly waiting = $derived(
		this.items
			.filter(({ state }) => state === 'submitted')
			.toSorted((a, b) => (a.submitted || '9').localeCompare(b.submitted || '9')),
	);
	readonly returned = $derived(this.items.filter(({ state }) => state === 'returned'));
	/** The latest first. */
	readonly accepted = $derived(
		this.items
			.filter(({ state }) => state === 'accepted')
			.toSorted((a, b) => b.effective.localeCompare(a.effective)),
	);
	readonly withoutKinds = $derived(
		this.controls.filter(({ evidenceKinds }) => evidenceKinds.length === 0),
	);

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.workbook = workbook;
		this.deeds = new EvidenceDeeds(workbook, toasts);
	}

	itemsOf(control: string): readonly EvidenceItem[] {
		return this.#byControl.get(control) ?? none;
	}

	readonly item = (id: string): EvidenceItem | undefined =>
		this.items.find((item) => item.id === id);

	/** For one date: controls that the score finds no evidence of in force. */
	#notShown(): readonly DueControl[] {
		const readiness = readinessOf(this.workbook);
		return this.controls.flatMap((control) => {
			const parts = readiness.controlScore(control.id)?.parts ?? [];
			const evidence = parts.find(({ kind }) => kind === 'evidence');
			return evidence?.low === 0 ? [{ id: control.id, control, rounds: [], samples: 0 }] : [];
		});
	}
}

function dueOf(
	{ control, rounds, samples }: ControlRounds,
	state: 'late' | 'soon',
): readonly DueControl[] {
	const found = rounds.filter((round) => round.state === state);
	const missing = state === 'late' ? (samples?.missing ?? 0) : 0;
	return found.length > 0 || missing > 0
		? [{ id: control.id, control, rounds: found, samples: missing }]
		: [];
}
