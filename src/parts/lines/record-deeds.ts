/**
 * What people do with records outside their grid, each as one command: a refusal is said, and what goes
 * out of sight can be taken back from the message.
 */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { recordName, type RegisterName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { addRecords, type RecordValues } from '../../workbook/commands/records/add-records.ts';
import { editRecords } from '../../workbook/commands/records/edit-records.ts';
import { retireRecords } from '../../workbook/commands/records/retire-records.ts';
import type { CommandDefinition } from '../../workbook/command.ts';

/** Why a value was not taken; undefined where it was. */
export type Refusal = string | undefined;

export class RecordDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #toasts: ToastQueue;

	constructor(workbook: LiveWorkbook, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#toasts = toasts;
	}

	/** Runs a command; tells why it was refused, for the place where it was tried. */
	tried<Input>(definition: CommandDefinition<Input>, input: Input): Refusal {
		const outcome = this.#workbook.run(definition, input);
		return outcome.ok ? undefined : textOf(outcome.problems);
	}

	/** Says a refusal where nothing on the screen could show it. */
	said(refusal: Refusal): void {
		if (refusal !== undefined) this.#toasts.show(refusal, { tone: 'problem' });
	}

	/** Adds records at the end of a register; the ids of the new ones. */
	add(register: RegisterName, rows: readonly RecordValues[], label?: string): readonly string[] {
		const input = { register, rows, ...(label ? { label } : {}) };
		const outcome = this.#workbook.run(addRecords, input);
		if (outcome.ok) return outcome.value.created;
		this.said(textOf(outcome.problems));
		return [];
	}

	edit(
		register: RegisterName,
		record: string,
		column: string,
		value: string | readonly string[],
	): Refusal {
		return this.tried(editRecords, { register, edits: [{ record, column, value }] });
	}

	/** Takes a record out of sight; its values and history are kept. */
	retire(register: RegisterName, record: string): void {
		const name = recordName(registers[register], this.#workbook.record(register, record));
		const refusal = this.tried(retireRecords, { register, records: [record], reason: '' });
		if (refusal === undefined) this.offerUndo(`Retired ${name}. Its values are kept.`);
		else this.said(refusal);
	}

	/** Says what was done last, with Undo: it takes back its own step or nothing. */
	offerUndo(text: string): void {
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
