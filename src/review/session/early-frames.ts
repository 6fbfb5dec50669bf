/**
 * Frames that came before what they build on, as from folders where nobody knows the order: they
 * wait, and are heard again when something else was taken.
 */
import type { DeviceId } from '../../model/review/member.ts';
import type { Heard } from './incoming.ts';

/** How many may wait, and how many bytes in all: the oldest is given up first. */
const mostFrames = 2_000;
const mostBytes = 64 * 2 ** 20;
/** Of somebody who cannot change the workbook, so that they push out nobody else's. */
const mostOfOne = 100;

export class EarlyFrames {
	readonly #onGivenUp: (heard: Heard) => void;
	#waiting: { readonly heard: Heard; readonly at: number }[] = [];
	#bytes = 0;

	constructor(onGivenUp: (heard: Heard) => void) {
		this.#onGivenUp = onGivenUp;
	}

	get count(): number {
		return this.#waiting.length;
	}

	/** Keeps a frame. `at`: its place among those of its writer; `isTrusted`: an editor signed it. */
	add(heard: Heard, { at, isTrusted }: { readonly at: number; readonly isTrusted: boolean }): void {
		this.#waiting.push({ heard, at });
		this.#bytes += heard.body.length;
		if (!isTrusted) this.#keepFew(heard.signer);
		while (this.#waiting.length > mostFrames || this.#bytes > mostBytes) this.#giveUp(0);
	}

	#keepFew(signer: DeviceId): void {
		const isOwn = ({ heard }: { readonly heard: Heard }): boolean => heard.signer === signer;
		if (this.#waiting.filter(isOwn).length > mostOfOne)
			this.#giveUp(this.#waiting.findIndex(isOwn));
	}

	#giveUp(at: number): void {
		for (const { heard } of this.#waiting.splice(at, 1)) {
			this.#bytes -= heard.body.length;
			this.#onGivenUp(heard);
		}
	}

	/** All that wait, which wait no more; in an order in which one often builds on those before it. */
	take(): readonly Heard[] {
		const waiting = this.#waiting.sort((a, b) => a.at - b.at);
		[this.#waiting, this.#bytes] = [[], 0];
		return waiting.map(({ heard }) => heard);
	}
}
