/**
 * What was changed here, on its way out: updates of a twentieth of a second travel as one. A change
 * too great for a frame is sent in pieces, as to somebody who comes back.
 */
import * as Y from 'yjs';
import type { SessionTimer } from './session-timer.ts';

const pause = 50;
const greatest = 2 ** 20;

export type Outgoing =
	| { readonly kind: 'update'; readonly update: Uint8Array<ArrayBuffer> }
	/** Too much for a frame: whatever each link lacks. */
	| { readonly kind: 'much' };

export class OutgoingChanges {
	readonly #timer: SessionTimer;
	readonly #out: (change: Outgoing) => void;
	#waiting: Uint8Array[] = [];
	#bytes = 0;
	#cancel: (() => void) | undefined;

	constructor(timer: SessionTimer, out: (change: Outgoing) => void) {
		this.#timer = timer;
		this.#out = out;
	}

	add(update: Uint8Array): void {
		this.#waiting.push(update);
		this.#bytes += update.length;
		this.#cancel ??= this.#timer.after(pause, () => this.flush());
	}

	/** True where nothing waits. */
	get isEmpty(): boolean {
		return this.#waiting.length === 0;
	}

	/** Sends what waits. */
	flush(): void {
		this.#cancel?.();
		this.#cancel = undefined;
		const [waiting, bytes] = [this.#waiting, this.#bytes];
		[this.#waiting, this.#bytes] = [[], 0];
		if (waiting.length === 0) return;
		if (bytes > greatest) this.#out({ kind: 'much' });
		else {
			const update = waiting.length === 1 ? waiting[0]! : Y.mergeUpdates(waiting);
			this.#out({ kind: 'update', update: update as Uint8Array<ArrayBuffer> });
		}
	}

	close(): void {
		this.#cancel?.();
	}
}
