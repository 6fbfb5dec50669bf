/** What is said of a session as a whole, out of the states of its links. */
import type { CarrierStatus } from '../../carrier.ts';
import type { LinkState } from './data-link.ts';
import { linkWords } from './link-words.ts';

/** `lastEnd`: how the last link ended, where none was begun since. */
export function sessionStatus(
	states: readonly LinkState[],
	lastEnd: string | undefined,
): CarrierStatus {
	const standing = states.filter((state) => state !== 'connecting').length;
	const quiet = states.filter((state) => state === 'quiet').length;
	if (standing > 0) return { kind: 'on', text: standingWords(standing, quiet) };
	if (states.length > 0) return { kind: 'waiting', text: linkWords.waiting };
	const isOrderly =
		lastEnd === undefined || lastEnd === linkWords.left || lastEnd === linkWords.stopped;
	return isOrderly ? { kind: 'off' } : { kind: 'failed', text: lastEnd };
}

function standingWords(count: number, quiet: number): string {
	const connected = `Connected to ${count} ${count === 1 ? 'browser' : 'browsers'}.`;
	if (quiet === 0) return connected;
	const which = count === 1 ? 'It does' : `${quiet} of them ${quiet === 1 ? 'does' : 'do'}`;
	return `${connected} ${which} not answer at present.`;
}
