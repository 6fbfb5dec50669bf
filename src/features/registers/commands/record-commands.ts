/** What can be done with the records of the selected rows. */
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import Copy from '@lucide/svelte/icons/copy';
import ListChecks from '@lucide/svelte/icons/list-checks';
import PanelRightOpen from '@lucide/svelte/icons/panel-right-open';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import UserRound from '@lucide/svelte/icons/user-round';
import {
	recordName,
	type Register,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import { countOfRecords } from '../count-of.ts';
import { titleCase, withArticle } from '../register-words.ts';
import { nothingChosen, type RegisterWork } from './register-work.ts';

export function recordCommands(work: RegisterWork): readonly UiCommand[] {
	const { register, deeds, chosen, asks, onopen } = work;
	const { selected, active, retired } = chosen;
	const [first] = selected;
	const { about } = register;
	const group = titleCase(about.many);
	const names = namesOf(about, selected);
	const unavailable = first ? undefined : nothingChosen(about);
	const change = (
		id: string,
		label: string,
		more: Pick<UiCommand, 'icon' | 'keys'>,
		column?: string,
	): UiCommand => ({
		id,
		label,
		group,
		unavailable,
		...more,
		run: () => askToChange(work, column),
	});
	return [
		{
			id: 'add-record',
			label: `Add ${withArticle(about)}`,
			group,
			icon: Plus,
			run: () => deeds.add(),
		},
		{
			id: 'add-record-below',
			label: `Add ${withArticle(about)} below`,
			group,
			keys: 'Mod+Shift+Enter',
			icon: Plus,
			unavailable,
			run: () => deeds.add(register.active?.record),
		},
		{
			id: 'open-record',
			label: first && selected.length === 1 ? `Open ${names}` : `Open the ${about.one}`,
			group,
			keys: 'Mod+Enter',
			icon: PanelRightOpen,
			unavailable,
			run: () => register.active && onopen(register.active.record),
		},
		change('change-records', `Change ${names}…`, { icon: Pencil, keys: 'Alt+Enter' }),
		...quickChanges
			.filter(({ column }) => register.column(column) !== undefined)
			.map(({ id, label, icon, column }) => change(id, label, { icon }, column)),
		{
			id: 'duplicate-records',
			label: `Duplicate ${names}`,
			group,
			keys: 'Mod+Shift+D',
			icon: Copy,
			unavailable,
			run: () => void deeds.duplicate(selected.map(({ id }) => id)),
		},
		{
			id: 'retire-records',
			label: `Retire ${namesOf(about, active)}…`,
			group,
			keys: 'Mod+Backspace',
			icon: Archive,
			unavailable: active.length ? undefined : (unavailable ?? 'Retired already'),
			run: () => asks.ask({ kind: 'retire', records: active }),
		},
		{
			id: 'restore-records',
			label: `Restore ${namesOf(about, retired)}`,
			group,
			icon: ArchiveRestore,
			unavailable: retired.length ? undefined : 'Nothing here is retired',
			run: () => void deeds.restore(retired.map(({ id }) => id)),
		},
	];
}

/** Opens the dialog that changes many records, at a column where one is given. */
export function askToChange({ register, chosen, asks }: RegisterWork, key?: string): void {
	const column = register.column(key ?? register.active?.column ?? '') ?? register.columns[0];
	if (!column) return;
	const isColumnGiven = key !== undefined;
	asks.ask({ kind: 'change', column, isColumnGiven, scopes: chosen.scopes() });
}

/** Columns that are changed most often, where a register has them. */
const quickChanges = [
	{ id: 'assign-owner', label: 'Assign an owner…', icon: UserRound, column: 'owner' },
	{ id: 'map-criteria', label: 'Map to criteria…', icon: ListChecks, column: 'criteria' },
	{ id: 'set-status', label: 'Set the status…', icon: CircleDot, column: 'status' },
] as const;

function namesOf(about: Register, records: readonly RegisterRecord[]): string {
	const [first, another] = records;
	if (!first) return about.many;
	return another ? countOfRecords(records.length, about) : recordName(about, first);
}
