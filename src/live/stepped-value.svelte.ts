/**
 * A value that takes long to work out: done in steps between turns of the page, and anew when what it
 * follows from has changed. What is little is there at once.
 */
import { untrack } from 'svelte';
import { breath, inSlices } from './breath.ts';

export class SteppedValue<Value> {
	#current = $state.raw<Value>();
	#isWorking = $state(false);
	#isStopped = $state(false);
	/** Counts beginnings: work that another has taken the place of comes to nothing. */
	#run = 0;

	/**
	 * Make it where effects may be made. `steps` reads what it follows from before its first step, and
	 * takes a millisecond or two for each; undefined where nothing is asked for.
	 */
	constructor(steps: () => Generator<unknown, Value> | undefined) {
		$effect.pre(() => {
			const work = this.#isStopped ? undefined : steps();
			untrack(() => this.#begin(work));
			return () => {
				this.#run++;
			};
		});
	}

	/** The value last worked out; undefined before there was one. */
	get current(): Value | undefined {
		return this.#current;
	}

	get isWorking(): boolean {
		return this.#isWorking;
	}

	/** True after `stop`, until it is begun again. */
	get isStopped(): boolean {
		return this.#isStopped;
	}

	stop(): void {
		this.#isStopped = true;
	}

	again(): void {
		this.#isStopped = false;
	}

	#begin(steps: Generator<unknown, Value> | undefined): void {
		const run = ++this.#run;
		this.#isWorking = false;
		if (!steps) return;
		// The first slice is done here: most workbooks need no other.
		const first = firstSlice(steps);
		if (first.done) {
			this.#current = first.value;
			return;
		}
		this.#isWorking = true;
		const whileWanted = async (): Promise<void> => {
			await breath();
			if (run !== this.#run) throw new Overtaken();
		};
		void inSlices(steps, whileWanted).then(
			(value) => {
				if (run !== this.#run) return;
				this.#current = value;
				this.#isWorking = false;
			},
			(error: unknown) => {
				if (!(error instanceof Overtaken)) throw error;
			},
		);
	}
}

class Overtaken extends Error {}

/** So long an effect may work before the page is handed back, milliseconds. */
const firstSliceLength = 8;

function firstSlice<Value>(
	steps: Generator<unknown, Value>,
): { readonly done: true; readonly value: Value } | { readonly done: false } {
	const since = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done) return { done: true, value: step.value };
		if (performance.now() - since >= firstSliceLength) return { done: false };
	}
}
