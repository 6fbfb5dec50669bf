/** Pages that could not be reached rest before they are tried again, each time twice as long. */

/** Milliseconds. */
const first = 5_000;
const longest = 15 * 60_000;

export class Rests {
	readonly #rests = new Map<string, { readonly length: number; readonly until: number }>();

	/** It could not be reached. `now`: milliseconds that only go forward. */
	begin(page: string, now: number): void {
		const before = this.#rests.get(page)?.length;
		const length = before === undefined ? first : Math.min(2 * before, longest);
		this.#rests.set(page, { length, until: now + length });
	}

	has(page: string, now: number): boolean {
		return (this.#rests.get(page)?.until ?? 0) > now;
	}

	/** Forgets all but these pages. */
	keepOnly(pages: ReadonlySet<string>): void {
		for (const page of [...this.#rests.keys()]) if (!pages.has(page)) this.#rests.delete(page);
	}
}
