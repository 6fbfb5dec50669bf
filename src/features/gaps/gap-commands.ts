/** What the place of gaps offers by menu and palette. */
import Plus from '@lucide/svelte/icons/plus';
import type { UiCommand } from '../../ui/commands/ui-command.ts';
import { viewWords, type GapsView } from './gaps-view.ts';

interface Work {
	readonly view: GapsView;
	readonly onview: (view: GapsView) => void;
	readonly onadd: () => void;
}

export function gapCommands({ view, onview, onadd }: Work): readonly UiCommand[] {
	const group = 'Gaps';
	return [
		{ id: 'add-gaps', label: 'Add gaps…', group, icon: Plus, run: onadd },
		...viewWords.map(({ value, label }) => ({
			id: `gaps-${value}`,
			label: `Show gaps as ${label.toLowerCase()}`,
			group,
			checked: view === value,
			run: () => onview(value),
		})),
	];
}
