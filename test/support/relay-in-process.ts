/**
 * The relay's worker without a browser: the same code behind a real message channel, so that
 * everything that crosses is cloned as it is between page and worker.
 */
import { MessageChannel } from 'node:worker_threads';

import WebSocket from 'crossws/websocket';

import type { RelayWorker } from '../../src/review/carriers/relay/relay-carrier.ts';
import type { FromRelay, ToRelay } from '../../src/review/carriers/relay/relay-protocol.ts';
import { serveRelay } from '../../src/review/carriers/relay/serve-relay.ts';

/** `socket`: another class than Node's own way to a WebSocket. */
export function relayInProcess(socket: unknown = WebSocket): RelayWorker {
	const { port1, port2 } = new MessageChannel();
	const events = new EventTarget();
	port1.on('message', (data: unknown) =>
		events.dispatchEvent(new MessageEvent('message', { data })),
	);
	serveRelay(
		{
			postMessage: (message: FromRelay) => port2.postMessage(message),
			addEventListener: (_type, listener) =>
				port2.on('message', (data: ToRelay) => listener(new MessageEvent('message', { data }))),
		},
		socket,
	);
	return {
		postMessage: (message) => port1.postMessage(message),
		addEventListener: (type: string, listener: (event: never) => void) =>
			events.addEventListener(type, listener as (event: Event) => void),
		terminate: () => port1.close(),
	};
}
