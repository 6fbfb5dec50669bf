/** The worker's side of the airlock: hears questions on a port and answers each once, in order. */
import { AirlockDesk } from './airlock-desk.ts';
import type { AirlockQuestion, AirlockTalk, FromAirlock, ToAirlock } from './airlock-protocol.ts';

/** What serving needs of a worker's global scope or a message port. */
export interface AirlockPort {
	postMessage(message: FromAirlock, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<ToAirlock>) => void): void;
}

/** Answers every question that comes in, as long as the port lives. */
export function serveAirlock(port: AirlockPort): void {
	const { handlers } = new AirlockDesk();

	function answer<Key extends AirlockQuestion>(
		id: number,
		question: Key,
		ask: AirlockTalk[Key]['ask'],
	): void {
		const said = handlers[question](ask, id);
		port.postMessage({ id, answer: said }, said instanceof Uint8Array ? [said.buffer] : []);
	}

	port.addEventListener('message', ({ data }) => answer(data.id, data.question, data.ask));
}
