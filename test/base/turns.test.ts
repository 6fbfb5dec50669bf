/** Work that takes turns (base/turns.ts). */
import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/base/turns.ts';

/** Work that ends when it is told to. */
function held() {
	let end = (): void => undefined;
	const promise = new Promise<void>((resolve) => (end = resolve));
	return { promise, end: () => end() };
}

describe('turns', () => {
	it('begin what was asked for last when all before has ended', async () => {
		const turns = new Turns();
		const first = held();
		const heard: string[] = [];
		const both = [
			turns.take(async () => {
				heard.push('first begins');
				await first.promise;
				heard.push('first ends');
			}),
			turns.take(() => heard.push('second')),
		];
		await Promise.resolve();
		expect(heard).toEqual(['first begins']);
		first.end();
		await Promise.all(both);
		expect(heard).toEqual(['first begins', 'first ends', 'second']);
	});

	it('give the answer to who asked, and a failure to nobody else', async () => {
		const turns = new Turns();
		const failing = turns.take(() => Promise.reject(new Error('no room')));
		const working = turns.take(() => 'written');
		await expect(failing).rejects.toThrow('no room');
		await expect(working).resolves.toBe('written');
	});

	it('have ended when the last has, even where it failed', async () => {
		const turns = new Turns();
		const work = held();
		let hasEnded = false;
		const failing = turns.take(async () => {
			await work.promise;
			throw new Error('no room');
		});
		const ended = turns.ended().then(() => (hasEnded = true));
		await Promise.resolve();
		expect(hasEnded).toBe(false);
		work.end();
		await expect(failing).rejects.toThrow('no room');
		await ended;
		expect(hasEnded).toBe(true);
	});
});
