/** The same deeds as in the matrix, done by the bare list on a key; each resolves to ms of script. */
import type { Page } from '@playwright/test';
import type {} from './bare/list.ts';
import type { MainThread } from './main-thread.ts';

/** The column of titles. */
const title = 1;

export class BareGestures {
	readonly #page: Page;
	readonly #thread: MainThread;

	constructor(page: Page, thread: MainThread) {
		this.#page = page;
		this.#thread = thread;
	}

	/** Sets texts from the first title on. */
	async paste(texts: readonly (readonly string[])[]): Promise<number> {
		await this.#page.evaluate(
			([left, given]) => {
				const { bareList } = window;
				bareList.onNextKey(() => bareList.paste(0, left, given));
			},
			[title, texts] as const,
		);
		return this.#onKey();
	}

	async sort(column: number): Promise<number> {
		await this.#page.evaluate((given) => {
			const { bareList } = window;
			bareList.onNextKey(() => bareList.sort(given, 1));
		}, column);
		return this.#onKey();
	}

	/** Shows the rows whose title holds a text; then all again. */
	async filter(text: string): Promise<number> {
		await this.#page.evaluate(
			([column, given]) => {
				const { bareList } = window;
				bareList.onNextKey(() => bareList.filter(column, given));
			},
			[title, text] as const,
		);
		const spent = await this.#onKey();
		await this.#page.evaluate((column) => window.bareList.filter(column, ''), title);
		return spent;
	}

	#onKey(): Promise<number> {
		return this.#thread.script(() => this.#page.keyboard.press('Enter'));
	}
}
