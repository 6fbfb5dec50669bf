/** The worker's side of the history: hears questions on a port and answers each once. */
import { HistoryDesk } from './history-desk.ts';
import type { FromHistory, HistoryQuestion, HistoryTalk, ToHistory } from './history-protocol.ts';

/** What serving needs of a worker's global scope or a message port. */
export interface HistoryPort {
	postMessage(message: FromHistory, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<ToHistory>) => void): void;
}

/** Answers every question that comes in, as long as the port lives. */
export function serveHistory(port: HistoryPort): void {
	const { handlers } = new HistoryDesk();

	async function answer<Key extends HistoryQuestion>(
		id: number,
		question: Key,
		ask: HistoryTalk[Key]['ask'],
	): Promise<void> {
		try {
			const said = await handlers[question](ask);
			port.postMessage({ id, answer: said }, bytesOf(said));
		} catch (error) {
			// A fault of ours: the page must not wait for an answer that never comes.
			port.postMessage({ id, fault: String(error) }, []);
		}
	}

	port.addEventListener('message', ({ data }) => void answer(data.id, data.question, data.ask));
}

function bytesOf(said: HistoryTalk[HistoryQuestion]['answer']): ArrayBuffer[] {
	if (said instanceof Uint8Array) return [said.buffer];
	return typeof said === 'object' && 'bytes' in said ? [said.bytes.buffer] : [];
}
