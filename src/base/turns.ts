/** Work that must not overlap: each begins when what was asked for before it has ended, well or badly. */

export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	/** Does the work when its turn comes; it rejects where the work does, and the next goes on. */
	take<Value>(work: () => Value | Promise<Value>): Promise<Value> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => undefined);
		return turn;
	}

	/** Resolves when all that was asked for by now has ended. */
	async ended(): Promise<void> {
		await this.#last;
	}
}
