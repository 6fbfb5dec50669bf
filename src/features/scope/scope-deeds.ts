/**
 * What people do in the scope, each as one command: a refusal is said where it was tried, and what goes
 * out of sight can be taken back from the message.
 */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { TrustServicesCategory } from '../../model/catalog/criteria.ts';
import type { AssessmentKey } from '../../model/records/assessment.ts';
import type { ScopeFieldKey } from '../../model/records/scope.ts';
import { recordName, type RegisterName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import { withAnswer, withMember, type Answer } from '../../model/rules/scoping/answers.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { assessCriteria } from '../../workbook/commands/assess-criteria.ts';
import { addRecords, type RecordValues } from '../../workbook/commands/records/add-records.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import { retireRecords } from '../../workbook/commands/records/retire-records.ts';
import { setScope, type SetScope } from '../../workbook/commands/set-scope.ts';
import type { CommandDefinition } from '../../workbook/command.ts';

/** Why a value was not taken; undefined where it was. */
export type Refusal = string | undefined;

export class ScopeDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #toasts: ToastQueue;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#toasts = toasts;
	}

	/** Sets facts of the scope. */
	set(values: SetScope['values'], label?: string): Refusal {
		return this.#tried(setScope, { values, ...(label ? { label } : {}) });
	}

	/** Sets one fact of the scope. */
	setFact(key: ScopeFieldKey, value: string): Refusal {
		return this.set({ [key]: value });
	}

	answer(question: string, answer: Answer): void {
		const said = { yes: 'yes', no: 'no', unknown: 'not known' }[answer];
		const values = withAnswer(this.#workbook.scope, question, answer);
		this.#said(this.set(values, `Answer a scoping question: ${said}`));
	}

	/** Puts a category in scope or leaves it out; security comes in with whatever is decided first. */
	choose(category: TrustServicesCategory, isIn: boolean, label: string): void {
		const before = withMember(this.#workbook.scope.categories, 'security', true);
		const categories = withMember(before, category, isIn || category === 'security');
		this.#said(this.set({ categories }, label));
	}

	giveReason(category: TrustServicesCategory, reason: string): Refusal {
		return this.#tried(setScope, { values: {}, reasons: { [category]: reason } });
	}

	assess(criterion: string, field: AssessmentKey, value: string): Refusal {
		return this.#tried(assessCriteria, { edits: [{ criterion, field, value }] });
	}

	/** Counts a criterion again, in one step. Its reason is kept for the case that it is set aside anew. */
	countAgain(criterion: string): void {
		this.#said(this.assess(criterion, 'relevance', ''));
		this.#offerUndo(`${criterion} counts again.`);
	}

	/** Adds records at the end of a register; the ids of the new ones. */
	add(register: RegisterName, rows: readonly RecordValues[]): readonly string[] {
		const outcome = this.#workbook.run(addRecords, { register, rows });
		if (outcome.ok) return outcome.value.created;
		this.#said(textOf(outcome.problems));
		return [];
	}

	edit(
		register: RegisterName,
		record: string,
		column: string,
		value: string | readonly string[],
	): Refusal {
		return this.#tried(editRecords, { register, edits: [{ record, column, value }] });
	}

	/** Takes a record out of sight; its values and history are kept. */
	retire(register: RegisterName, record: string): void {
		const name = recordName(registers[register], this.#workbook.record(register, record));
		const refusal = this.#tried(retireRecords, { register, records: [record], reason: '' });
		if (refusal === undefined) this.#offerUndo(`Retired ${name}. Its values are kept.`);
		else this.#said(refusal);
	}

	#tried<Input>(definition: CommandDefinition<Input>, input: Input): Refusal {
		const outcome = this.#workbook.run(definition, input);
		return outcome.ok ? undefined : textOf(outcome.problems);
	}

	#said(refusal: Refusal): void {
		if (refusal !== undefined) this.#toasts.show(refusal, { tone: 'problem' });
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

function textOf(problems: readonly { readonly text: string }[]): string {
	return problems.map(({ text }) => text).join(' ');
}
