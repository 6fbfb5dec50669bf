/** What people do with criteria, each as one command: a refusal is said where it was tried. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { recordName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import type { AssessmentKey } from '../../model/records/assessment.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { assessCriteria } from '../../workbook/commands/assess-criteria.ts';
import { addRecords } from '../../workbook/commands/records/add-records.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import type { CommandDefinition } from '../../workbook/command.ts';

export class CriteriaDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #toasts: ToastQueue;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#toasts = toasts;
	}

	/** Has a control answer a criterion, or no longer. */
	map(criterion: string, id: string, isMapped: boolean): boolean {
		const control = this.#workbook.record('controls', id);
		const present = control?.criteria ?? [];
		const others = present.filter((member) => member !== criterion);
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
		if (this.map(criterion, id, false)) this.#offerUndo(`${name} no longer answers ${criterion}.`);
	}

	/** Returns why a value was not taken; undefined where it was. */
	assess(criterion: string, field: AssessmentKey, value: string): string | undefined {
		return this.#tried(assessCriteria, { edits: [{ criterion, field, value }] });
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
		if (taken) this.#offerUndo(`${criterion} is set aside as not relevant.`);
	}

	/** Counts a criterion again; its reason is kept for the case that it is set aside anew. */
	countAgain(criterion: string): void {
		const edits = [{ criterion, field: 'relevance', value: '' }] as const;
		if (this.#done(assessCriteria, { edits, label: `Count ${criterion} again` })) {
			this.#offerUndo(`${criterion} counts again.`);
		}
	}

	/** Adds a gap that the assessment of a criterion found; true where it was added. */
	addGap(criterion: string, title: string): boolean {
		const row = {
			title,
			status: 'open',
			foundBy: 'assessment',
			criteria: [criterion],
			opened: this.#workbook.today,
		};
		return this.#done(addRecords, {
			register: 'gaps',
			rows: [row],
			label: `Add a gap to ${criterion}`,
		});
	}

	#tried<Input>(definition: CommandDefinition<Input>, input: Input): string | undefined {
		const outcome = this.#workbook.run(definition, input);
		return outcome.ok ? undefined : outcome.problems.map(({ text }) => text).join(' ');
	}

	#done<Input>(definition: CommandDefinition<Input>, input: Input): boolean {
		const refusal = this.#tried(definition, input);
		if (refusal !== undefined) this.#toasts.show(refusal, { tone: 'problem' });
		return refusal === undefined;
	}

	/** A message may outlive other changes: its Undo takes back its own step or nothing. */
	#offerUndo(text: string): void {
		const step = this.#workbook.undoStep;
		const run = (): void => {
			if (step && step === this.#workbook.undoStep) this.#workbook.undo();
			else this.#toasts.show('Other changes came after this one. Undo takes them back one by one.');
		};
		this.#toasts.show(text, { action: { label: 'Undo', run } });
	}
}
