/** What passes between the page and the worker that talks to a relay. */
import type { Frame } from '../../carrier.ts';

export interface RelayTarget {
	/** As `relayAddress` gives it. */
	readonly address: string;
	/** The relay's name for the group. */
	readonly document: string;
	/** What whoever runs the relay asks of all; '' where it asks for nothing. */
	readonly token: string;
}

/** How the connection stands. */
export interface RelayState {
	readonly kind:
		| 'connecting'
		/** Nothing answered so far; it is tried again. */
		| 'unanswered'
		/** Everything the relay has is here, and both tell one another what comes. */
		| 'up'
		/** It was up and is tried again. */
		| 'away'
		/** The relay does not let us in; `reason` is its word. */
		| 'refused'
		/** The relay has no room for more; `reason` is its word. */
		| 'full';
	readonly reason: string;
	/** Frames that the relay has not confirmed. */
	readonly waiting: number;
	/** What the relay holds beside snapshots: frames and their bytes. */
	readonly frames: number;
	readonly bytes: number;
	/** What lies among the frames and is none. */
	readonly junk: number;
}

export type ToRelay =
	| { readonly kind: 'open'; readonly target: RelayTarget }
	| { readonly kind: 'send'; readonly id: number; readonly frame: Frame }
	| {
			readonly kind: 'replace';
			readonly id: number;
			readonly snapshot: readonly Frame[];
			/** Number of the last frame that was handed over before. */
			readonly upTo: number;
			/** Keys of frames that stay (frame-key.ts). */
			readonly keep: readonly string[];
	  }
	| { readonly kind: 'show'; readonly frame: Frame }
	| { readonly kind: 'settle'; readonly id: number }
	| { readonly kind: 'read again' }
	| { readonly kind: 'close'; readonly id: number };

export type FromRelay =
	| { readonly kind: 'frame'; readonly number: number; readonly frame: Frame }
	| { readonly kind: 'shown'; readonly frame: Frame }
	| { readonly kind: 'done'; readonly id: number }
	| { readonly kind: 'state'; readonly state: RelayState };
