/**
 * Finds controls by id and title for the palette. Folded texts are kept while a control stays the
 * same, and a text typed on searches only what answered before, so that a letter among 10,000
 * controls costs no frame.
 */
import type { Control, ControlId } from '../model/records/control.ts';
import { controlName } from '../model/records/control-name.ts';
import { foldText, scoreOf, typedWords } from '../ui/commands/fuzzy-match.ts';
import type { UiCommand } from '../ui/commands/ui-command.ts';
import FileText from '@lucide/svelte/icons/file-text';

const shownAtMost = 30;
/** Milliseconds of making ready between two frames, and how many controls are folded at a stretch. */
const slice = 4;
const stretch = 100;
/** What is retired comes after what is not. */
const retiredLoses = 200;

interface Answer {
	readonly controls: readonly Control[];
	readonly typed: string;
	readonly matching: readonly Control[];
}

interface Ranked {
	readonly control: Control;
	readonly score: number;
}

export class ControlSearch {
	readonly #open: (control: ControlId) => void;
	readonly #folded = new WeakMap<Control, string>();
	#last: Answer | undefined;
	/** The controls that are folded ahead. */
	#ready: readonly Control[] | undefined;

	constructor(open: (control: ControlId) => void) {
		this.#open = open;
	}

	/** The best matches, best first. The empty text finds nothing; what follows it is made ready. */
	find(controls: readonly Control[], typed: string): readonly UiCommand[] {
		const words = typedWords(typed);
		if (words.length === 0) {
			this.#makeReady(controls);
			return [];
		}
		const matching: Control[] = [];
		const best: Ranked[] = [];
		for (const control of this.#candidates(controls, typed)) {
			const score = scoreOf(words, this.#fold(control));
			if (score === undefined) continue;
			matching.push(control);
			keepBest(best, { control, score: score - (control.retired ? retiredLoses : 0) });
		}
		this.#last = { controls, typed, matching };
		const isCut = matching.length > shownAtMost;
		const group = isCut ? `Controls, best ${shownAtMost} of ${matching.length}` : 'Controls';
		return best.map(({ control }) => this.#commandOf(control, group));
	}

	/** Folds the texts before the first letter comes, a slice between two frames. */
	#makeReady(controls: readonly Control[]): void {
		if (this.#ready === controls) return;
		this.#ready = controls;
		let done = 0;
		const goOn = (): void => {
			if (this.#ready !== controls) return;
			const end = performance.now() + slice;
			while (done < controls.length && performance.now() < end) {
				for (const control of controls.slice(done, done + stretch)) this.#fold(control);
				done += stretch;
			}
			if (done < controls.length) setTimeout(goOn);
		};
		setTimeout(goOn);
	}

	#candidates(controls: readonly Control[], typed: string): readonly Control[] {
		const last = this.#last;
		return last?.controls === controls && typed.startsWith(last.typed) ? last.matching : controls;
	}

	#fold(control: Control): string {
		let folded = this.#folded.get(control);
		if (folded === undefined) {
			folded = foldText(`${control.controlId} ${control.title}`);
			this.#folded.set(control, folded);
		}
		return folded;
	}

	#commandOf(control: Control, group: string): UiCommand {
		const title = control.controlId ? control.title : '';
		return {
			id: control.id,
			label: controlName(control),
			hint: control.retired ? `${title} (retired)` : title,
			group,
			icon: FileText,
			run: () => this.#open(control.id),
		};
	}
}

/** Puts one among the best, which stay in order and few; of equals, the earlier stands first. */
function keepBest(best: Ranked[], next: Ranked): void {
	const worst = best.at(-1);
	if (best.length === shownAtMost && worst && worst.score >= next.score) return;
	best.splice(best.findLastIndex(({ score }) => score >= next.score) + 1, 0, next);
	if (best.length > shownAtMost) best.pop();
}
