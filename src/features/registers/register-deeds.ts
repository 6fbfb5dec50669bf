/**
 * What people do in a register, as commands, with the words that follow: a message with Undo where
 * something went out of sight, the reason where a command was refused.
 */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { recordName, type Register } from '../../model/registers/register.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { countOfRecords } from './count-of.ts';
import { LongWork, longFrom } from './long-work/long-work.svelte.ts';
import { StepBack, type Step, type Whereabouts } from './step-back.ts';
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

/** What a deed came to, and the step to take back: none where it changed no value, as a suggestion. */
interface Ran {
	readonly outcome: Outcome;
	readonly step: Step | undefined;
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
	readonly #steps: StepBack;

	constructor(workbook: LiveWorkbook, about: Register, toasts: ToastQueue, where: Whereabouts) {
		this.#workbook = workbook;
		this.#about = about;
		this.#toasts = toasts;
		this.#where = where;
		this.#steps = new StepBack(workbook, about, toasts, where, this.longWork);
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
		const ran = await this.#run(
			changeRecords,
			{ ...change, register: this.#about.name },
			{ what: label, size },
		);
		if (!ran.outcome.ok) return textOf(ran.outcome.problems);
		if (size >= many) this.#say(ran, `${label}.`);
		return undefined;
	}

	/** Sets cells of many records at once, as chosen in a preview; tells why it was refused. */
	async changeMany(edits: readonly RecordEdit[], label: string): Promise<string | undefined> {
		const size = edits.length;
		const ran = await this.#run(
			editRecords,
			{ register: this.#about.name, edits, label },
			{ what: label, size },
		);
		if (!ran.outcome.ok) return textOf(ran.outcome.problems);
		this.#say(ran, `${label}.`);
		return undefined;
	}

	/** Says something in passing; said again at once, it does not pile up. */
	tell(text: string): void {
		const last = this.#toasts.toasts.at(-1);
		if (last?.text === text) this.#toasts.dismiss(last.id);
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
		const ran = await this.#run(duplicateRecords, this.#these(records), length);
		const created = this.#checked(ran.outcome);
		this.#goToCreated(created);
		if (created) this.#say(ran, `Duplicated ${this.#namesOf(records)}.`);
	}

	async retire(records: readonly string[], reason: string): Promise<void> {
		const input = { ...this.#these(records), reason: reason.trim() };
		const length = this.#lengthOf('Retiring', records);
		const ran = await this.#run(retireRecords, input, length);
		if (!this.#checked(ran.outcome)) return;
		const kept = records.length === 1 ? 'Its values and history are kept' : 'All is kept';
		this.#say(ran, `Retired ${this.#namesOf(records)}. ${kept}.`);
	}

	async restore(records: readonly string[]): Promise<void> {
		const length = this.#lengthOf('Restoring', records);
		const ran = await this.#run(restoreRecords, this.#these(records), length);
		if (this.#checked(ran.outcome)) this.#say(ran, `Restored ${this.#namesOf(records)}.`);
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
		const before = this.#workbook.undoStep;
		const ran = this.#ranSince(before, this.#workbook.run(retireColumn, { column }));
		if (this.#checked(ran.outcome)) this.#say(ran, `Removed the column ${name}.`);
	}

	undo(): void {
		this.#steps.undo();
	}

	redo(): void {
		this.#steps.redo();
	}

	/** Runs a command about what is selected, and remembers that; a long one in steps. */
	async #run<Input>(
		definition: CommandDefinition<Input>,
		input: Input,
		{ what, size }: Length,
	): Promise<Ran> {
		const before = this.#workbook.undoStep;
		const selected = this.#where.selection();
		const outcome =
			size < longFrom
				? this.#workbook.run(definition, input)
				: await this.longWork.during(what, (pause) =>
						this.#workbook.runInSteps(definition, input, pause),
					);
		const ran = this.#ranSince(before, outcome);
		if (ran.step) this.#steps.remember(ran.step, selected);
		return ran;
	}

	#ranSince(before: Step | undefined, outcome: Outcome): Ran {
		const { undoStep } = this.#workbook;
		return { outcome, step: undoStep === before ? undefined : undoStep };
	}

	/** Says what was done, with Undo; in the words of the command where there is nothing to undo. */
	#say({ outcome, step }: Ran, text: string): void {
		if (step) this.#steps.offer(text, step);
		else if (outcome.ok) this.tell(`${outcome.value.label}.`);
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

function textOf(problems: readonly { readonly text: string }[]): string {
	return problems.map(({ text }) => text).join(' ');
}
