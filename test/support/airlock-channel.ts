/**
 * An airlock behind a real message channel, so that everything that crosses is cloned or handed over
 * as it is between page and worker; and one that can be made to fail.
 */
import { MessageChannel } from 'node:worker_threads';

import type { AirlockWorker } from '../../src/review/document/airlock-client.ts';
import type { FromAirlock, ToAirlock } from '../../src/review/document/airlock-protocol.ts';
import { serveAirlock, type AirlockPort } from '../../src/review/document/serve-airlock.ts';

export interface AirlockOverChannel extends AirlockWorker {
	readonly terminated: boolean;
	/** As a browser does when the worker's script fails. */
	fail(type: 'error' | 'messageerror'): void;
}

/** Starts one worker; `serve` decides what answers in it. */
export function airlockOverChannel(
	serve: (port: AirlockPort) => void = serveAirlock,
): AirlockOverChannel {
	const { port1, port2 } = new MessageChannel();
	const events = new EventTarget();
	let terminated = false;
	port1.on('message', (data: unknown) =>
		events.dispatchEvent(new MessageEvent('message', { data })),
	);
	serve({
		postMessage: (message: FromAirlock, transfer) =>
			port2.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (_type, listener) =>
			port2.on('message', (data: ToAirlock) => listener(new MessageEvent('message', { data }))),
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
		fail: (type) => events.dispatchEvent(new Event(type, { cancelable: true })),
	};
}
