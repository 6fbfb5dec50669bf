/** What was begun and is not done yet: nobody waits for it, but what goes wrong in it is told. */
export class UnderWay {
	readonly #works = new Set<Promise<void>>();
	readonly #onProblem: (text: string) => void;

	constructor(onProblem: (text: string) => void) {
		this.#onProblem = onProblem;
	}

	/** Begins a work. */
	do(work: () => Promise<unknown>): void {
		const done: Promise<void> = this.finished(work).then(() => void this.#works.delete(done));
		this.#works.add(done);
	}

	/** Resolves when the work has ended, well or badly. */
	async finished(work: () => Promise<unknown>): Promise<void> {
		try {
			await work();
		} catch (error) {
			this.#onProblem(`The review met a fault: ${String(error)}. What is here stays as it is.`);
		}
	}

	/** Resolves when nothing is under way any more. */
	async settled(): Promise<void> {
		while (this.#works.size > 0) await Promise.all(this.#works);
	}
}
