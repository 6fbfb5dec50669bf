/**
 * Undo and redo as every place offers them. Where there is no grid, what was taken back is said, and
 * what could not be.
 */
import Redo2 from '@lucide/svelte/icons/redo-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { UiCommand } from '../../ui/commands/ui-command.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';

/** Carries out a step and says what came of it. */
export interface StepDeeds {
	readonly undo: () => void;
	readonly redo: () => void;
}

/** Names the steps that are next. */
export function undoAndRedo(
	{ undoStep, redoStep }: LiveWorkbook,
	{ undo, redo }: StepDeeds,
): readonly UiCommand[] {
	const group = 'Edit';
	return [
		{
			id: 'undo',
			label: undoStep ? `Undo: ${undoStep.label}` : 'Undo',
			group,
			keys: 'Mod+Z',
			icon: Undo2,
			unavailable: undoStep ? undefined : 'Nothing to undo',
			run: undo,
		},
		{
			id: 'redo',
			label: redoStep ? `Redo: ${redoStep.label}` : 'Redo',
			group,
			keys: 'Mod+Shift+Z Mod+Y',
			icon: Redo2,
			unavailable: redoStep ? undefined : 'Nothing to redo',
			run: redo,
		},
	];
}

/** For places that have no grid. */
export function stepCommands(workbook: LiveWorkbook, toasts: ToastQueue): readonly UiCommand[] {
	const told = (done: string, outcome: ReturnType<LiveWorkbook['undo']>): void => {
		if (outcome.kind === 'done') toasts.show(`${done}: ${outcome.step.label}`);
		else if (outcome.kind === 'overtaken') {
			toasts.show(`“${outcome.step.label}” was changed since by somebody else, so it stays.`);
		} else if (outcome.kind === 'refused') toasts.show(outcome.text);
	};
	return undoAndRedo(workbook, {
		undo: () => told('Undone', workbook.undo()),
		redo: () => told('Done again', workbook.redo()),
	});
}
