/**
 * The worker's side of the protocol: hears questions on a port and sends progress, chunks and one
 * answer each. What the questions mean is known at the desk.
 */
import { ExchangeDesk } from './exchange-desk.ts';
import type { Exchange, ExchangeProblem, FromWorker, Question, ToWorker } from './protocol.ts';

/** What serving needs of a worker's global scope or a message port. */
export interface ServingPort {
	postMessage(message: FromWorker): void;
	addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

/** Answers every question that comes in, as long as the port lives. */
export function serveExchange(port: ServingPort): void {
	const { handlers } = new ExchangeDesk();
	const cancelled = new Set<number>();

	async function answer<Key extends Question>(
		id: number,
		question: Key,
		ask: Exchange[Key]['ask'],
	) {
		try {
			const outcome = await handlers[question](ask, {
				progress: (fraction, what) => port.postMessage({ id, kind: 'progress', fraction, what }),
				chunk: (chunk) => port.postMessage({ id, kind: 'chunk', chunk }),
				aborted: () => cancelled.has(id),
			});
			if (outcome.ok) port.postMessage({ id, kind: 'answer', answer: outcome.value });
			else port.postMessage({ id, kind: 'problem', problem: outcome.problems[0] ?? fault('') });
		} catch (error) {
			// A fault of ours: the page must not wait for an answer that never comes.
			port.postMessage({ id, kind: 'problem', problem: fault(String(error)) });
		} finally {
			cancelled.delete(id);
		}
	}

	port.addEventListener('message', ({ data }) => {
		if (data.question === 'cancel') cancelled.add(data.id);
		else void answer(data.id, data.question, data.ask);
	});
}

function fault(what: string): ExchangeProblem {
	const text = `The program made a mistake with this file (${what}). Nothing was changed. Save a copy in the spreadsheet program and try with that.`;
	return { kind: 'crashed', text };
}
