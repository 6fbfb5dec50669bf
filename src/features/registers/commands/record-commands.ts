/** What can be done with the controls of the selected rows. */
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import Copy from '@lucide/svelte/icons/copy';
import ListChecks from '@lucide/svelte/icons/list-checks';
import PanelRightOpen from '@lucide/svelte/icons/panel-right-open';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import UserRound from '@lucide/svelte/icons/user-round';
import { controlName } from '../../../model/records/control-name.ts';
import type { Control } from '../../../model/records/control.ts';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import { countOf } from '../count-of.ts';
import { nothingChosen, type RegisterWork } from './register-work.ts';

export function recordCommands(work: RegisterWork): readonly UiCommand[] {
	const { matrix, deeds, chosen, asks, onopen } = work;
	const { selected, active, retired } = chosen;
	const [first] = selected;
	const group = 'Controls';
	const names = namesOf(selected);
	const unavailable = first ? undefined : nothingChosen;
	const change = (
		id: string,
		label: string,
		more: Pick<UiCommand, 'icon' | 'keys'>,
		column?: ControlColumn,
	): UiCommand => ({
		id,
		label,
		group,
		unavailable,
		...more,
		run: () => askToChange(work, column),
	});
	return [
		{ id: 'add-control', label: 'Add a control', group, icon: Plus, run: () => deeds.add() },
		{
			id: 'add-control-below',
			label: 'Add a control below',
			group,
			keys: 'Mod+Shift+Enter',
			icon: Plus,
			unavailable,
			run: () => deeds.add(matrix.active?.control),
		},
		{
			id: 'open-control',
			label: first && selected.length === 1 ? `Open ${names}` : 'Open the control',
			group,
			keys: 'Mod+Enter',
			icon: PanelRightOpen,
			unavailable,
			run: () => matrix.active && onopen(matrix.active.control),
		},
		change('change-controls', `Change ${names}…`, { icon: Pencil, keys: 'Alt+Enter' }),
		change('assign-owner', 'Assign an owner…', { icon: UserRound }, 'owner'),
		change('map-criteria', 'Map to criteria…', { icon: ListChecks }, 'criteria'),
		change('set-status', 'Set the status…', { icon: CircleDot }, 'status'),
		{
			id: 'duplicate-controls',
			label: `Duplicate ${names}`,
			group,
			keys: 'Mod+Shift+D',
			icon: Copy,
			unavailable,
			run: () => void deeds.duplicate(selected.map(({ id }) => id)),
		},
		{
			id: 'retire-controls',
			label: `Retire ${namesOf(active)}…`,
			group,
			keys: 'Mod+Backspace',
			icon: Archive,
			unavailable: active.length ? undefined : (unavailable ?? 'Retired already'),
			run: () => asks.ask({ kind: 'retire', controls: active }),
		},
		{
			id: 'restore-controls',
			label: `Restore ${namesOf(retired)}`,
			group,
			icon: ArchiveRestore,
			unavailable: retired.length ? undefined : 'Nothing here is retired',
			run: () => void deeds.restore(retired.map(({ id }) => id)),
		},
	];
}

/** Opens the dialog that changes many controls, at a column where one is given. */
export function askToChange({ matrix, chosen, asks }: RegisterWork, key?: ControlColumn): void {
	const column = matrix.column(key ?? matrix.active?.column ?? '') ?? matrix.columns[0];
	if (!column) return;
	const isColumnGiven = key !== undefined;
	asks.ask({ kind: 'change', column, isColumnGiven, scopes: chosen.scopes() });
}

function namesOf(controls: readonly Control[]): string {
	const [first, another] = controls;
	if (!first) return 'controls';
	return another ? countOf(controls.length, 'control') : controlName(first);
}
