/** What can be done among criteria by key: walk from one to the next, take back, do again. */
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import type { UiCommand } from '../../ui/commands/ui-command.ts';
import type { CriterionRow } from './criterion-row.ts';

interface Walk {
	readonly previous: CriterionRow | undefined;
	readonly next: CriterionRow | undefined;
	readonly onopen: (id: string) => void;
}

export function walkCommands({ previous, next, onopen }: Walk): readonly UiCommand[] {
	return [
		step('criterion-next', 'Next criterion', 'Alt+ArrowDown', ChevronDown, next),
		step('criterion-previous', 'Previous criterion', 'Alt+ArrowUp', ChevronUp, previous),
	];

	function step(
		id: string,
		label: string,
		keys: string,
		icon: UiCommand['icon'],
		row: CriterionRow | undefined,
	): UiCommand {
		return {
			id,
			label,
			group: 'Criteria',
			keys,
			icon,
			hint: row?.criterion.label,
			unavailable: row ? undefined : 'There is none',
			run: () => row && onopen(row.id),
		};
	}
}
