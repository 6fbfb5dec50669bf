/**
 * What a command comes to before anything is written: what is to be written, or its outcome where
 * nothing is.
 */
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { Command, type CommandDefinition, type CommandProblem } from './command.ts';
import type { Done, Workbook } from './workbook.ts';
import { isIdle, type Write } from './write.ts';

/** What is to be written, and by what. */
export interface Planned {
	readonly command: Command;
	readonly writes: readonly Write[];
	readonly done: Done;
}

/** `outcome`: the command was refused, or put forward as suggestions. */
export type Begun =
	{ readonly planned: Planned } | { readonly outcome: Result<Done, CommandProblem> };

interface PlanningParts {
	readonly ids: IdSource;
	readonly clock: Clock;
}

/**
 * Plans a command for a workbook as it is and asks its gate. Where values may only be suggested, they
 * are put forward here.
 */
export function begin<Input>(
	workbook: Workbook,
	parts: PlanningParts,
	definition: CommandDefinition<Input>,
	input: Input,
): Begun {
	const gate = workbook.gate.current;
	if (workbook.isNewer) return { outcome: refused({ text: newerText }) };
	if (gate.kind === 'closed') return { outcome: refused({ text: gate.text }) };
	const planned = planOf(workbook, parts, definition, input);
	if (!planned.ok) return { outcome: planned };
	const { writes, done } = planned.value;
	if (gate.kind === 'open') return { planned: planned.value };
	return { outcome: done.changed ? gate.suggest(workbook, writes, done.label) : ok(done) };
}

function planOf<Input>(
	workbook: Workbook,
	{ ids, clock }: PlanningParts,
	definition: CommandDefinition<Input>,
	input: Input,
): Result<Planned, CommandProblem> {
	const { actor } = workbook;
	const planned = definition.plan(input, { workbook, ids, clock, actor });
	if (!planned.ok) return planned;
	const writes = planned.value.writes.filter((write) => !isIdle(write));
	const created = writes.flatMap((write) => (write.kind === 'row' ? [write.id] : []));
	const command = new Command(definition.name, planned.value, actor, clock.now());
	const { label } = planned.value;
	return ok({ command, writes, done: { label, created, changed: writes.length > 0 } });
}

const newerText =
	'This workbook was last changed by a newer version of the program, so it is read-only here. Reload to get the newer version, or export a copy.';
