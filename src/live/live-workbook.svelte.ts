/**
 * The bridge to Svelte: getters over the tables of one workbook. Reading one inside an effect or a
 * derived value subscribes it to just that table.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { CalendarDate } from '../base/calendar-date.ts';
import type { Result } from '../base/result.ts';
import type { Acceptance } from '../model/records/acceptance.ts';
import { emptyAssessment, type Assessment } from '../model/records/assessment.ts';
import type { Control, ControlId } from '../model/records/control.ts';
import type { ImportId, ImportRecord } from '../model/records/import-record.ts';
import type { SharedView } from '../model/records/shared-view.ts';
import type { OwnColumn } from '../model/records/own-column.ts';
import { emptyScope, scopeId, type Scope } from '../model/records/scope.ts';
import type { RegisterName } from '../model/registers/register.ts';
import { registerOfId, type RecordsByRegister } from '../model/registers/registers.ts';
import type { ActivityEntry } from '../workbook/activity.ts';
import type { Names } from '../workbook/change-words.ts';
import type { CommandDefinition, CommandProblem } from '../workbook/command.ts';
import type { Gate } from '../workbook/gate.ts';
import type { Step, StepOutcome } from '../workbook/history.ts';
import { saidInFile } from '../workbook/said-in-file.ts';
import type { UnreadableRecord } from '../workbook/table.ts';
import type { Done, Pause, Workbook } from '../workbook/workbook.ts';
import { Doers } from './doers.svelte.ts';

export class LiveWorkbook {
	readonly workbook: Workbook;
	readonly #controls: () => void;
	readonly #columns: () => void;
	readonly #imports: () => void;
	readonly #views: () => void;
	readonly #scope: () => void;
	readonly #assessments: () => void;
	readonly #acceptances: () => void;
	readonly #registers: ReadonlyMap<RegisterName, () => void>;
	readonly #activity: () => void;
	readonly #history: () => void;
	readonly #gate: () => void;

	constructor(workbook: Workbook) {
		this.workbook = workbook;
		this.#controls = subscriber(workbook.controls);
		this.#columns = subscriber(workbook.columns);
		this.#imports = subscriber(workbook.imports);
		this.#views = subscriber(workbook.views);
		this.#scope = subscriber(workbook.scope);
		this.#assessments = subscriber(workbook.assessments);
		this.#acceptances = subscriber(workbook.acceptances);
		this.#registers = new Map(
			workbook.registers.all.map((table) => [table.kind.name as RegisterName, subscriber(table)]),
		);
		this.#activity = subscriber(workbook.activity);
		this.#history = subscriber(workbook.history);
		this.#gate = subscriber(workbook.gate);
	}

	/** Every readable control in order, retired ones too; unchanged ones keep their identity. */
	get controls(): readonly Control[] {
		this.#controls();
		return this.workbook.controls.all();
	}

	control(id: ControlId): Control | undefined {
		this.#controls();
		return this.workbook.controls.get(id);
	}

	/** A control as it was made or imported; what was edited since is left out. */
	controlAsCreated(id: ControlId): Control | undefined {
		this.#controls();
		return this.workbook.controls.asCreated(id);
	}

	/** What the file of an imported control says, without what was edited here (SPEC I-5). */
	saidInFile(control: Control): Control | undefined {
		this.#controls();
		this.#imports();
		return saidInFile(this.workbook, control);
	}

	/** What records are called now, for the words of the activity list. */
	readonly names: Names = {
		record: (id) => {
			const register = registerOfId(id);
			return register && this.record(register.name, id);
		},
		view: (id) => {
			this.#views();
			return this.workbook.views.get(id);
		},
		column: (id) => {
			this.#columns();
			return this.workbook.columns.get(id);
		},
	};

	/** Every readable record of a register in order, retired ones too. */
	records<Name extends RegisterName>(name: Name): readonly RecordsByRegister[Name][] {
		this.#registers.get(name)?.();
		return this.workbook.registers.of(name).all();
	}

	/** The record of a register, or undefined where there is none of this id. */
	record<Name extends RegisterName>(name: Name, id: string): RecordsByRegister[Name] | undefined {
		this.#registers.get(name)?.();
		return this.workbook.registers.of(name).get(id);
	}

	/** What is examined, and when; every fact empty until somebody says it. */
	get scope(): Scope {
		this.#scope();
		return this.workbook.scope.get(scopeId) ?? emptyScope;
	}

	/** What people said of a criterion by its published id. */
	assessment(criterion: string): Assessment {
		this.#assessments();
		return this.workbook.assessments.get(criterion) ?? emptyAssessment(criterion);
	}

	/** Warnings that were accepted, those taken back left out. */
	get acceptances(): readonly Acceptance[] {
		this.#acceptances();
		return this.workbook.acceptances.all().filter(({ withdrawn }) => !withdrawn);
	}

	/** The matrix's own columns in order, those taken out left out. */
	get ownColumns(): readonly OwnColumn[] {
		return this.ownColumnsOf('controls');
	}

	/** A register's own columns in order, those taken out left out. */
	ownColumnsOf(register: RegisterName): readonly OwnColumn[] {
		this.#columns();
		return this.workbook.columns
			.all()
			.filter((column) => !column.retired && column.register === register);
	}

	get imports(): readonly ImportRecord[] {
		this.#imports();
		return this.workbook.imports.all();
	}

	importRecord(id: ImportId): ImportRecord | undefined {
		this.#imports();
		return this.workbook.imports.get(id);
	}

	/** The views of the matrix that are shared here, in order, those taken out left out. */
	get views(): readonly SharedView[] {
		return this.viewsOf('controls');
	}

	/** The shared views of a register. */
	viewsOf(register: RegisterName): readonly SharedView[] {
		this.#views();
		return this.workbook.views.all().filter((view) => !view.retired && view.register === register);
	}

	/** The present calendar date; nobody is told when it changes. */
	get today(): CalendarDate {
		return this.workbook.today;
	}

	/** What is in the document and cannot be read, of every kind. */
	get unreadable(): readonly UnreadableRecord[] {
		this.#columns();
		this.#imports();
		this.#views();
		this.#scope();
		this.#assessments();
		this.#acceptances();
		for (const subscribe of this.#registers.values()) subscribe();
		return this.workbook.tables.flatMap((table) => table.unreadable());
	}

	/** Who did what, by name. */
	readonly doers: Doers = new Doers(
		() => this.workbook.actor,
		() => this.activity,
	);

	/** Newest first. */
	get activity(): readonly ActivityEntry[] {
		this.#activity();
		return this.workbook.activity.latest();
	}

	/** True where commands change the workbook: this person is no reviewer and no viewer of it. */
	get canEdit(): boolean {
		return this.gate.kind === 'open' && !this.workbook.isNewer;
	}

	/** What this person may change here, and why not more. */
	get gate(): Gate {
		this.#gate();
		return this.workbook.gate.current;
	}

	/** Why nothing can be changed here, as for viewers: what is typed would be refused. */
	get closed(): string | undefined {
		const { gate } = this;
		return gate.kind === 'closed' ? gate.text : undefined;
	}

	get undoStep(): Step | undefined {
		this.#history();
		return this.workbook.history.undoStep;
	}

	get redoStep(): Step | undefined {
		this.#history();
		return this.workbook.history.redoStep;
	}

	run<Input>(definition: CommandDefinition<Input>, input: Input): Result<Done, CommandProblem> {
		return this.workbook.run(definition, input);
	}

	runInSteps<Input>(
		definition: CommandDefinition<Input>,
		input: Input,
		pause: Pause,
	): Promise<Result<Done, CommandProblem>> {
		return this.workbook.runInSteps(definition, input, pause);
	}

	/** Leaves an entry in the activity for something that changes nothing here. */
	note(name: string, label: string): void {
		this.workbook.note(name, label);
	}

	undo(): StepOutcome {
		return this.workbook.undo();
	}

	redo(): StepOutcome {
		return this.workbook.redo();
	}

	undoInSteps(pause: Pause): Promise<StepOutcome> {
		return this.workbook.undoInSteps(pause);
	}

	redoInSteps(pause: Pause): Promise<StepOutcome> {
		return this.workbook.redoInSteps(pause);
	}
}

interface Source {
	subscribe(listener: () => void): () => void;
}

function subscriber(source: Source): () => void {
	return createSubscriber((update) => source.subscribe(update));
}
