/**
 * Frames that a relay shows to whoever is connected at the moment and keeps nowhere: the relay passes
 * on what Yjs calls awareness, one small state a connection, here a sealed frame as text.
 */
import type { Awareness } from 'y-protocols/awareness';
import { fromBase64Url, toBase64Url } from '../../../base/base64url.ts';
import type { Frame } from '../../carrier.ts';

/** A word of presence takes less than a kilobyte. */
const mostLetters = 16_384;

interface Change {
	readonly added: readonly number[];
	readonly updated: readonly number[];
}

export class RelayShowing {
	readonly #awareness: Awareness;

	/** `shown` gets the frames of others, each as often as it is shown anew. */
	constructor(awareness: Awareness, shown: (frame: Frame) => void) {
		this.#awareness = awareness;
		awareness.on('change', ({ added, updated }: Change) => {
			for (const client of [...added, ...updated]) {
				const frame = client === awareness.clientID ? undefined : frameIn(awareness, client);
				if (frame) shown(frame);
			}
		});
	}

	/** Shows a frame in place of the one before. */
	show(frame: Frame): void {
		this.#awareness.setLocalState({ frame: toBase64Url(frame) });
	}
}

function frameIn(awareness: Awareness, client: number): Frame | undefined {
	const text: unknown = awareness.getStates().get(client)?.['frame'];
	if (typeof text !== 'string' || text.length > mostLetters) return undefined;
	return fromBase64Url(text);
}
