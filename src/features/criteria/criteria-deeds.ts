/** What people do with criteria, each as one command: a refusal is said where it was tried. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Assessment, AssessmentKey } from '../../model/records/assessment.ts';
import { recordName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import {
	gapByHand,
	gapFromAssessment,
	type GapDraft,
} from '../../model/rules/remediation/gap-drafts.ts';
import { RecordDeeds, type Refusal } from '../../parts/lines/record-deeds.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { assessCriteria } from '../../workbook/commands/assess-criteria.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import type { CommandDefinition } from '../../workbook/command.ts';

export class CriteriaDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #deeds: RecordDeeds;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#deeds = new RecordDeeds(workbook, toasts);
	}

	/** Has a control answer a criterion, or no longer; true where that was taken. */
	map(criterion: string, id: string, isMapped: boolean): boolean {
		const control = this.#workbook.record('controls', id);
		const others = (control?.criteria ?? []).filter((member) => member !== criterion);
		const name = recordName(registers.controls, control);
		return this.#done(editRecords, {
			register: 'controls',
			edits: [
				{ record: id, column: 'criteria', value: isMapped ? [...others, criterion] : others },
			],
			label: isMapped ? `Map ${name} to ${criterion}` : `Take ${name} off ${criterion}`,
		});
	}

	/** Takes a control off a criterion; the message offers to take that back. */
	unmap(criterion: string, id: string): void {
		const name = recordName(registers.controls, this.#workbook.record('controls', id));
		if (this.map(criterion, id, false)) {
			this.#deeds.offerUndo(`${name} no longer answers ${criterion}.`);
		}
	}

	assess(criterion: string, field: AssessmentKey, value: string): Refusal {
		return this.#deeds.tried(assessCriteria, { edits: [{ criterion, field, value }] });
	}

	/** Sets a criterion aside with the reason, in one step. */
	setAside(criterion: string, reason: string): void {
		const taken = this.#done(assessCriteria, {
			edits: [
				{ criterion, field: 'relevance', value: 'no' },
				{ criterion, field: 'notRelevantReason', value: reason },
			],
			label: `Set ${criterion} aside as not relevant`,
		});
		if (taken) this.#deeds.offerUndo(`${criterion} is set aside as not relevant.`);
	}

	/** Counts a criterion again; its reason is kept for the case that it is set aside anew. */
	countAgain(criterion: string): void {
		const taken = this.#done(assessCriteria, {
			edits: [{ criterion, field: 'relevance', value: '' }],
			label: `Count ${criterion} again`,
		});
		if (taken) this.#deeds.offerUndo(`${criterion} counts again.`);
	}

	/** Adds a gap in a person's words; true where it was added. */
	addGap(criterion: string, title: string): boolean {
		const gap = gapByHand(title, this.#workbook.today);
		return this.#addGap(criterion, { ...gap, foundBy: 'assessment', criteria: [criterion] });
	}

	/** Adds the gap that the conclusion of a criterion stands for. */
	addGapOf(assessment: Assessment): void {
		this.#addGap(assessment.id, gapFromAssessment(assessment, this.#workbook.today));
	}

	#addGap(criterion: string, gap: GapDraft): boolean {
		return this.#deeds.add('gaps', [gap], `Add a gap to ${criterion}`).length > 0;
	}

	#done<Input>(definition: CommandDefinition<Input>, input: Input): boolean {
		const refusal = this.#deeds.tried(definition, input);
		this.#deeds.said(refusal);
		return refusal === undefined;
	}
}
