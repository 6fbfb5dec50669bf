/** What can be done in a register, for its keys, the menus, the palette and the keyboard sheet. */
import FileOutput from '@lucide/svelte/icons/file-output';
import { undoAndRedo } from '../../../parts/records/step-commands.ts';
import type { Register } from '../../../model/registers/register.ts';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import { noReshapingText, noStepText, type Gate } from '../../../workbook/gate.ts';
import { commentCommands } from './comment-commands.ts';
import { recordCommands } from './record-commands.ts';
import { findCommands } from './find-commands.ts';
import type { RegisterWork } from './register-work.ts';

export function registerCommands(work: RegisterWork): readonly UiCommand[] {
	const { register } = work;
	const { gate } = register.workbook;
	const { readOnly } = work.review();
	const commands: readonly UiCommand[] = [
		...undoAndRedo(work.register.workbook, {
			undo: () => work.deeds.undo(),
			redo: () => work.deeds.redo(),
		}),
		...findCommands(work),
		...recordCommands(work),
		...commentCommands(work),
		// In place of the one of the workbook, which knows nothing of filters and hidden columns.
		{
			id: 'export',
			label: 'Export…',
			group: 'This workbook',
			icon: FileOutput,
			run: work.onexport,
		},
	];
	return commands.map((command) => {
		const why = readOnly ?? whyNotBy(gate, command.id, register.about);
		return changing.has(command.id) && why !== undefined
			? { ...command, unavailable: command.unavailable ?? why }
			: command;
	});
}

/** Why somebody who suggests values does not give a command that does more. */
function whyNotBy(gate: Gate, command: string, { many }: Register): string | undefined {
	if (gate.kind === 'open') return undefined;
	if (command === 'undo' || command === 'redo') return noStepText(gate);
	const what = reshaping.get(command);
	return what === undefined ? undefined : noReshapingText(gate, `${what} ${many}`);
}

/** Commands that do more than set values, in words. */
const reshaping: ReadonlyMap<string, string> = new Map([
	['add-record', 'add'],
	['add-record-below', 'add'],
	['duplicate-records', 'duplicate'],
	['retire-records', 'retire'],
	['restore-records', 'restore'],
]);

/** Commands that change the workbook. */
const changing: ReadonlySet<string> = new Set([
	'undo',
	'redo',
	'replace',
	'add-record',
	'add-record-below',
	'change-records',
	'assign-owner',
	'map-criteria',
	'set-status',
	'duplicate-records',
	'retire-records',
	'restore-records',
]);
