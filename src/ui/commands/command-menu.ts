/** Commands as the items of a menu, with the keys that do the same. */
import type { MenuItem } from '../actions/menu-state.svelte.ts';
import type { CommandBoard } from './command-board.svelte.ts';
import { shownKeys } from './ui-command.ts';

/**
 * The commands with these ids, in this order; a line parts the groups. What is not offered at this
 * moment is left out.
 */
export function commandMenu(
	board: CommandBoard,
	groups: readonly (readonly string[])[],
): readonly MenuItem[] {
	const all = board.all;
	return groups.flatMap((ids, group) => {
		const commands = ids.flatMap((id) => all.find((command) => command.id === id) ?? []);
		return commands.map((command, place) => ({
			key: command.id,
			label: command.label,
			icon: command.icon,
			checked: command.checked,
			shortcut: shownKeys(command),
			disabled: command.unavailable !== undefined,
			separated: group > 0 && place === 0,
			onselect: () => board.run(command),
		}));
	});
}
