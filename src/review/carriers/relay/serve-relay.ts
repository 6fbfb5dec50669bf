/** The worker's side of the protocol: one connection to one relay, as long as the port lives. */
import { RelayConnection } from './relay-connection.ts';
import type { FromRelay, ToRelay } from './relay-protocol.ts';

/** What serving needs of a worker's global scope or a message port. */
export interface RelayPort {
	postMessage(message: FromRelay, options?: { readonly transfer: Transferable[] }): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<ToRelay>) => void): void;
}

/** `socket`: the WebSocket class where the platform has none. */
export function serveRelay(port: RelayPort, socket?: unknown): void {
	let connection: RelayConnection | undefined;

	function done(id: number): void {
		port.postMessage({ kind: 'done', id });
	}

	port.addEventListener('message', ({ data }) => {
		if (data.kind === 'open') {
			connection = new RelayConnection(
				data.target,
				{
					frame: (frame, number) =>
						port.postMessage({ kind: 'frame', number, frame }, { transfer: [frame.buffer] }),
					shown: (frame) =>
						port.postMessage({ kind: 'shown', frame }, { transfer: [frame.buffer] }),
					state: (state) => port.postMessage({ kind: 'state', state }),
				},
				socket,
			);
		} else if (data.kind === 'send') {
			connection?.send(data.frame);
			done(data.id);
		} else if (data.kind === 'show') connection?.show(data.frame);
		else if (data.kind === 'replace') {
			void connection?.replace(data.snapshot, data.upTo, data.keep).then(() => done(data.id));
		} else if (data.kind === 'settle') {
			void connection?.settled().then(() => done(data.id));
		} else if (data.kind === 'read again') connection?.readAgain();
		else void connection?.close().then(() => done(data.id));
	});
}
