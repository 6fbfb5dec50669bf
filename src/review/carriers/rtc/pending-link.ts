/** A link that is being made: the two halves of it, each to be handed to the other browser as a code. */
import type { Result } from '../../../base/result.ts';
import type { PortProblem } from '../../../workbook/ports.ts';
import type { HeldEvents } from './held-links.ts';

export interface PendingOffer {
	/** What the other browser's `answer` takes: some 100 bytes, for a code. */
	readonly packed: Uint8Array<ArrayBuffer>;
	/**
	 * Resolves to the link when frames can pass. After a code that cannot be read it can be tried
	 * again. With `held` the session does not hear of the link before it is admitted.
	 */
	accept(packedAnswer: Uint8Array, held?: HeldEvents): Promise<Result<string, PortProblem>>;
	/** Takes the invitation back. */
	cancel(): void;
}

export interface PendingAnswer {
	/** What the `accept` of the inviting browser takes. */
	readonly packed: Uint8Array<ArrayBuffer>;
	/** Resolves to the link once the answer was accepted and frames can pass. */
	readonly opened: Promise<Result<string, PortProblem>>;
	cancel(): void;
}
