/**
 * A walk through an agenda: what was chosen, where it is, and how far. Whatever was dealt with in this
 * walk stays in its list, also where it would not be chosen any more.
 */
import { SvelteSet } from 'svelte/reactivity';
import type { LiveReview } from '../../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import {
	agendaProgress,
	agendaSubjects,
	neighbour,
	nextLeft,
	type AgendaChoice,
	type AgendaProgress,
	type Walk,
} from '../../../model/review/agenda.ts';
import { subjectKey, type Subject } from '../../../model/review/subject.ts';

export class AgendaWalk {
	readonly #workbook: LiveWorkbook;
	readonly #review: LiveReview;
	readonly #visited = new SvelteSet<string>();
	#choice = $state.raw<AgendaChoice>({ kind: 'changed' });
	#asked = $state.raw<Subject>();
	readonly #walk = $derived.by((): Walk => this.#walkNow());
	readonly subjects: readonly Subject[] = $derived.by(() => this.#subjectsNow());
	readonly progress: AgendaProgress = $derived.by(() => agendaProgress(this.subjects, this.#walk));

	constructor(workbook: LiveWorkbook, review: LiveReview) {
		this.#workbook = workbook;
		this.#review = review;
	}

	get choice(): AgendaChoice {
		return this.#choice;
	}

	choose(choice: AgendaChoice): void {
		this.#choice = choice;
		this.#visited.clear();
		this.#asked = undefined;
	}

	/** The one that is looked at: at first the first that is left. */
	get current(): Subject | undefined {
		return this.#asked ?? nextLeft(this.subjects, undefined, this.#walk) ?? this.subjects[0];
	}

	/** Its place from 1. */
	get place(): number {
		const { current } = this;
		const key = current && subjectKey(current);
		return this.subjects.findIndex((each) => subjectKey(each) === key) + 1;
	}

	neighbour(step: 1 | -1): Subject | undefined {
		return neighbour(this.subjects, this.current, step);
	}

	go(subject: Subject | undefined): void {
		if (!subject) return;
		this.stay();
		this.#asked = subject;
	}

	/** Keeps the present one in the list and in view, whatever is written about it now. */
	stay(): void {
		const { current } = this;
		if (!current) return;
		this.#visited.add(subjectKey(current));
		this.#asked = current;
	}

	/** To the next that is left after the present one; stays where none is. */
	goOn(): void {
		this.go(nextLeft(this.subjects, this.current, this.#walk));
	}

	#walkNow(): Walk {
		const { state, me: device, contents } = this.#review;
		return {
			...{ state, device },
			contentOf(subject) {
				// Content is hashed only where this device looked or signed: elsewhere nothing compares with it.
				const isKnown =
					state.looks.get(subjectKey(subject))?.has(device) === true ||
					state.signOffsOn(subject).length > 0;
				return isKnown ? contents.hash(subject) : '';
			},
		};
	}

	#subjectsNow(): readonly Subject[] {
		const { controls } = this.#workbook;
		const chosen = agendaSubjects(this.#choice, controls, this.#walk);
		if (this.#visited.size === 0) return chosen;
		const keys = new Set(chosen.map(subjectKey));
		return agendaSubjects({ kind: 'all' }, controls, this.#walk).filter((subject) => {
			const key = subjectKey(subject);
			return keys.has(key) || this.#visited.has(key);
		});
	}
}
