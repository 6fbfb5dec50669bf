/**
 * What people do in the register, as commands, with the words that follow: a message with Undo where
 * something went out of sight, the reason where a command was refused.
 */
import { assertNever } from '../../base/assert-never.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { recordName, type Register } from '../../model/registers/register.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { countOfRecords } from './count-of.ts';
import { LongWork, longFrom } from './long-work/long-work.svelte.ts';
import type { SelectionByIds } from '../../ui/grid/selection/selection-by-ids.ts';
import type { CommandDefinition } from '../../workbook/command.ts';
import { addRecords, duplicateRecords } from '../../workbook/commands/records/add-records.ts';
import {
	changeRecords,
	type ChangeRecords,
} from '../../workbook/commands/records/change-records.ts';
import { editRecords, type RecordEdit } from '../../workbook/commands/records/edit-records.ts';
import { addColumn, renameColumn, retireColumn } from '../../workbook/commands/own-columns.ts';
import { restoreRecords, retireRecords } from '../../workbook/commands/records/retire-records.ts';

type Outcome = ReturnType<LiveWorkbook['run']>;
type StepOutcome = ReturnType<LiveWorkbook['undo']>;
type Step = NonNullable<LiveWorkbook['undoStep']>;

/** The grid, as far as deeds lead back to where they were done. */
export interface Whereabouts {
	/** What is selected now. */
	readonly selection: () => SelectionByIds | undefined;
	/** Takes the person to a record, a column of it, and what was selected there. */
	readonly goTo: (record: string, column: string | undefined, selected?: SelectionByIds) => void;
}

/** How long a deed is, and what is said while it goes on. */
interface Length {
	readonly what: string;
	/** Values that it writes. */
	readonly size: number;
}

export class RegisterDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #about: Register;
	readonly #toasts: ToastQueue;
	readonly #where: Whereabouts;
	/** Deeds with very many records. */
	readonly longWork = new LongWork();
	/** What was selected when a step over several cells was made; undo and redo give it back. */
	readonly #selections = new WeakMap<Step, SelectionByIds>();
	/** The message that offers to undo a step; it goes once the step is undone otherwise. */
	readonly #offers = new WeakMap<Step, number>();

	constructor(workbook: LiveWorkbook, about: Register, toasts: ToastQueue, where: Whereabouts) {
		this.#workbook = workbook;
		this.#about = about;
		this.#toasts = toasts;
		this.#where = where;
	}

	/** Sets one cell; returns why it was refused, for the place where the text still stands. */
	edit(edit: RecordEdit): string | undefined {
		const outcome = this.#workbook.run(editRecords, {
			register: this.#about.name,
			edits: [edit],
		});
		return outcome.ok ? undefined : textOf(outcome.problems);
	}

	/** What one gesture changed; tells why it was refused. */
	async change(change: Omit<ChangeRecords, 'register'>): Promise<string | undefined> {
		const { label, edits, rows } = change;
		const size = edits.length + rows.length;
		const outcome = await this.#run(
			changeRecords,
			{ ...change, register: this.#about.name },
			{ what: label, size },
		);
		if (!outcome.ok) return textOf(outcome.problems);
		if (size >= many) this.#offerUndo(`${label}.`);
		return undefined;
	}

	/** Sets cells of many records at once, as chosen in a preview; tells why it was refused. */
	async changeMany(edits: readonly RecordEdit[], label: string): Promise<string | undefined> {
		const size = edits.length;
		const outcome = await this.#run(
			editRecords,
			{ register: this.#about.name, edits, label },
			{ what: label, size },
		);
		if (!outcome.ok) return textOf(outcome.problems);
		this.#offerUndo(`${label}.`);
		return undefined;
	}

	/** Says something in passing. */
	tell(text: string): void {
		this.#toasts.show(text);
	}

	/** Adds an empty record at the end, or after another, and goes there. */
	add(after?: string): void {
		const place = after ? { after } : {};
		this.#goToCreated(
			this.#checked(
				this.#workbook.run(addRecords, { register: this.#about.name, rows: [{}], ...place }),
			),
		);
	}

	async duplicate(records: readonly string[]): Promise<void> {
		const length = this.#lengthOf('Duplicating', records);
		const created = this.#checked(await this.#run(duplicateRecords, this.#these(records), length));
		this.#goToCreated(created);
		if (created) this.#offerUndo(`Duplicated ${this.#namesOf(records)}.`);
	}

	async retire(records: readonly string[], reason: string): Promise<void> {
		const input = { ...this.#these(records), reason: reason.trim() };
		const length = this.#lengthOf('Retiring', records);
		if (!this.#checked(await this.#run(retireRecords, input, length))) return;
		const kept = records.length === 1 ? 'Its values and history are kept' : 'All is kept';
		this.#offerUndo(`Retired ${this.#namesOf(records)}. ${kept}.`);
	}

	async restore(records: readonly string[]): Promise<void> {
		const length = this.#lengthOf('Restoring', records);
		if (this.#checked(await this.#run(restoreRecords, this.#these(records), length))) {
			this.#offerUndo(`Restored ${this.#namesOf(records)}.`);
		}
	}

	/** Returns why not, for the field where the name was typed. */
	addColumn(name: string): string | undefined {
		const outcome = this.#workbook.run(addColumn, { name, register: this.#about.name });
		return outcome.ok ? undefined : textOf(outcome.problems);
	}

	renameColumn(column: ColumnId, name: string): string | undefined {
		const outcome = this.#workbook.run(renameColumn, { column, name });
		return outcome.ok ? undefined : textOf(outcome.problems);
	}

	removeColumn(column: ColumnId, name: string): void {
		if (this.#checked(this.#workbook.run(retireColumn, { column })))
			this.#offerUndo(`Removed the column ${name}.`);
	}

	undo(): void {
		const { undoStep } = this.#workbook;
		if (!isLong(undoStep)) this.#follow('Nothing to undo.', this.#workbook.undo());
		else {
			void this.longWork
				.during(`Undoing: ${undoStep.label}`, (pause) => this.#workbook.undoInSteps(pause))
				.then((outcome) => this.#follow('Nothing to undo.', outcome));
		}
	}

	redo(): void {
		const { redoStep } = this.#workbook;
		if (!isLong(redoStep)) this.#follow('Nothing to redo.', this.#workbook.redo());
		else {
			void this.longWork
				.during(`Doing again: ${redoStep.label}`, (pause) => this.#workbook.redoInSteps(pause))
				.then((outcome) => this.#follow('Nothing to redo.', outcome));
		}
	}

	/** Runs a command about what is selected, and remembers that; a long one in steps. */
	async #run<Input>(
		definition: CommandDefinition<Input>,
		input: Input,
		{ what, size }: Length,
	): Promise<Outcome> {
		const selected = this.#where.selection();
		const outcome =
			size < longFrom
				? this.#workbook.run(definition, input)
				: await this.longWork.during(what, (pause) =>
						this.#workbook.runInSteps(definition, input, pause),
					);
		const step = this.#workbook.undoStep;
		if (outcome.ok && outcome.value.changed && step && selected) {
			this.#selections.set(step, selected);
		}
		return outcome;
	}

	/** Goes back to where the step was done, or says that it did nothing (SPEC K-5). */
	#follow(nothing: string, outcome: StepOutcome): void {
		switch (outcome.kind) {
			case 'nothing':
				this.#toasts.show(nothing);
				return;
			case 'overtaken':
				this.#toasts.show(overtakenText(outcome.step));
				return;
			case 'done': {
				if (outcome.overtaken) this.#toasts.show(overtakenText(outcome.overtaken));
				const offer = this.#offers.get(outcome.step);
				if (offer !== undefined) this.#toasts.dismiss(offer);
				const { place } = outcome.step;
				const record = place && this.#workbook.record(this.#about.name, place.record);
				if (record) this.#where.goTo(record.id, place.field, this.#selections.get(outcome.step));
				return;
			}
			default:
				assertNever(outcome);
		}
	}

	/** The records a command created; undefined where it was refused, which it says. */
	#checked(outcome: Outcome): readonly string[] | undefined {
		if (outcome.ok) return outcome.value.created;
		this.#toasts.show(textOf(outcome.problems), { tone: 'problem' });
		return undefined;
	}

	#goToCreated(created: readonly string[] | undefined): void {
		const [id] = created ?? [];
		if (id !== undefined) this.#where.goTo(id, undefined);
	}

	#offerUndo(text: string): void {
		const step = this.#workbook.undoStep;
		const action = { label: 'Undo', run: () => this.#undoIfLast(step) };
		const offer = this.#toasts.show(text, { action });
		if (step) this.#offers.set(step, offer);
	}

	/** A message may outlive other changes: its Undo takes back its own step or nothing. */
	#undoIfLast(step: Step | undefined): void {
		if (step && step === this.#workbook.undoStep) this.undo();
		else {
			this.#toasts.show('Other changes came after this one. Undo takes them back one by one.');
		}
	}

	#these(records: readonly string[]) {
		return { register: this.#about.name, records };
	}

	#lengthOf(verb: string, records: readonly string[]): Length {
		return { what: `${verb} ${countOfRecords(records.length, this.#about)}`, size: records.length };
	}

	#namesOf(records: readonly string[]): string {
		const [first] = records;
		return records.length === 1 && first
			? recordName(this.#about, this.#workbook.record(this.#about.name, first))
			: countOfRecords(records.length, this.#about);
	}
}

/** So many cells changed by one gesture that not all of them may be in view. */
const many = 20;

function isLong(step: Step | undefined): step is Step {
	return step !== undefined && step.size >= longFrom;
}

function overtakenText({ label }: Step): string {
	return `“${label}” could not be taken back: someone has changed it since. Their value stays.`;
}

function textOf(problems: readonly { readonly text: string }[]): string {
	return problems.map(({ text }) => text).join(' ');
}
