/**
 * How much somebody may send who cannot change the workbook, or of what costs others work (trust.md
 * 2.3, P14): far more than a person writes, far less than would hinder others.
 */
export interface AllowanceLimits {
	/** Frames a second, and how many may come at once. */
	readonly frames: number;
	readonly framesAtOnce: number;
	/** Bytes a second, and how many may come at once. */
	readonly bytes: number;
	readonly bytesAtOnce: number;
}

export const reviewerAllowance: AllowanceLimits = {
	...{ frames: 40, framesAtOnce: 400 },
	...{ bytes: 2 ** 20, bytesAtOnce: 16 * 2 ** 20 },
};

/** Member lists from one link: opening one tries a key on every slot, some tenths of a second in 400. */
export const slotAllowance: AllowanceLimits = {
	...{ frames: 20, framesAtOnce: 2_000 },
	...{ bytes: 400, bytesAtOnce: 20_000 },
};

/** Offers of links and their answers, of anybody: a great session makes some dozens at once. */
export const signalAllowance: AllowanceLimits = {
	...{ frames: 2, framesAtOnce: 100 },
	...{ bytes: 2_000, bytesAtOnce: 100_000 },
};

export class Allowance {
	readonly #limits: AllowanceLimits;
	#frames: number;
	#bytes: number;
	#at: number;

	/** `at`: milliseconds of a clock that only goes forward. */
	constructor(limits: AllowanceLimits, at: number) {
		this.#limits = limits;
		this.#frames = limits.framesAtOnce;
		this.#bytes = limits.bytesAtOnce;
		this.#at = at;
	}

	/** True where a frame of this size is within what may be sent. */
	take(size: number, at: number): boolean {
		const seconds = Math.max(0, at - this.#at) / 1_000;
		const { frames, framesAtOnce, bytes, bytesAtOnce } = this.#limits;
		this.#at = Math.max(this.#at, at);
		this.#frames = Math.min(framesAtOnce, this.#frames + seconds * frames);
		this.#bytes = Math.min(bytesAtOnce, this.#bytes + seconds * bytes);
		if (this.#frames < 1 || this.#bytes < size) return false;
		this.#frames -= 1;
		this.#bytes -= size;
		return true;
	}
}
