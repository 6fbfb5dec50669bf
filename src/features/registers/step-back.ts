/**
 * Undo and redo in a register: they lead back to where a step was done, with what was selected there,
 * and say so where it was done elsewhere or came to nothing (SPEC K-5).
 */
import { assertNever } from '../../base/assert-never.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { Register } from '../../model/registers/register.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import type { SelectionByIds } from '../../ui/grid/selection/selection-by-ids.ts';
import { longFrom, type LongWork } from './long-work/long-work.svelte.ts';

export type Step = NonNullable<LiveWorkbook['undoStep']>;
type StepOutcome = ReturnType<LiveWorkbook['undo']>;

/** The grid, as far as deeds lead back to where they were done. */
export interface Whereabouts {
	/** What is selected now. */
	readonly selection: () => SelectionByIds | undefined;
	/** Takes the person to a record, a column of it, and what was selected there. */
	readonly goTo: (record: string, column: string | undefined, selected?: SelectionByIds) => void;
}

/** What is said of undoing and of redoing. */
interface Words {
	readonly nothing: string;
	readonly done: string;
}

const undone: Words = { nothing: 'Nothing to undo.', done: 'Undone' };
const redone: Words = { nothing: 'Nothing to redo.', done: 'Done again' };

export class StepBack {
	readonly #workbook: LiveWorkbook;
	readonly #about: Register;
	readonly #toasts: ToastQueue;
	readonly #where: Whereabouts;
	readonly #longWork: LongWork;
	/** What was selected when a step over several cells was made; undo and redo give it back. */
	readonly #selections = new WeakMap<Step, SelectionByIds>();
	/** The message that offers to undo a step; it goes once the step is undone otherwise. */
	readonly #offers = new WeakMap<Step, number>();

	constructor(
		workbook: LiveWorkbook,
		about: Register,
		toasts: ToastQueue,
		where: Whereabouts,
		longWork: LongWork,
	) {
		this.#workbook = workbook;
		this.#about = about;
		this.#toasts = toasts;
		this.#where = where;
		this.#longWork = longWork;
	}

	undo(): void {
		const { undoStep } = this.#workbook;
		if (!isLong(undoStep)) this.#follow(undone, this.#workbook.undo());
		else {
			void this.#longWork
				.during(`Undoing: ${undoStep.label}`, (pause) => this.#workbook.undoInSteps(pause))
				.then((outcome) => this.#follow(undone, outcome));
		}
	}

	redo(): void {
		const { redoStep } = this.#workbook;
		if (!isLong(redoStep)) this.#follow(redone, this.#workbook.redo());
		else {
			void this.#longWork
				.during(`Doing again: ${redoStep.label}`, (pause) => this.#workbook.redoInSteps(pause))
				.then((outcome) => this.#follow(redone, outcome));
		}
	}

	/** Keeps what was selected when a step was made. */
	remember(step: Step, selected: SelectionByIds | undefined): void {
		if (selected) this.#selections.set(step, selected);
	}

	/** Says what was done, with the way to take it back. */
	offer(text: string, step: Step): void {
		const action = { label: 'Undo', run: () => this.#undoIfLast(step) };
		this.#offers.set(step, this.#toasts.show(text, { action }));
	}

	#follow(words: Words, outcome: StepOutcome): void {
		switch (outcome.kind) {
			case 'nothing':
				this.#toasts.show(words.nothing);
				return;
			case 'overtaken':
				this.#toasts.show(overtakenText(outcome.step));
				return;
			case 'refused':
				this.#toasts.show(outcome.text);
				return;
			case 'done': {
				if (outcome.overtaken) this.#toasts.show(overtakenText(outcome.overtaken));
				const offer = this.#offers.get(outcome.step);
				if (offer !== undefined) this.#toasts.dismiss(offer);
				this.#lead(outcome.step, words.done);
				return;
			}
			default:
				assertNever(outcome);
		}
	}

	/** To where the step was done; one that was done at another place is named. */
	#lead(step: Step, done: string): void {
		const { place, label } = step;
		if (!place) return;
		const record = this.#workbook.record(this.#about.name, place.record);
		if (record) this.#where.goTo(record.id, place.field, this.#selections.get(step));
		else if (!this.#isHere(place.record)) this.#toasts.show(`${done}: ${label}.`);
	}

	/** Records that are gone again, views and own columns belong to this place. */
	#isHere(id: string): boolean {
		return [this.#about.idKind, 'view', 'column'].some((kind) => id.startsWith(`${kind}:`));
	}

	/** A message may outlive other changes: its Undo takes back its own step or nothing. */
	#undoIfLast(step: Step): void {
		if (step === this.#workbook.undoStep) this.undo();
		else {
			this.#toasts.show('Other changes came after this one. Undo takes them back one by one.');
		}
	}
}

function isLong(step: Step | undefined): step is Step {
	return step !== undefined && step.size >= longFrom;
}

function overtakenText({ label }: Step): string {
	return `“${label}” could not be taken back: someone has changed it since. Their value stays.`;
}
