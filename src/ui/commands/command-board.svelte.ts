/**
 * The commands that can be given at this moment. Each place offers its own while it is shown; keys,
 * menus, tooltips, the palette and the keyboard sheet all read them here. What is offered later is
 * more particular, so its keys come first, and it stands for a command of the same id.
 */
import { untrack } from 'svelte';
import { isApple } from '../text/key-caps.ts';
import { belongsToField, isKeystroke } from './keystroke.ts';
import { shownKeys, type UiCommand } from './ui-command.ts';

/** The best matches of a text, best first and few; the empty text may bring what was used last. */
export type CommandSearch = (text: string) => readonly UiCommand[];

export class CommandBoard {
	#offers = $state.raw<readonly (() => readonly UiCommand[])[]>([]);
	#searches = $state.raw<readonly CommandSearch[]>([]);

	/**
	 * Offers commands until the function returned is called: `$effect(() => commands.offer(list))`.
	 * The list is read anew each time, so it says what is true at that moment. A component with others
	 * inside it offers in `$effect.pre`, which runs before theirs.
	 */
	offer(list: () => readonly UiCommand[]): () => void {
		this.#offers = [list, ...untrack(() => this.#offers)];
		return () => (this.#offers = this.#offers.filter((other) => other !== list));
	}

	/** Offers what the palette can find beside commands, such as records. */
	offerSearch(search: CommandSearch): () => void {
		this.#searches = [...untrack(() => this.#searches), search];
		return () => (this.#searches = this.#searches.filter((other) => other !== search));
	}

	/**
	 * What was offered last stands first. Not a derived value: outside effects those go stale. Read it
	 * when something is opened or pressed, not while a screen is drawn: the one before still offers then.
	 */
	get all(): readonly UiCommand[] {
		const byId = new Map<string, UiCommand>();
		for (const command of this.#offers.flatMap((list) => list())) {
			if (!byId.has(command.id)) byId.set(command.id, command);
		}
		return [...byId.values()];
	}

	find(id: string): UiCommand | undefined {
		return this.all.find((command) => command.id === id);
	}

	/** The keys to show for a command, as in a tooltip. */
	keysOf(id: string): string | undefined {
		const command = this.find(id);
		return command && shownKeys(command);
	}

	/** What the searches of all places find. */
	search(text: string): readonly UiCommand[] {
		return this.#searches.flatMap((search) => search(text));
	}

	/** Runs the command with this id, if it is offered and available. */
	give(id: string): void {
		const command = this.find(id);
		if (command) this.run(command);
	}

	run(command: UiCommand): void {
		if (command.unavailable === undefined) command.run();
	}

	/**
	 * Runs the command whose keys were pressed; true where there is one, even one that is not
	 * available now. Keys that something has used already, that belong to typing, or that are pressed
	 * in a dialog are left alone.
	 */
	press(event: KeyboardEvent, apple = isApple()): boolean {
		if (event.defaultPrevented || event.isComposing) return false;
		if (belongsToField(event, event.target) || document.querySelector('dialog[open]')) return false;
		const command = this.all.find(({ keys }) =>
			keys?.split(' ').some((stroke) => isKeystroke(event, stroke, apple)),
		);
		if (command) this.run(command);
		return command !== undefined;
	}
}
