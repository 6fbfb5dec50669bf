/** How long the browser's storage may keep us waiting before we say that it does not answer. */
import type { Timer } from './platform.ts';

/** Milliseconds. */
export const patience = 10_000;

/** The promise's outcome, or a rejection with a TimeoutError where it takes too long. */
export function withinPatience<Value>(timer: Timer, promise: Promise<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		const callOff = timer.after(patience, () => reject(timeout()));
		promise.then(resolve, reject).finally(callOff);
	});
}

export function timeout(): DOMException {
	return new DOMException('No answer', 'TimeoutError');
}
