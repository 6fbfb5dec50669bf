/**
 * Starts the airlock worker in a browser. Its code travels inside the app and is loaded when a review
 * begins, so that it works offline and from one file on disk alike.
 */
import type { AirlockWorker } from './airlock-client.ts';

let ready: Promise<AirlockWorker> | undefined;

/** A review is about to be opened: the first worker it asks for is started now. */
export function readyAirlockWorker(): void {
	ready ??= start();
	// Whoever asks for it hears of the failure.
	ready.catch(() => undefined);
}

export function startAirlockWorker(): Promise<AirlockWorker> {
	const started = ready ?? start();
	ready = undefined;
	return started;
}

async function start(): Promise<AirlockWorker> {
	const { default: InlineWorker } = await import('./airlock.worker.ts?worker&inline');
	return new InlineWorker({ name: 'airlock' });
}
