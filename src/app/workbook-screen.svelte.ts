/**
 * The screen of an open workbook. It is no part of the first script: it is sent for while the
 * document is read, and drawn without another wait where it has come by then.
 */
import type { Route } from './routes.ts';

type Screen = typeof import('./WorkbookScreen.svelte').default;

export class WorkbookScreenCode {
	#screen = $state.raw<Screen>();
	#isMissing = $state(false);

	get screen(): Screen | undefined {
		return this.#screen;
	}

	/** It could not be had; it is sent for again with the next route. */
	get isMissing(): boolean {
		return this.#isMissing;
	}

	/** Sends for the screen where the route needs it. */
	async sendFor(route: Route): Promise<void> {
		if (!('workbook' in route) || this.#screen) return;
		this.#isMissing = false;
		try {
			const { default: screen } = await import('./WorkbookScreen.svelte');
			this.#screen = screen;
		} catch (error) {
			console.error(error);
			this.#isMissing = true;
		}
	}
}
