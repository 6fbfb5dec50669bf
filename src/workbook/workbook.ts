/**
 * A workbook: one Y.Doc with its tables, activity and history, and the one door for changes (`run`).
 * Where the document is kept and who else holds a copy is not known here.
 */
import * as Y from 'yjs';
import type { CalendarDate } from '../base/calendar-date.ts';
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import type { Observable } from '../base/observable.ts';
import { ok, type Result } from '../base/result.ts';
import { ActivityLog, type ActivityChange } from './activity.ts';
import type { Actor } from './actor.ts';
import type { Command, CommandDefinition, CommandProblem } from './command.ts';
import { noStepText, TurningGate, type Gate } from './gate.ts';
import { DocumentTables } from './document-tables.ts';
import { History, type StepOutcome } from './history.ts';
import { holdNews, readInSteps, writeInSteps, type Pause } from './in-steps.ts';
import { layoutVersion, settingsMap } from './layout.ts';
import { begin } from './planning.ts';
import { withChanges } from './step-changes.ts';
import { applyWrites, type Write } from './write.ts';

export interface WorkbookOptions {
	readonly ids: IdSource;
	readonly clock: Clock;
	/** Read anew at every command: the person may change their name. */
	readonly actor: () => Actor;
	/** Keeps what follows from being stored until the returned call, which stores it as a whole. */
	readonly hold?: () => () => void;
	/** What this person may change; everything where there is none. */
	readonly gate?: Observable<Gate>;
}

/** What a command did: its label, and the records it created in the order it made them. */
export interface Done {
	readonly label: string;
	readonly created: readonly string[];
	/** False where every value stood already, so nothing was written. */
	readonly changed: boolean;
}

export type { Pause };

/** Origin of writes that set a document up; they are not undoable and leave no activity. */
export const setupOrigin = Symbol('setup');

export class Workbook extends DocumentTables {
	readonly activity: ActivityLog;
	readonly history: History;
	readonly #options: WorkbookOptions;

	/** What this person may change here, now. */
	readonly gate: Observable<Gate>;

	/** Opens what `doc` holds. Load the document first: tables read it whole on opening. */
	constructor(doc: Y.Doc, options: WorkbookOptions) {
		super(doc);
		this.#options = options;
		this.gate = options.gate ?? new TurningGate();
		this.activity = new ActivityLog(doc);
		this.history = new History(
			doc,
			this.tables.map(({ kind }) => kind.name),
		);
	}

	/** Who is at the keyboard now. */
	get actor(): Actor {
		return this.#options.actor();
	}

	/** The present calendar date, for what depends on it. */
	get today(): CalendarDate {
		return this.#options.clock.today();
	}

	/** The layout the document was last written with; a newer one than ours opens read-only (law 5). */
	get isNewer(): boolean {
		const version = settingsMap(this.doc).get('layoutVersion');
		return typeof version === 'number' && version > layoutVersion;
	}

	/**
	 * Runs a command: its plan is made and checked before anything is written, then written in one
	 * transaction whose origin is the command. Problems change nothing. Where values may only be
	 * suggested, they are put forward and nothing is written.
	 */
	run<Input>(definition: CommandDefinition<Input>, input: Input): Result<Done, CommandProblem> {
		const begun = begin(this, this.#options, definition, input);
		if ('outcome' in begun) return begun.outcome;
		const { command, writes, done } = begun.planned;
		if (done.changed) this.#write(command, writes, writes);
		return ok(done);
	}

	/**
	 * Runs a command after `first`, and stores both as a whole. It is planned on what stands before, and
	 * where it is refused `first` does not happen either.
	 */
	runAfter<Input>(
		first: () => void,
		definition: CommandDefinition<Input>,
		input: Input,
	): Result<Done, CommandProblem> {
		const begun = begin(this, this.#options, definition, input);
		if ('outcome' in begun) return begun.outcome;
		const { command, writes, done } = begun.planned;
		const release = this.#options.hold?.();
		try {
			first();
			this.#write(command, writes, writes);
		} finally {
			release?.();
		}
		return ok(done);
	}

	/**
	 * Runs a command of very many writes in steps, so that the page stays alive. It is undone as one,
	 * heard of as one and stored as one: whatever interrupts it leaves nothing of it in storage.
	 */
	async runInSteps<Input>(
		definition: CommandDefinition<Input>,
		input: Input,
		pause: Pause,
	): Promise<Result<Done, CommandProblem>> {
		const begun = begin(this, this.#options, definition, input);
		if ('outcome' in begun) return begun.outcome;
		const { command, writes, done } = begun.planned;
		if (!done.changed) return ok(done);
		const release = this.#options.hold?.();
		const tell = holdNews(this.tables);
		const write = (part: readonly Write[], isLast: boolean): void => {
			this.#write(command, part, isLast ? writes : undefined);
			this.controls.readAhead();
		};
		try {
			await writeInSteps(writes, write, pause);
		} finally {
			tell();
			release?.();
		}
		return ok(done);
	}

	/** Takes back the last command of this session and notes that in the activity list. */
	undo(): StepOutcome {
		return this.#shut ?? this.#noted('undo', 'Undid', () => this.history.undo());
	}

	redo(): StepOutcome {
		return this.#shut ?? this.#noted('redo', 'Did again', () => this.history.redo());
	}

	/**
	 * Leaves an entry for something done with the workbook that changes nothing in it, such as a file
	 * that was handed back: no step of undo. Who may not change the workbook leaves none.
	 */
	note(name: string, label: string): void {
		if (this.isNewer || this.gate.current.kind !== 'open') return;
		this.#note(name, label, []);
	}

	/** As `undo`, of very many changes: what they changed is read in steps before anybody is told. */
	undoInSteps(pause: Pause): Promise<StepOutcome> {
		return this.#readInSteps(() => this.undo(), pause);
	}

	redoInSteps(pause: Pause): Promise<StepOutcome> {
		return this.#readInSteps(() => this.redo(), pause);
	}

	destroy(): void {
		this.history.destroy();
		this.doc.destroy();
	}

	async #readInSteps(move: () => StepOutcome, pause: Pause): Promise<StepOutcome> {
		const tell = holdNews(this.tables);
		try {
			const outcome = move();
			await readInSteps((most) => this.controls.readAhead(most), pause);
			return outcome;
		} finally {
			tell();
		}
	}

	/** Why no step may be taken back or done again. */
	get #shut(): StepOutcome | undefined {
		const gate = this.gate.current;
		return gate.kind === 'open' ? undefined : { kind: 'refused', text: noStepText(gate) };
	}

	/** One transaction; `all` the command's writes, given with the last of them, makes its entry. */
	#write(command: Command, writes: readonly Write[], all?: readonly Write[]): void {
		this.doc.transact(() => {
			stampLayout(this.doc);
			applyWrites(this.doc, writes);
			if (all) this.activity.add(command, all, this.#options.ids);
		}, command);
	}

	#note(name: string, label: string, changes: readonly ActivityChange[]): void {
		const { ids, clock } = this.#options;
		const deed = { name, label, actor: this.#options.actor(), at: clock.now() };
		this.doc.transact(() => {
			this.activity.add(deed, [], ids, changes);
		}, setupOrigin);
	}

	#noted(name: string, words: string, move: () => StepOutcome): StepOutcome {
		const { outcome, changes } = withChanges(this.doc, this.tables, move);
		if (outcome.kind === 'done' && !this.isNewer) {
			this.#note(name, `${words}: ${outcome.step.label}`, changes);
		}
		return outcome;
	}
}

/** Written with the first command, so that opening a document never changes it. */
function stampLayout(doc: Y.Doc): void {
	const settings = settingsMap(doc);
	if (settings.get('layoutVersion') !== layoutVersion) settings.set('layoutVersion', layoutVersion);
}
