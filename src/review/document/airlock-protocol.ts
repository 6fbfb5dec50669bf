/** What page and airlock worker say to each other: plain data; bytes are handed over, not copied. */
import type { TakenUpdate } from './airlock.ts';
import type { UpdateProblem } from './check-update.ts';
import type { ClockRange } from './clock-ranges.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Every question with its answer. What only tells has no answer. */
export interface AirlockTalk {
	/**
	 * A piece of the workbook's document, as segments.ts cuts it from nothing; with the first the copy
	 * starts over. `isForNewcomers`: kept as it came, since newcomers lack just that.
	 */
	fill: {
		ask: { readonly update: Bytes; readonly isFirst: boolean; readonly isForNewcomers: boolean };
		answer: undefined;
	};
	/** What the document holds on this device: not to be checked. */
	note: { ask: { readonly update: Bytes }; answer: undefined };
	/** What the document keeps though others removed it. */
	keep: { ask: { readonly kept: readonly ClockRange[] }; answer: undefined };
	/** Cuts what a newcomer lacks ahead, while nothing else is asked. */
	ahead: { ask: undefined; answer: undefined };
	take: {
		ask: { readonly update: Bytes; readonly own: number; readonly agreed: boolean };
		answer: TakeAnswer;
	};
	/** Begins to cut what this state vector lacks; pieces are asked for by the id of this question. */
	diff: { ask: { readonly vector: Bytes; readonly deflate: boolean }; answer: undefined };
	/** The next piece of a diff; undefined at its end. */
	piece: { ask: { readonly of: number }; answer: Bytes | undefined };
	/** No more pieces are wanted. */
	leave: { ask: { readonly of: number }; answer: undefined };
}

export type TakeAnswer =
	/** Applied, unless it is a mass deletion that was not agreed to. */
	| { readonly kind: 'taken'; readonly checked: TakenUpdate }
	| { readonly kind: 'refused'; readonly problem: UpdateProblem; readonly isBroken: boolean };

export type AirlockQuestion = keyof AirlockTalk;

export type ToAirlock = {
	[Key in AirlockQuestion]: {
		readonly id: number;
		readonly question: Key;
		readonly ask: AirlockTalk[Key]['ask'];
	};
}[AirlockQuestion];

export interface FromAirlock {
	readonly id: number;
	readonly answer: unknown;
}

/** Whether a message is one of ours: our own worker sends it, but bytes of others ran through it. */
export function isFromAirlock(message: unknown): message is FromAirlock {
	if (typeof message !== 'object' || message === null) return false;
	return typeof (message as Record<string, unknown>)['id'] === 'number';
}
