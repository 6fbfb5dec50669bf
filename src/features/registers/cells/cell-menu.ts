/** The actions of the menu on cells: the clipboard, gestures over the range, deeds with records. */
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right';
import Copy from '@lucide/svelte/icons/copy';
import Eraser from '@lucide/svelte/icons/eraser';
import ArrowDownToLine from '@lucide/svelte/icons/arrow-down-to-line';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Scissors from '@lucide/svelte/icons/scissors';
import type { MenuItem } from '../../../ui/actions/menu-state.svelte.ts';
import type { CommandBoard } from '../../../ui/commands/command-board.svelte.ts';
import { commandMenu } from '../../../ui/commands/command-menu.ts';

export interface CellMenuDeeds {
	/** Copies or cuts the selected cells as the keys do. */
	readonly clipboard: (deed: 'copy' | 'cut') => void;
	readonly gesture: (kind: 'clear' | 'fillDown') => void;
	/** The ways to the records that the cell points to. */
	readonly links: readonly { readonly label: string; readonly run: () => void }[];
	/** Shows only rows with this cell's value; undefined on the head of a row. */
	readonly filter: { readonly label: string; readonly run: () => void } | undefined;
}

/** What is not possible at this moment is left out; deeds with records are those of the board. */
export function cellMenu(deeds: CellMenuDeeds, board: CommandBoard): readonly MenuItem[] {
	const { clipboard, gesture, filter, links } = deeds;
	const cell = (key: string, label: string, more: Partial<MenuItem>, onselect: () => void) => ({
		key,
		label,
		...more,
		onselect,
	});
	return [
		cell('cut', 'Cut', { icon: Scissors, shortcut: 'Mod+X' }, () => clipboard('cut')),
		cell('copy', 'Copy', { icon: Copy, shortcut: 'Mod+C' }, () => clipboard('copy')),
		// Pages may read the clipboard only when a person pastes by key.
		cell(
			'paste',
			'Paste with the keys',
			{ icon: ClipboardPaste, shortcut: 'Mod+V', disabled: true },
			() => undefined,
		),
		cell('clear', 'Clear', { icon: Eraser, shortcut: 'Delete', separated: true }, () =>
			gesture('clear'),
		),
		cell('fill', 'Fill down', { icon: ArrowDownToLine, shortcut: 'Mod+D' }, () =>
			gesture('fillDown'),
		),
		...(filter
			? [cell('filter', filter.label, { icon: ListFilter, separated: true }, filter.run)]
			: []),
		...links.map(({ label, run }, index) =>
			cell(`link-${index}`, label, { icon: ArrowUpRight, separated: index === 0 }, run),
		),
		...commandMenu(board, [
			[],
			['comment', 'suggest-value'],
			['value-source', 'open-record'],
			['change-records', 'add-record-below', 'duplicate-records'],
			['retire-records', 'restore-records'],
		]).filter(({ disabled }) => !disabled),
	];
}
