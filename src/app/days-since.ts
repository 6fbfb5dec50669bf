/** Whole days from an instant to today. */
import type { Clock } from '../base/clock.ts';

/** `at` is an ISO 8601 instant; undefined where there is none. */
export function daysSince(at: string | undefined, clock: Clock): number | undefined {
	if (at === undefined) return undefined;
	const milliseconds = Date.parse(clock.now()) - Date.parse(at);
	return Math.max(0, Math.floor(milliseconds / 86_400_000));
}
