/** What people do with gaps, each as one command. What makes no sense is refused in words. */
import { counted } from '../../base/counted.ts';
import { isCalendarDate } from '../../base/calendar-date.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { termLabel } from '../../model/records/vocabulary.ts';
import { isOpenGap, type Gap } from '../../model/registers/gaps.ts';
import { isSamePerson, verifierIsOwner } from '../../model/rules/remediation/closing-gaps.ts';
import { cycleThrough } from '../../model/rules/remediation/gap-dependencies.ts';
import type { GapDraft } from '../../model/rules/remediation/gap-drafts.ts';
import { withNewStep, withStep } from '../../model/rules/remediation/gap-steps.ts';
import { nextGapId } from '../../model/rules/remediation/next-gap-id.ts';
import { RecordDeeds, type Refusal } from '../../parts/lines/record-deeds.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import { setScope } from '../../workbook/commands/set-scope.ts';

/** Values of a gap that change together, by field. */
export type GapValues = Readonly<Record<string, string>>;

export class GapDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #records: RecordDeeds;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#records = new RecordDeeds(workbook, toasts);
	}

	/** Sets one value; the reason where it is refused. */
	edit(gap: Gap, field: string, value: string | readonly string[]): Refusal {
		return this.#refusalOf(gap, field, value) ?? this.#records.edit('gaps', gap.id, field, value);
	}

	/**
	 * Puts a gap into a state. Out of the closed ones it loses who verified it and when: that said
	 * something about a state it is no longer in.
	 */
	move(gap: Gap, status: string, values: GapValues = {}): Refusal {
		const reopened = isOpenGap(gap)
			? {}
			: { closed: '', verifiedBy: '', verified: '', acceptedBy: '' };
		const changes = Object.entries({ ...reopened, ...values, status });
		return this.#records.tried(editRecords, {
			register: 'gaps',
			edits: changes.map(([column, value]) => ({ record: gap.id, column, value })),
			label: `Move ${gap.gapId || gap.title || 'a gap'} to ${termLabel('gapStatus', status).toLowerCase()}`,
		});
	}

	/** As `move`, where a refusal has no place of its own on the screen. */
	moveOrSay(gap: Gap, status: string): void {
		this.#records.said(this.move(gap, status));
	}

	/** Adds gaps under the next ids; the ids of the records. */
	add(drafts: readonly GapDraft[]): readonly string[] {
		const gaps = this.#workbook.records('gaps');
		const rows = drafts.map((draft, at) => ({ gapId: nextGapId(gaps, at), ...draft }));
		const [only, ...more] = rows;
		if (!only) return [];
		const label =
			more.length === 0 ? `Add gap ${only.gapId}` : `Add ${counted(rows.length, 'gap')}`;
		const created = this.#records.add('gaps', rows, label);
		if (created.length > 1) this.#records.offerUndo(`Added ${counted(rows.length, 'gap')}.`);
		return created;
	}

	markStep(gap: Gap, line: number, isDone: boolean): void {
		this.#records.said(this.edit(gap, 'steps', withStep(gap.steps, line, isDone)));
	}

	addSteps(gap: Gap, texts: readonly string[]): void {
		this.#records.said(this.edit(gap, 'steps', texts.reduce(withNewStep, gap.steps)));
	}

	retire(gap: Gap): void {
		this.#records.retire('gaps', gap.id);
	}

	/** Sets the start of the period, where a person asked for it. */
	setPeriodStart(date: string): void {
		const refusal = this.#records.tried(setScope, {
			values: { periodStart: date },
			label: 'Set the period start to the earliest safe start',
		});
		if (refusal !== undefined) this.#records.said(refusal);
		else {
			const { periodEnd } = this.#workbook.scope;
			this.#records.offerUndo(
				isCalendarDate(periodEnd) && periodEnd <= date
					? 'The period start is set. The period now ends before it starts: set its end in the scope.'
					: 'The period start is set in the scope.',
			);
		}
	}

	#refusalOf(gap: Gap, field: string, value: string | readonly string[]): Refusal {
		if (field === 'dependsOn' && typeof value !== 'string') return this.#cycle(gap, value);
		if (typeof value !== 'string') return undefined;
		if (field === 'verifiedBy' && isSamePerson(gap.owner, value)) return verifierIsOwner(value);
		if (field === 'owner' && isSamePerson(gap.verifiedBy, value)) {
			return `${value.trim()} verified it. Whoever does the work cannot be the one who looked at the proof.`;
		}
		return undefined;
	}

	#cycle(gap: Gap, wanted: readonly string[]): Refusal {
		const way = cycleThrough(gap.id, wanted, (id) => this.#workbook.record('gaps', id));
		if (!way) return undefined;
		if (way.length === 2) return 'A gap cannot wait for itself.';
		const names = way.map((id) => {
			const other = this.#workbook.record('gaps', id);
			return other?.gapId || other?.title || 'a gap';
		});
		return `They would wait for each other: ${names.join(' waits for ')}.`;
	}
}
