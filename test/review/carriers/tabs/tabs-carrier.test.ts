/** Frames between tabs: over the platform's own BroadcastChannel, with locks as browsers have them. */
import { afterEach, describe, expect, test } from 'vitest';

import type { Frame } from '../../../../src/review/carrier.ts';
import { TabsCarrier } from '../../../../src/review/carriers/tabs/tabs-carrier.ts';
import { CarrierWatcher } from '../../../support/carrier-watcher.ts';
import { BrowserLocks } from '../../../support/tab-locks.ts';

const open: TabsCarrier[] = [];
let locks = new BrowserLocks();

afterEach(async () => {
	for (const carrier of open.splice(0)) await carrier.stop();
	locks = new BrowserLocks();
});

async function tab(run: string, workbook = 'workbook:tabs') {
	const carrier = new TabsCarrier({ workbook, run, locks: locks.of(run) });
	const heard = new CarrierWatcher();
	open.push(carrier);
	await carrier.start(heard);
	return { carrier, heard };
}

function frame(...bytes: number[]): Frame {
	return new Uint8Array(bytes);
}

describe('tabs of one browser', () => {
	test('find one another, whoever came first, and hand frames to all', async () => {
		const tabs = [await tab('a'), await tab('b'), await tab('c')];
		const [a, b, c] = tabs as [(typeof tabs)[0], (typeof tabs)[0], (typeof tabs)[0]];
		await Promise.all(tabs.map(({ heard }) => heard.until(() => heard.links.size === 2)));
		expect([...c.heard.links].sort()).toEqual(['a', 'b']);
		expect(a.heard.said).toBe('on: 2 other tabs of this browser show this workbook.');
		await a.carrier.send(frame(1, 2));
		await b.heard.until(() => b.heard.frames.length === 1);
		await c.heard.until(() => c.heard.frames.length === 1);
		expect(b.heard.sorted).toEqual(['1,2']);
		expect(a.heard.frames).toEqual([]);
	});

	test('hand a frame to one of them only, where one is named', async () => {
		const [a, b, c] = [await tab('a'), await tab('b'), await tab('c')];
		await a.heard.until(() => a.heard.links.size === 2);
		await a.carrier.send(frame(1), { to: 'b' });
		await a.carrier.send(frame(2));
		await c.heard.until(() => c.heard.frames.length === 1);
		await b.heard.until(() => b.heard.frames.length === 2);
		expect(c.heard.sorted).toEqual(['2']);
	});

	test('of another workbook are not met', async () => {
		const [a, other] = [await tab('a'), await tab('x', 'workbook:other')];
		const b = await tab('b');
		await a.heard.until(() => a.heard.links.has('b'));
		await b.heard.until(() => b.heard.links.has('a'));
		expect([...a.heard.links]).toEqual(['b']);
		expect([...other.heard.links]).toEqual([]);
	});

	test('that close say so', async () => {
		const [a, b] = [await tab('a'), await tab('b')];
		await a.heard.until(() => a.heard.links.has('b'));
		await b.carrier.stop();
		await a.heard.until(() => a.heard.links.size === 0);
		expect(a.heard.said).toBe('on: No other tab of this browser shows this workbook.');
		expect(b.heard.said).toBe('off');
		await expect(a.carrier.send(frame(1), { to: 'b' })).rejects.toThrow('closed');
		await expect(b.carrier.send(frame(1))).rejects.toThrow('nothing');
	});

	test('that crash without a word are noticed', async () => {
		const [a, b, c] = [await tab('a'), await tab('b'), await tab('c')];
		await a.heard.until(() => a.heard.links.size === 2);
		await c.heard.until(() => c.heard.links.size === 2);
		locks.letGo('b');
		await a.heard.until(() => a.heard.links.size === 1);
		await c.heard.until(() => c.heard.links.size === 1);
		expect([...a.heard.links, ...c.heard.links]).toEqual(['c', 'a']);
		expect(b.heard.links.size).toBe(2);
	});

	test('are met anew after a crash and a reload', async () => {
		const a = await tab('a');
		await tab('b');
		await a.heard.until(() => a.heard.links.has('b'));
		locks.letGo('b');
		await a.heard.until(() => a.heard.links.size === 0);
		const again = await tab('b2');
		await again.heard.until(() => again.heard.links.has('a'));
		await a.heard.until(() => a.heard.links.has('b2'));
		await again.carrier.send(frame(3));
		await a.heard.until(() => a.heard.frames.length === 1);
	});

	test('do not take messages that other versions of the program might send', async () => {
		const a = await tab('a');
		const stray = new BroadcastChannel('readiness-review:workbook:tabs');
		const messages = [
			null,
			'hello',
			{ kind: 'hello' },
			{ kind: 'hello', from: 5, isAnswer: false },
			{ kind: 'frame', from: 'x', to: undefined, frame: [1, 2] },
			{ kind: 'frame', from: 'x', to: undefined, frame: new Uint8Array() },
			{ kind: 'what', from: 'x' },
		];
		for (const message of messages) stray.postMessage(message);
		stray.postMessage({ kind: 'frame', from: 'b', to: undefined, frame: frame(4) });
		await a.heard.until(() => a.heard.frames.length === 1);
		stray.close();
		expect(a.heard.sorted).toEqual(['4']);
		// A tab that holds no lock is gone already.
		await a.heard.until(() => a.heard.links.size === 0);
	});
});
