/** The airlock without a worker: the same client and desk, with messages between them as tasks. */
import type { AirlockWorker } from '../../src/review/document/airlock-client.ts';
import type { FromAirlock, ToAirlock } from '../../src/review/document/airlock-protocol.ts';
import { serveAirlock } from '../../src/review/document/serve-airlock.ts';

type Hear<Data> = (event: MessageEvent<Data>) => void;

export function startAirlockInProcess(): Promise<AirlockWorker> {
	let isEnded = false;
	const hearAsked: Hear<ToAirlock>[] = [];
	const hearAnswered: Hear<unknown>[] = [];
	serveAirlock({
		postMessage(message: FromAirlock) {
			queueMicrotask(() => {
				if (isEnded) return;
				for (const hear of hearAnswered) hear(new MessageEvent('message', { data: message }));
			});
		},
		addEventListener: (_type, listener) => void hearAsked.push(listener),
	});
	return Promise.resolve({
		postMessage(message) {
			// Bytes that are handed over are gone on the side that gave them: a copy shows who relied on them.
			const data = structuredClone(message);
			queueMicrotask(() => {
				for (const hear of hearAsked) hear(new MessageEvent('message', { data }));
			});
		},
		addEventListener(type: string, listener: unknown) {
			if (type === 'message') hearAnswered.push(listener as Hear<unknown>);
		},
		terminate: () => void (isEnded = true),
	});
}
