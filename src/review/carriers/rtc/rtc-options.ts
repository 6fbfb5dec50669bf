/** What may be set for data channels, and how long they are waited for. */
import type { Timer } from '../timer.ts';
import type { IceServer, MakeConnection } from './peer-connection.ts';

/** How long is waited, in milliseconds. */
export const rtcPatience = {
	/** For the channels, once the answer is in. */
	opening: 30_000,
	/** For somebody to hand the answer back. */
	handingBack: 60 * 60_000,
} as const;

export interface RtcOptions {
	/** STUN or TURN servers that the user runs; none unless given. */
	readonly iceServers?: readonly IceServer[];
	readonly timer?: Timer;
	readonly makeConnection?: MakeConnection;
	readonly isLocalNetworkDenied?: () => Promise<boolean>;
}
