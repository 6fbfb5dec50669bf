/** What a person does in the matrix, made ready and then done, so that only the doing is measured. */
import type { Locator, Page } from '@playwright/test';

export class MatrixGestures {
	readonly #page: Page;
	readonly grid: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.grid = page.getByRole('grid', { name: 'Controls' });
	}

	/** Makes a cell active, by row and column from 0; row -1 is the head, where Enter sorts. */
	async goTo(row: number, column: number): Promise<void> {
		await this.grid.locator('[data-active]').focus();
		await this.#press('Control+Home');
		if (row < 0) await this.#press('ArrowUp');
		for (let step = 0; step < row; step++) await this.#press('ArrowDown');
		for (let step = 0; step < column; step++) await this.#press('ArrowRight');
	}

	/** Begins to type over the active cell. */
	async type(letter: string): Promise<void> {
		await this.#press(letter);
	}

	/** Takes what was typed and goes on to the cell below. */
	async enter(): Promise<void> {
		await this.#press('Enter');
	}

	/** Gives up what was typed. */
	async leave(): Promise<void> {
		await this.#press('Escape');
	}

	/** How many frames after the next key it takes until some cell is exactly `text`. */
	async framesToShow(text: string, press: () => Promise<void>): Promise<number> {
		const counting = await this.grid.evaluateHandle((grid, wanted) => {
			const frames = new Promise<number>((resolve) => {
				const count = (frame: number): void => {
					const cells = Array.from(grid.querySelectorAll('[data-content]'));
					if (cells.some((cell) => cell.textContent === wanted)) resolve(frame);
					else requestAnimationFrame(() => count(frame + 1));
				};
				const begin = (): number => requestAnimationFrame(() => count(1));
				grid.addEventListener('keydown', begin, { capture: true, once: true });
			});
			// In an object, or the handle would wait for the promise.
			return { frames };
		}, text);
		await press();
		return counting.evaluate(({ frames }) => frames);
	}

	/** Puts the caret where the text of a filter is typed. */
	async openFilter(column: string): Promise<void> {
		await this.#page.getByRole('button', { name: 'Filter' }).click();
		await this.#page.getByLabel('Filter by').selectOption({ label: column });
		await this.#page.getByLabel(`Text in ${column}`).focus();
	}

	/** Takes the letter of the filter back, and goes back to the grid. */
	async clearFilter(): Promise<void> {
		await this.#press('Backspace');
		await this.#press('Escape');
	}

	/** Puts rows of texts on the clipboard, as a spreadsheet would. */
	async copyFromElsewhere(texts: readonly (readonly string[])[]): Promise<void> {
		const copied = texts.map((line) => line.join('\t')).join('\n');
		await this.#page.evaluate((text) => navigator.clipboard.writeText(text), copied);
	}

	async paste(): Promise<void> {
		await this.#press('Control+v');
	}

	#press(key: string): Promise<void> {
		return this.#page.keyboard.press(key);
	}
}
