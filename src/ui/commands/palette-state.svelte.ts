/**
 * The palette while it is open: what was typed, what is listed, which line Enter would take. Focus
 * stays in the field (WAI-ARIA Authoring Practices, combobox with a listbox).
 */
import type { CommandBoard } from './command-board.svelte.ts';
import { paletteGroups } from './palette-results.ts';
import type { UiCommand } from './ui-command.ts';

export class PaletteState {
	readonly #board: CommandBoard;
	#typed = $state('');
	/** The line that was walked to; none while the best one is meant. */
	#walkedTo = $state.raw<string>();

	readonly groups = $derived.by(() => {
		const { all } = this.#board;
		return paletteGroups(all, this.#board.search(this.#typed), this.#typed, this.#recent);
	});
	readonly commands: readonly UiCommand[] = $derived(
		this.groups.flatMap(({ results }) => results.map(({ command }) => command)),
	);
	/** The command that Enter takes: at first the best that can be done now. */
	readonly active = $derived(
		this.commands.find(({ id }) => id === this.#walkedTo) ??
			this.commands.find(({ unavailable }) => unavailable === undefined) ??
			this.commands[0],
	);

	readonly #recent: readonly string[];

	constructor(board: CommandBoard, recent: readonly string[]) {
		this.#board = board;
		this.#recent = recent;
	}

	get typed(): string {
		return this.#typed;
	}

	set typed(typed: string) {
		this.#typed = typed;
		this.#walkedTo = undefined;
	}

	/** Walks with a key, round at the ends; true where it was one of the list's. */
	walk(key: string): boolean {
		const count = this.commands.length;
		const at = this.active ? this.commands.indexOf(this.active) : -1;
		if (key === 'ArrowDown') this.#walkTo((at + 1) % count);
		else if (key === 'ArrowUp') this.#walkTo((at <= 0 ? count : at) - 1);
		else if (key === 'PageDown') this.#walkTo(Math.min(at + 8, count - 1));
		else if (key === 'PageUp') this.#walkTo(Math.max(at - 8, 0));
		else return false;
		return true;
	}

	point(command: UiCommand): void {
		this.#walkedTo = command.id;
	}

	#walkTo(index: number): void {
		this.#walkedTo = this.commands[index]?.id;
	}
}
