/** Which entries of others are taken, as far as the member list decides that. */
import type { ReviewEntry } from '../../model/review/entry.ts';
import { countedLength, wasAway } from '../../model/review/coming-back.ts';
import { mayWrite } from '../../model/review/may-write.ts';
import { roleWhenWritten, type Roster } from '../../model/review/roster.ts';
import type { Channel } from '../../model/review/member.ts';
import type { Refusal } from '../frame.ts';
import type { LogHeads } from './chains.ts';
import type { ReviewLog } from './review-log.ts';

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

/** How far the chains of these channels go, as far as their entries count. */
export function countedHeads(
	heads: LogHeads,
	roster: Roster | undefined,
	channels: readonly Channel[],
): LogHeads {
	const counted: Record<string, number> = {};
	for (const [key, length] of Object.entries(heads)) {
		const [author = '', name] = key.split('.');
		const channel = channels.find((each) => each === name);
		const member = roster?.members.find(({ device }) => device === author);
		if (channel) counted[key] = member ? countedLength(member, channel, length) : length;
	}
	return counted;
}

/**
 * The entries of these channels that somebody with these heads lacks and may be given: what a removed
 * member wrote later, or before they were let in again, stays where it is, as nobody would take it.
 */
export function entriesSince(
	log: ReviewLog,
	roster: Roster | undefined,
	heads: LogHeads,
	channels: readonly Channel[],
): readonly ReviewEntry[] {
	const counted = countedHeads(log.heads, roster, channels);
	return log.since(heads, channels).filter(({ author, channel, seq }) => {
		const member = roster?.members.find(({ device }) => device === author);
		const isTooFar = seq > (counted[`${author}.${channel}`] ?? 0);
		return !isTooFar && !(member && wasAway(member, channel, seq));
	});
}
