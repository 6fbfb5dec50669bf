/**
 * A device that was removed and let in again. What it wrote in between counts nowhere, but stands in
 * its own chain all the same: so its entries go on at a far place, behind whatever it may have
 * written, and the first of them names the statement that let it in again, which nobody could know
 * before (SPEC P-28).
 */
import type { Heads } from './heads.ts';
import type { Channel } from './member.ts';

export interface ComingBack {
	/** The place of the statement that let it in again. */
	readonly statement: number;
	/** Its last entries that count from before. */
	readonly until: Heads;
	/** Its entries count again after these places. */
	readonly from: Heads;
}

/** What of a member decides which of their entries count. */
interface Stays {
	/** The last that count; undefined while all do. */
	readonly heads: Heads | undefined;
	readonly returns: readonly ComingBack[];
}

/** More entries than anybody writes while they are away. */
const stride = 1_000_000;

/** How a member goes on who is let in again by this statement. */
export function comingBack({ heads, returns }: Stays, statement: number): ComingBack {
	const until = heads ?? { review: 0, team: 0 };
	const last = returns.at(-1)?.from ?? { review: 0, team: 0 };
	const after = (channel: Channel) =>
		(Math.floor(Math.max(until[channel], last[channel]) / stride) + 1) * stride;
	return { statement, until, from: { review: after('review'), team: after('team') } };
}

/** How far a chain of this length counts; entries between two stays in the list do not. */
export function countedLength({ heads, returns }: Stays, channel: Channel, length: number): number {
	const ended = Math.min(length, heads?.[channel] ?? length);
	return absence(returns, channel, ended)?.until[channel] ?? ended;
}

/** True for an entry that was written while its author was not in the list. */
export function wasAway({ returns }: Stays, channel: Channel, seq: number): boolean {
	return absence(returns, channel, seq) !== undefined;
}

function absence(returns: Stays['returns'], channel: Channel, seq: number): ComingBack | undefined {
	return returns.find(({ until, from }) => seq > until[channel] && seq <= from[channel]);
}
