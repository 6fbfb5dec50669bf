/**
 * A command is the only way a person changes the document: a name, an input, a plan that either
 * returns the writes or says why not. Its instance is the origin of its transaction (undo tracks
 * the class), and the same label stands in undo, toasts and the activity list.
 */
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Actor } from './actor.ts';
import type { Workbook } from './workbook.ts';
import type { Write } from './write.ts';

/** The cell or record a command was about, so that undo can go back there. */
export interface Place {
	readonly record: string;
	readonly field?: string;
}

/** Why a command was refused: which record and field, what is wrong and what to do next. */
export interface CommandProblem {
	readonly record?: string;
	readonly field?: string;
	readonly text: string;
}

export interface CommandContext {
	readonly workbook: Workbook;
	readonly ids: IdSource;
	readonly clock: Clock;
	readonly actor: Actor;
}

export interface Plan {
	readonly writes: readonly Write[];
	/** What was done, for undo and activity: 'Edit owner of AC-01'. */
	readonly label: string;
	readonly place?: Place;
}

export interface CommandDefinition<Input> {
	/** Imperative verb and noun; stored in the activity list, so never renamed. */
	readonly name: string;
	/** Pure: checks everything and returns the writes, or the problems. */
	readonly plan: (input: Input, context: CommandContext) => Result<Plan, CommandProblem>;
}

/** The origin of a command's transaction. */
export class Command {
	readonly name: string;
	readonly label: string;
	readonly actor: Actor;
	/** ISO 8601 instant. */
	readonly at: string;
	readonly place: Place | undefined;
	/** How many values it writes. */
	readonly size: number;

	constructor(name: string, plan: Plan, actor: Actor, at: string) {
		this.name = name;
		this.label = plan.label;
		this.place = plan.place;
		this.size = plan.writes.length;
		this.actor = actor;
		this.at = at;
	}
}
