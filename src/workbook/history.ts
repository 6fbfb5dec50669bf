/**
 * Undo and redo of this session's commands. Only transactions whose origin is a `Command` count:
 * loads, merges, other tabs' and peers' changes are never undone here.
 */
import * as Y from 'yjs';
import { Listeners } from '../base/observable.ts';
import { Command, type Place } from './command.ts';
import { recordMaps, type RecordMapName } from './layout.ts';

export interface Step {
	readonly label: string;
	readonly place: Place | undefined;
	/** How many values it wrote: taking back very many takes a while. */
	readonly size: number;
}

/**
 * What an undo or redo came to. `overtaken`: later changes by others left nothing to take back; a
 * done step may have passed over one such.
 */
export type StepOutcome =
	| { readonly kind: 'done'; readonly step: Step; readonly overtaken: Step | undefined }
	| { readonly kind: 'overtaken'; readonly step: Step }
	/** This person may not change the workbook (gate.ts): nothing was done. */
	| { readonly kind: 'refused'; readonly text: string }
	| { readonly kind: 'nothing' };

const stepKey = 'step';

export class History {
	readonly #manager: Y.UndoManager;
	/** Whose step is the newest: the transactions of one command are one step. */
	#newest: Command | undefined;
	readonly #listeners = new Listeners();

	readonly #doc: Y.Doc;

	constructor(doc: Y.Doc, tables: readonly RecordMapName[]) {
		this.#doc = doc;
		const scope = tables.flatMap((name) => {
			const { base, edits } = recordMaps(doc, name);
			return [base, edits];
		});
		this.#manager = new Y.UndoManager(scope, {
			doc,
			captureTimeout: 0,
			trackedOrigins: new Set<unknown>([Command]),
		});
		doc.on('beforeTransaction', this.#mergeSteps);
		this.#manager.on('stack-item-added', ({ stackItem, origin }) => {
			this.#newest = origin instanceof Command ? origin : undefined;
			// An undo adds the opposite item: it carries the step that is being taken back.
			const step =
				origin instanceof Command
					? { label: origin.label, place: origin.place, size: origin.size }
					: stepOf(this.#manager.currStackItem);
			stackItem.meta.set(stepKey, step);
			this.#listeners.call();
		});
		this.#manager.on('stack-item-popped', () => {
			this.#listeners.call();
		});
		this.#manager.on('stack-cleared', () => {
			this.#listeners.call();
		});
	}

	/** The step that undo would take back, newest first. */
	get undoStep(): Step | undefined {
		return stepOf(this.#manager.undoStack.at(-1));
	}

	get redoStep(): Step | undefined {
		return stepOf(this.#manager.redoStack.at(-1));
	}

	undo(): StepOutcome {
		return outcomeOf(this.#manager.undoStack.at(-1), () => this.#manager.undo());
	}

	redo(): StepOutcome {
		return outcomeOf(this.#manager.redoStack.at(-1), () => this.#manager.redo());
	}

	/** Called when the steps change. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	destroy(): void {
		this.#doc.off('beforeTransaction', this.#mergeSteps);
		this.#manager.destroy();
	}

	readonly #mergeSteps = ({ origin }: Y.Transaction): void => {
		this.#manager.captureTimeout = origin === this.#newest ? Infinity : 0;
	};
}

type StackItem = Y.UndoManager['undoStack'][number];

function outcomeOf(wanted: StackItem | undefined, move: () => StackItem | null): StepOutcome {
	const wantedStep = stepOf(wanted);
	if (!wantedStep) return { kind: 'nothing' };
	const taken = move();
	const step = stepOf(taken);
	if (!step) return { kind: 'overtaken', step: wantedStep };
	return { kind: 'done', step, overtaken: taken === wanted ? undefined : wantedStep };
}

function stepOf(item: StackItem | null | undefined): Step | undefined {
	return item?.meta.get(stepKey) as Step | undefined;
}
