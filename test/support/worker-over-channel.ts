/**
 * What a worker serves, behind a real message channel, so that everything that crosses is cloned or
 * handed over as it is between page and worker; and it can be made to fail.
 */
import { MessageChannel } from 'node:worker_threads';

/** The worker's side. */
export interface ServedPort<To, From> {
	postMessage(message: From, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<To>) => void): void;
}

/** The page's side. */
export interface WorkerOverChannel<To> {
	readonly terminated: boolean;
	postMessage(message: To, transfer?: Transferable[]): void;
	addEventListener(type: string, listener: (event: never) => void): void;
	terminate(): void;
	/** As a browser does when the worker's script fails. */
	fail(type?: 'error' | 'messageerror'): void;
}

/** Starts one worker; `serve` answers in it. */
export function workerOverChannel<To, From>(
	serve: (port: ServedPort<To, From>) => void,
): WorkerOverChannel<To> {
	const { port1, port2 } = new MessageChannel();
	const events = new EventTarget();
	let terminated = false;
	port1.on('message', (data: unknown) =>
		events.dispatchEvent(new MessageEvent('message', { data })),
	);
	// A test ends although a worker waits for more.
	port1.unref();
	port2.unref();
	serve({
		postMessage: (message, transfer) => port2.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (_type, listener) =>
			port2.on('message', (data: To) => listener(new MessageEvent('message', { data }))),
	});
	return {
		get terminated() {
			return terminated;
		},
		postMessage: (message, transfer = []) => port1.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener: (type, listener) =>
			events.addEventListener(type, listener as (event: Event) => void),
		terminate() {
			terminated = true;
			port1.close();
		},
		fail: (type = 'error') => events.dispatchEvent(new Event(type, { cancelable: true })),
	};
}
