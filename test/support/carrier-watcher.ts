/** Hears what a carrier tells, and waits for it without looking at a clock. */
import type { CarrierEvents, CarrierStatus, Frame } from '../../src/review/carrier.ts';

export class CarrierWatcher implements CarrierEvents {
	readonly frames: Frame[] = [];
	/** Frames that were shown and are kept nowhere. */
	readonly shownFrames: Frame[] = [];
	/** Links that are up. */
	readonly links = new Set<string>();
	readonly statuses: CarrierStatus[] = [];
	#waits: (() => void)[] = [];

	/** Frames as numbers, in any order. */
	get sorted(): readonly string[] {
		return this.frames.map((frame) => frame.join()).sort();
	}

	/** What was said last. */
	get said(): string {
		const last = this.statuses.at(-1);
		return last && 'text' in last ? `${last.kind}: ${last.text}` : (last?.kind ?? '');
	}

	frame(frame: Frame): void {
		this.frames.push(frame);
		this.#wake();
	}

	shown(frame: Frame): void {
		this.shownFrames.push(frame);
		this.#wake();
	}

	link(link: string, isUp: boolean): void {
		if (isUp) this.links.add(link);
		else this.links.delete(link);
		this.#wake();
	}

	status(status: CarrierStatus): void {
		this.statuses.push(status);
		this.#wake();
	}

	/** Resolves once it is true, looking after every event. */
	async until(isTrue: () => boolean): Promise<void> {
		while (!isTrue()) await new Promise<void>((wake) => this.#waits.push(wake));
	}

	#wake(): void {
		const waits = this.#waits;
		this.#waits = [];
		for (const wake of waits) wake();
	}
}
