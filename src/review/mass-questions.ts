/** Changes of others that remove much: nothing of them is taken before this person has said a word. */
import type { DeviceId } from '../model/review/member.ts';
import { rangesWithout, type ClockRange } from './document/clock-ranges.ts';
import type { MassDeletion } from './session/document-guard.ts';

export interface MassQuestion extends MassDeletion {
	readonly from: DeviceId;
	/** True to take it, false to keep what it removes; undefined where it is not answered now. */
	readonly answer: (take: boolean | undefined) => void;
}

export class MassQuestions {
	readonly #onChanged: () => void;
	#all: readonly MassQuestion[] = [];

	/** `onChanged`: a question has come or gone. */
	constructor(onChanged: () => void) {
		this.#onChanged = onChanged;
	}

	/** Those that wait for a word, oldest first. */
	get all(): readonly MassQuestion[] {
		return this.#all;
	}

	/** Resolves to the answer. */
	ask(from: DeviceId, mass: MassDeletion): Promise<boolean | undefined> {
		return new Promise((resolve) => {
			const question: MassQuestion = {
				...{ from, ...mass },
				answer: (take) => {
					this.#all = this.#all.filter((other) => other !== question);
					this.#onChanged();
					resolve(take);
				},
			};
			this.#all = [...this.#all, question];
			this.#onChanged();
		});
	}

	/** Answers those about nothing but what this person has kept by now, as in another tab. */
	answerKept(kept: readonly ClockRange[]): void {
		for (const { removed, overwritten, answer } of this.#all) {
			if (overwritten === 0 && rangesWithout(removed, kept).length === 0) answer(false);
		}
	}

	/** Leaves all of them unanswered for now. */
	close(): void {
		for (const { answer } of this.#all) answer(undefined);
	}
}
