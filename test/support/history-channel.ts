/** A history worker behind a real message channel: what crosses is cloned or handed over. */
import { MessageChannel } from 'node:worker_threads';

import type { HistoryWorker } from '../../src/review/history/history-client.ts';
import type { FromHistory, ToHistory } from '../../src/review/history/history-protocol.ts';
import { serveHistory, type HistoryPort } from '../../src/review/history/serve-history.ts';

export interface HistoryOverChannel extends HistoryWorker {
	readonly terminated: boolean;
	/** As a browser does when the worker's script fails. */
	fail(): void;
}

export function startHistoryHere(): Promise<HistoryOverChannel> {
	return Promise.resolve(historyOverChannel());
}

/** Starts one worker; `serve` decides what answers in it. */
export function historyOverChannel(
	serve: (port: HistoryPort) => void = serveHistory,
): HistoryOverChannel {
	const { port1, port2 } = new MessageChannel();
	const events = new EventTarget();
	let terminated = false;
	port1.on('message', (data: FromHistory) =>
		events.dispatchEvent(new MessageEvent('message', { data })),
	);
	// A test ends although a worker waits for more.
	port1.unref();
	port2.unref();
	serve({
		postMessage: (message, transfer) => port2.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (_type, listener) =>
			port2.on('message', (data: ToHistory) => listener(new MessageEvent('message', { data }))),
	});
	return {
		get terminated() {
			return terminated;
		},
		postMessage: (message, transfer = []) => port1.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (type: string, listener: (event: never) => void) =>
			events.addEventListener(type, listener as (event: Event) => void),
		terminate() {
			terminated = true;
			port1.close();
		},
		fail: () => events.dispatchEvent(new Event('error', { cancelable: true })),
	};
}
