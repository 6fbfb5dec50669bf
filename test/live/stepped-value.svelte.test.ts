import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SteppedValue } from '../../src/live/stepped-value.svelte.ts';

let end: (() => void) | undefined;

afterEach(() => {
	end?.();
	vi.restoreAllMocks();
});

/** A value worked out in so many steps from a number that may change. */
function aSum(steps: number) {
	let from = $state(1);
	let value: SteppedValue<number> | undefined;
	end = $effect.root(() => {
		value = new SteppedValue(() => add(from, steps));
	});
	flushSync();
	if (!value) throw new Error('The effect did not run');
	return {
		value,
		change: (to: number): void => {
			from = to;
			flushSync();
		},
	};
}

function* add(from: number, steps: number): Generator<void, number> {
	let sum = 0;
	for (let step = 0; step < steps; step++) {
		sum += from;
		yield;
	}
	return sum;
}

/** Each look at the clock is a millisecond later, so that eight steps fill the first slice. */
function slowClock(): void {
	let at = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => at++);
}

describe('a value worked out in steps', () => {
	it('is there at once where it is little', () => {
		const { value, change } = aSum(3);
		expect(value.current).toBe(3);
		change(2);
		expect(value.current).toBe(6);
		expect(value.isWorking).toBe(false);
	});

	it('comes later where it is much, and the one before stands until then', async () => {
		slowClock();
		const { value, change } = aSum(100);
		expect(value.isWorking).toBe(true);
		expect(value.current).toBeUndefined();
		await vi.waitUntil(() => !value.isWorking);
		expect(value.current).toBe(100);
		change(2);
		expect(value.current).toBe(100);
		await vi.waitUntil(() => !value.isWorking);
		expect(value.current).toBe(200);
	});

	it('is never what it followed from before', async () => {
		slowClock();
		const { value, change } = aSum(100);
		change(2);
		change(3);
		await vi.waitUntil(() => !value.isWorking);
		expect(value.current).toBe(300);
	});

	it('is stopped, and begun again', async () => {
		slowClock();
		const { value } = aSum(100);
		value.stop();
		flushSync();
		expect(value.isWorking).toBe(false);
		expect(value.isStopped).toBe(true);
		value.again();
		flushSync();
		expect(value.isStopped).toBe(false);
		await vi.waitUntil(() => !value.isWorking);
		expect(value.current).toBe(100);
	});
});
