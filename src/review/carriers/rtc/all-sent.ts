/** Sending to several at once. */
import { linkWords } from './link-words.ts';

/** Waits for all; rejects with all that went wrong, in the words of the first. */
export async function allSent(sendings: readonly Promise<void>[]): Promise<void> {
	const sent = await Promise.allSettled(sendings);
	const failures = sent.flatMap((each): unknown[] =>
		each.status === 'rejected' ? [each.reason] : [],
	);
	const [first] = failures;
	if (failures.length === 0) return;
	throw new AggregateError(failures, first instanceof Error ? first.message : linkWords.broken);
}
