/** Work that takes longer than a frame or two: what it is and how far, shown before it begins. */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';

type Pause = Parameters<LiveWorkbook['runInSteps']>[2];

/** From so many values on, a change or taking one back is felt. */
export const longFrom = 1_000;

/** No page waits longer to be painted before it is told that work is under way. */
const latestPaint = 50;

export interface Headway {
	readonly what: string;
	/** From 0 to 1; undefined while nobody knows. */
	readonly fraction: number | undefined;
}

export class LongWork {
	#present = $state.raw<Headway>();

	/** What is under way. */
	get present(): Headway | undefined {
		return this.#present;
	}

	/** Says what is being done, does it once that is to be seen, and tells what it came to. */
	async during<Outcome>(
		what: string,
		work: (pause: Pause) => Outcome | Promise<Outcome>,
	): Promise<Outcome> {
		this.#present = { what, fraction: undefined };
		try {
			await painted();
			return await work((fraction) => {
				this.#present = { what, fraction };
				return new Promise((resolve) => setTimeout(resolve));
			});
		} finally {
			this.#present = undefined;
		}
	}
}

/** Resolves once what was drawn is on the screen, or soon where nothing is painted. */
function painted(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, latestPaint);
	});
}
