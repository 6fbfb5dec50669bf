/**
 * What carries sealed frames from device to device: tabs, data channels, files, folders, relays. A
 * carrier never sees a word of a workbook, and loses nothing in silence.
 */
import type { Result } from '../base/result.ts';
import type { PortProblem } from '../workbook/ports.ts';

/** A sealed frame (frame.ts): opaque to whoever carries it. */
export type Frame = Uint8Array<ArrayBuffer>;

export type CarrierKind = 'tabs' | 'rtc' | 'bundle' | 'folder' | 'relay';

/** Small frames overtake great ones where a carrier has two lanes. */
export type Lane = 'live' | 'bulk';

export type CarrierStatus =
	| { readonly kind: 'off' }
	| { readonly kind: 'waiting'; readonly text: string }
	| { readonly kind: 'on'; readonly text: string }
	/** What happened and what to do now. */
	| { readonly kind: 'failed'; readonly text: string };

/** What a carrier tells the session. */
export interface CarrierEvents {
	/** A whole frame came; `link` is whom it came from as the carrier knows them. */
	frame(frame: Frame, link: string): void;
	/** A frame came that is shown to whoever is there now and kept nowhere (`show`). */
	shown?(frame: Frame, link: string): void;
	/** Somebody (or a store) can be reached now, or no more. `hasLeft`: they said goodbye. */
	link(link: string, isUp: boolean, hasLeft?: boolean): void;
	status(status: CarrierStatus): void;
}

/** What there is to be said of a link that is to be made. */
export interface LinkWish {
	/** Nobody asked for it: nothing is said of it before it stands. */
	readonly isUnasked?: boolean;
}

/** One half of a link that is being made: `packed` is for the other browser. */
export interface LinkOffer {
	/** What the link is called once it stands. */
	readonly link: string;
	readonly packed: Uint8Array<ArrayBuffer>;
	/** Resolves when frames can pass. */
	accept(packedAnswer: Uint8Array): Promise<Result<string, PortProblem>>;
	cancel(): void;
}

/** The other half. */
export interface LinkAnswer {
	readonly link: string;
	readonly packed: Uint8Array<ArrayBuffer>;
	readonly opened: Promise<Result<string, PortProblem>>;
	cancel(): void;
}

/** Makes links by offers and answers that reach the other browser in any way. */
export interface LinkMaker {
	offer(wish?: LinkWish): Promise<Result<LinkOffer, PortProblem>>;
	answer(packedOffer: Uint8Array, wish?: LinkWish): Promise<Result<LinkAnswer, PortProblem>>;
}

export interface Carrier {
	readonly kind: CarrierKind;
	/**
	 * 'peers' answer for themselves; a 'store' keeps frames for whoever comes later, so that what it
	 * holds is learned by reading it.
	 */
	readonly keeps: 'peers' | 'store';
	/** True where the workbook's document travels another way, as between tabs through storage. */
	readonly skipsDocument?: boolean;
	start(events: CarrierEvents): Promise<void>;
	/**
	 * Sends to one link, or to all. Resolves when there is room for more; rejects where the frame
	 * could not be handed over. It never drops one in silence.
	 */
	send(frame: Frame, options?: { readonly to?: string; readonly lane?: Lane }): Promise<void>;
	/** For stores that can: shows a frame to whoever is there now, and keeps it nowhere. */
	readonly show?: (frame: Frame) => void;
	/** Where further links can be made. */
	readonly maker?: LinkMaker;
	/** Closes one link, with the reason. */
	drop?(link: string, reason: string): Promise<void>;
	stop(): Promise<void>;
}
