/** What can be done in a register, for its keys, the menus, the palette and the keyboard sheet. */
import FileOutput from '@lucide/svelte/icons/file-output';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import { commentCommands } from './comment-commands.ts';
import { recordCommands } from './record-commands.ts';
import { findCommands } from './find-commands.ts';
import type { RegisterWork } from './register-work.ts';

export function registerCommands(work: RegisterWork): readonly UiCommand[] {
	const { readOnly } = work.review();
	const commands: readonly UiCommand[] = [
		...stepCommands(work),
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

function stepCommands({ register, deeds }: RegisterWork): readonly UiCommand[] {
	const { undoStep, redoStep } = register.workbook;
	const group = 'Edit';
	return [
		{
			id: 'undo',
			label: undoStep ? `Undo: ${undoStep.label}` : 'Undo',
			group,
			keys: 'Mod+Z',
			icon: Undo2,
			unavailable: undoStep ? undefined : 'Nothing to undo',
			run: () => deeds.undo(),
		},
		{
			id: 'redo',
			label: redoStep ? `Redo: ${redoStep.label}` : 'Redo',
			group,
			keys: 'Mod+Shift+Z Mod+Y',
			icon: Redo2,
			unavailable: redoStep ? undefined : 'Nothing to redo',
			run: () => deeds.redo(),
		},
	];
}
