/** What is said of a session as a whole, out of the states of its links. */
import type { CarrierStatus } from '../../carrier.ts';
import type { LinkState } from './data-link.ts';
import { linkWords } from './link-words.ts';

/** `lastEnd`: how the last link ended, where none was begun since. */
export function sessionStatus(
	states: readonly LinkState[],
	lastEnd: string | undefined,
): CarrierStatus {
	const count = (wanted: LinkState): number => states.filter((state) => state === wanted).length;
	const [quiet, asleep] = [count('quiet'), count('asleep')];
	const standing = count('up') + quiet;
	if (standing > 0)
		return { kind: 'on', text: standingWords(standing, quiet) + asleepWords(asleep) };
	if (asleep > 0) return { kind: 'waiting', text: linkWords.asleep };
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

function asleepWords(count: number): string {
	if (count === 0) return '';
	return count === 1
		? ' One more sleeps, and is waited for.'
		: ` ${count} more sleep, and are waited for.`;
}
