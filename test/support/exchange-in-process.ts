/**
 * The exchange without a browser's worker: the same handlers behind a real message channel, so that
 * everything that crosses is cloned as it is between page and worker.
 */
import { MessageChannel } from 'node:worker_threads';

import type { ExchangeWorker } from '../../src/exchange/worker/exchange-client.ts';
import type { FromWorker, ToWorker } from '../../src/exchange/worker/protocol.ts';
import { serveExchange, type ServingPort } from '../../src/exchange/worker/serve-exchange.ts';

export interface WorkerInProcess extends ExchangeWorker {
	readonly terminated: boolean;
	/** As a browser does when the worker's script fails. */
	fail(type: 'error' | 'messageerror'): void;
}

/** Starts one worker; `serve` decides what answers in it. */
export function workerInProcess(
	serve: (port: ServingPort) => void = serveExchange,
): WorkerInProcess {
	const { port1, port2 } = new MessageChannel();
	const events = new EventTarget();
	let terminated = false;
	port1.on('message', (data: unknown) =>
		events.dispatchEvent(new MessageEvent('message', { data })),
	);
	serve({
		postMessage: (message: FromWorker) => port2.postMessage(message),
		addEventListener: (_type, listener) =>
			port2.on('message', (data: ToWorker) => listener(new MessageEvent('message', { data }))),
	});
	return {
		get terminated() {
			return terminated;
		},
		postMessage: (message) => port1.postMessage(message),
		addEventListener: (type: string, listener: (event: never) => void) =>
			events.addEventListener(type, listener as (event: Event) => void),
		terminate() {
			terminated = true;
			port1.close();
		},
		fail: (type) => events.dispatchEvent(new Event(type, { cancelable: true })),
	};
}
