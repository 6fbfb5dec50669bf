/**
 * Starts the history worker in a browser. Its code travels inside the app and is loaded when a
 * milestone is first named or opened, so that it works offline and from one file on disk alike.
 */
import type { HistoryWorker } from './history-client.ts';

export async function startHistoryWorker(): Promise<HistoryWorker> {
	const { default: InlineWorker } = await import('./history.worker.ts?worker&inline');
	return new InlineWorker({ name: 'history' });
}
