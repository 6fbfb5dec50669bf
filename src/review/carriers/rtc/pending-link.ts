/** A link that is being made: the two halves of it, each to be handed to the other browser as a code. */
import type { Result } from '../../../base/result.ts';
import type { PortProblem } from '../../../workbook/ports.ts';
import type { LinkAnswer, LinkOffer } from '../../carrier.ts';
import type { HeldEvents } from './held-links.ts';

/** `packed`: some 100 bytes, for a code. */
export interface PendingOffer extends LinkOffer {
	/**
	 * Resolves to the link when frames can pass. After a code that cannot be read it can be tried
	 * again. With `held` the session does not hear of the link before it is admitted.
	 */
	accept(packedAnswer: Uint8Array, held?: HeldEvents): Promise<Result<string, PortProblem>>;
}

/** `opened` resolves once the answer was accepted. */
export type PendingAnswer = LinkAnswer;
