/** Files of other members on their way in, one after the other, and what came of each. */
import { refused, type Result } from '../../../base/result.ts';
import type { Brought } from './brought-words.ts';

export interface FileOutcome {
	readonly id: number;
	/** What the file is called. */
	readonly name: string;
	/** What it brought, or why nothing of it was taken and what to do. */
	readonly result: Result<Brought, string>;
}

type Take = (file: File) => Promise<Result<Brought, { readonly text: string }>>;

export class TakingFiles {
	readonly #take: Take;
	#waiting: readonly File[] = [];
	#isBusy = $state.raw(false);
	#outcomes = $state.raw<readonly FileOutcome[]>([]);
	#last = 0;

	constructor(take: Take) {
		this.#take = take;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	/** Of the files that came last, in their order. */
	get outcomes(): readonly FileOutcome[] {
		return this.#outcomes;
	}

	/** Takes these files too, after those that are being taken. */
	async add(files: readonly File[]): Promise<void> {
		this.#waiting = [...this.#waiting, ...files];
		if (this.#isBusy || files.length === 0) return;
		this.#isBusy = true;
		this.#outcomes = [];
		for (let [file] = this.#waiting; file; [file] = this.#waiting) {
			const result = await this.#resultOf(file);
			this.#waiting = this.#waiting.slice(1);
			this.#outcomes = [...this.#outcomes, { id: (this.#last += 1), name: file.name, result }];
		}
		this.#isBusy = false;
	}

	dismiss(outcome: FileOutcome): void {
		this.#outcomes = this.#outcomes.filter((each) => each !== outcome);
	}

	async #resultOf(file: File): Promise<FileOutcome['result']> {
		try {
			const taken = await this.#take(file);
			return taken.ok ? taken : refused(...taken.problems.map(({ text }) => text));
		} catch {
			// Its drive went away between the check of it and the taking, which does no harm twice.
			return refused('The file could not be read to its end. Choose it again to take the rest.');
		}
	}
}
