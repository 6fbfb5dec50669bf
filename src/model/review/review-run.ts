/**
 * When somebody last reviewed: looks and signatures with no long pause between them are one run, and
 * it began with the first of them.
 */
import type { ReviewEntry } from './entry.ts';
import type { DeviceId } from './member.ts';

/** A run ends where this device looked at nothing for so long, milliseconds: a night. */
const longestPause = 8 * 60 * 60 * 1000;

/** The first look, or signature, of the last run of this device. `entries` are in order of their clocks. */
export function beginningOfLastRun(
	entries: readonly ReviewEntry[],
	device: DeviceId,
): ReviewEntry | undefined {
	let first: ReviewEntry | undefined;
	for (let at = entries.length - 1; at >= 0; at -= 1) {
		const entry = entries[at];
		if (entry?.author !== device || !isLook(entry.body)) continue;
		if (first && Date.parse(first.at) - Date.parse(entry.at) > longestPause) break;
		first = entry;
	}
	return first;
}

export function isLook({ kind }: ReviewEntry['body']): boolean {
	return kind === 'look' || kind === 'sign';
}
