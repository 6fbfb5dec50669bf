/**
 * Starts the airlock worker in a browser. Its code travels inside the app and is loaded when a review
 * begins, so that it works offline and from one file on disk alike.
 */
import type { AirlockWorker } from './airlock-client.ts';

export async function startAirlockWorker(): Promise<AirlockWorker> {
	const { default: InlineWorker } = await import('./airlock.worker.ts?worker&inline');
	return new InlineWorker({ name: 'airlock' });
}
