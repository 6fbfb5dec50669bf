/** What can be done in a register, for its keys, the menus, the palette and the keyboard sheet. */
import FileOutput from '@lucide/svelte/icons/file-output';
import { undoAndRedo } from '../../../parts/records/step-commands.ts';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import { commentCommands } from './comment-commands.ts';
import { recordCommands } from './record-commands.ts';
import { findCommands } from './find-commands.ts';
import type { RegisterWork } from './register-work.ts';

export function registerCommands(work: RegisterWork): readonly UiCommand[] {
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
	if (readOnly === undefined) return commands;
	return commands.map((command) =>
		changing.has(command.id)
			? { ...command, unavailable: command.unavailable ?? readOnly }
			: command,
	);
}

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
