/**
 * Starts the exchange worker in a browser. Its code travels inside the app and is loaded when it is
 * first needed, so that it works offline and from one file on disk alike.
 */
import type { ExchangeWorker } from './exchange-client.ts';

export async function startExchangeWorker(): Promise<ExchangeWorker> {
	const { default: InlineWorker } = await import('./exchange.worker.ts?worker&inline');
	return new InlineWorker({ name: 'exchange' });
}
