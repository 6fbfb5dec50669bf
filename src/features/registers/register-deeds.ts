/**
 * What people do in the matrix, as commands, with the words that follow: a message with Undo where
 * something went out of sight, the reason where a command was refused.
 */
import { assertNever } from '../../base/assert-never.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { controlName } from '../../model/records/control-name.ts';
import type { ControlId } from '../../model/records/control.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { countOf } from './count-of.ts';
import { LongWork, longFrom } from './long-work/long-work.svelte.ts';
import type { SelectionByIds } from '../../ui/grid/selection/selection-by-ids.ts';
import type { CommandDefinition } from '../../workbook/command.ts';
import { addControls, duplicateControls } from '../../workbook/commands/add-controls.ts';
import { changeCells, type ChangeCells } from '../../workbook/commands/change-cells.ts';
import { editControls, type CellEdit } from '../../workbook/commands/edit-controls.ts';
import { addColumn, renameColumn, retireColumn } from '../../workbook/commands/own-columns.ts';
import { restoreControls, retireControls } from '../../workbook/commands/retire-controls.ts';

type Outcome = ReturnType<LiveWorkbook['run']>;
type StepOutcome = ReturnType<LiveWorkbook['undo']>;
type Step = NonNullable<LiveWorkbook['undoStep']>;

/** The grid, as far as deeds lead back to where they were done. */
export interface Whereabouts {
	/** What is selected now. */
	readonly selection: () => SelectionByIds | undefined;
	/** Takes the person to a control, a column of it, and what was selected there. */
	readonly goTo: (
		control: ControlId,
		column: string | undefined,
		selected?: SelectionByIds,
	) => void;
}

/** How long a deed is, and what is said while it goes on. */
interface Length {
	readonly what: string;
	/** Values that it writes. */
	readonly size: number;
}

export class RegisterDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #toasts: ToastQueue;
	readonly #where: Whereabouts;
	/** Deeds with very many controls. */
	readonly longWork = new LongWork();
	/** What was selected when a step over several cells was made; undo and redo give it back. */
	readonly #selections = new WeakMap<Step, SelectionByIds>();
	/** The message that offers to undo a step; it goes once the step is undone otherwise. */
	readonly #offers = new WeakMap<Step, number>();

	constructor(workbook: LiveWorkbook, toasts: ToastQueue, where: Whereabouts) {
		this.#workbook = workbook;
		this.#toasts = toasts;
		this.#where = where;
	}

	/** Sets one cell; returns why it was refused, for the place where the text still stands. */
	edit(edit: CellEdit): string | undefined {
		const outcome = this.#workbook.run(editControls, { edits: [edit] });
		return outcome.ok ? undefined : textOf(outcome.problems);
	}

	/** What one gesture changed; tells why it was refused. */
	async change(change: ChangeCells): Promise<string | undefined> {
		const { label, edits, rows } = change;
		const size = edits.length + rows.length;
		const outcome = await this.#run(changeCells, change, { what: label, size });
		if (!outcome.ok) return textOf(outcome.problems);
		if (size >= many) this.#offerUndo(`${label}.`);
		return undefined;
	}

	/** Sets cells of many controls at once, as chosen in a preview; tells why it was refused. */
	async changeMany(edits: readonly CellEdit[], label: string): Promise<string | undefined> {
		const size = edits.length;
		const outcome = await this.#run(editControls, { edits, label }, { what: label, size });
		if (!outcome.ok) return textOf(outcome.problems);
		this.#offerUndo(`${label}.`);
		return undefined;
	}

	/** Says something in passing. */
	tell(text: string): void {
		this.#toasts.show(text);
	}

	/** Adds an empty control at the end, or after another, and goes there. */
	add(after?: ControlId): void {
		const place = after ? { after } : {};
		this.#goToCreated(this.#checked(this.#workbook.run(addControls, { rows: [{}], ...place })));
	}

	async duplicate(controls: readonly ControlId[]): Promise<void> {
		const length = this.#lengthOf('Duplicating', controls);
		const created = this.#checked(await this.#run(duplicateControls, { controls }, length));
		this.#goToCreated(created);
		if (created) this.#offerUndo(`Duplicated ${this.#namesOf(controls)}.`);
	}

	async retire(controls: readonly ControlId[], reason: string): Promise<void> {
		const input = { controls, reason: reason.trim() };
		const length = this.#lengthOf('Retiring', controls);
		if (!this.#checked(await this.#run(retireControls, input, length))) return;
		const kept = controls.length === 1 ? 'Its values and history are kept' : 'All is kept';
		this.#offerUndo(`Retired ${this.#namesOf(controls)}. ${kept}.`);
	}

	async restore(controls: readonly ControlId[]): Promise<void> {
		const length = this.#lengthOf('Restoring', controls);
		if (this.#checked(await this.#run(restoreControls, { controls }, length))) {
			this.#offerUndo(`Restored ${this.#namesOf(controls)}.`);
		}
	}

	/** Returns why not, for the field where the name was typed. */
	addColumn(name: string): string | undefined {
		const outcome = this.#workbook.run(addColumn, { name });
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
				const control = place && this.#workbook.controls.find(({ id }) => id === place.record);
				if (control) this.#where.goTo(control.id, place.field, this.#selections.get(outcome.step));
				return;
			}
			default:
				assertNever(outcome);
		}
	}

	/** The controls a command created; undefined where it was refused, which it says. */
	#checked(outcome: Outcome): readonly string[] | undefined {
		if (outcome.ok) return outcome.value.created;
		this.#toasts.show(textOf(outcome.problems), { tone: 'problem' });
		return undefined;
	}

	#goToCreated(created: readonly string[] | undefined): void {
		const control = this.#workbook.controls.findLast(({ id }) => id === created?.[0]);
		if (control) this.#where.goTo(control.id, undefined);
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

	#lengthOf(verb: string, controls: readonly ControlId[]): Length {
		return { what: `${verb} ${countOf(controls.length, 'control')}`, size: controls.length };
	}

	#namesOf(controls: readonly ControlId[]): string {
		const [first] = controls;
		return controls.length === 1 && first
			? controlName(this.#workbook.control(first))
			: countOf(controls.length, 'control');
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
