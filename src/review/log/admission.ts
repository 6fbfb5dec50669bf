/** Which entries of others are taken, as far as the member list decides that. */
import type { ReviewEntry } from '../../model/review/entry.ts';
import { mayWrite } from '../../model/review/may-write.ts';
import { roleWhenWritten, type Roster } from '../../model/review/roster.ts';
import type { Refusal } from '../frame.ts';

/**
 * Why an entry of another device is not taken, as far as the member list decides that; undefined
 * where it may. Of members who were removed, or may write less than before, what they had written by
 * then counts.
 */
export function refusedByRoster(
	entry: ReviewEntry,
	roster: Roster | undefined,
): Refusal | undefined {
	if (!roster?.members.some(({ device }) => device === entry.author)) return 'stranger';
	const role = roleWhenWritten(roster, entry);
	return role && mayWrite(role, entry) ? undefined : 'not-allowed';
}
