/**
 * CPU time of a page's main thread, as Chromium counts it: what a busy machine does beside it is not
 * in it.
 */
import type { CDPSession, Page } from '@playwright/test';

/** Resolves once a frame has been drawn after what happened last. */
const afterTheFrame = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => resolve();
	port2.postMessage(undefined);
})))`;

export class MainThread {
	readonly #session: CDPSession;

	private constructor(session: CDPSession) {
		this.#session = session;
	}

	static async of(page: Page): Promise<MainThread> {
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable', { timeDomain: 'threadTicks' });
		return new MainThread(session);
	}

	/** Milliseconds of script, layout it asks for included, until what `act` leads to is drawn. */
	script(act: () => Promise<unknown>): Promise<number> {
		return this.#spent('ScriptDuration', act);
	}

	/** Milliseconds of everything, style, layout and painting included. */
	all(act: () => Promise<unknown>): Promise<number> {
		return this.#spent('TaskDuration', act);
	}

	/** Waits until everything that has happened is drawn. */
	async rest(): Promise<void> {
		await this.#session.send('Runtime.evaluate', {
			expression: afterTheFrame,
			awaitPromise: true,
		});
	}

	async #spent(metric: string, act: () => Promise<unknown>): Promise<number> {
		await this.rest();
		const before = await this.#read(metric);
		await act();
		await this.rest();
		return ((await this.#read(metric)) - before) * 1000;
	}

	async #read(metric: string): Promise<number> {
		const { metrics } = await this.#session.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === metric)?.value ?? Number.NaN;
	}
}
