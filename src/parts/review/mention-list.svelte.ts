/**
 * The list of names under a text while `@` is typed in it: which names match, which one is pointed at,
 * and the text once one was chosen. Keys as in a combobox (WAI-ARIA Authoring Practices).
 */
import { roleWords, type Member } from '../../model/review/member.ts';
import { mentionBeingTyped } from '../../model/review/mention.ts';
import { ListState } from '../../ui/fields/list-state.svelte.ts';
import type { Option } from '../../ui/fields/option.ts';

export interface Completed {
	readonly text: string;
	readonly caret: number;
}

export class MentionList {
	readonly list: ListState;
	readonly #options: () => readonly Option[];
	#from = 0;
	#to = 0;

	constructor(members: () => readonly Pick<Member, 'device' | 'name' | 'role'>[]) {
		this.#options = () =>
			members().map(({ device, name, role }) => ({
				value: device,
				label: name,
				hint: roleWords[role].label,
			}));
		this.list = new ListState(this.#options);
	}

	/** The text or the caret changed. */
	look(text: string, caret: number): void {
		const typed = mentionBeingTyped(text, caret);
		if (!typed) {
			this.list.hide();
			return;
		}
		this.#from = typed.from;
		this.#to = caret;
		if (typed.query === '') this.list.show(this.#options()[0]?.value);
		else this.list.narrow(typed.query, true);
	}

	/** The text with the name in place of what was typed of it, and where the caret goes. */
	complete(text: string, { label }: Option): Completed {
		this.list.hide();
		const before = `${text.slice(0, this.#from)}@${label} `;
		return { text: before + text.slice(this.#to).replace(/^ /, ''), caret: before.length };
	}
}
