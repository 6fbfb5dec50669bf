/** The page's side of a relay where there is no relay to be had, or its worker fails. */
import { describe, expect, test } from 'vitest';

import {
	RelayCarrier,
	type RelayWorker,
} from '../../../../src/review/carriers/relay/relay-carrier.ts';
import type { RelayState } from '../../../../src/review/carriers/relay/relay-protocol.ts';
import { relayStatus } from '../../../../src/review/carriers/relay/relay-words.ts';
import { CarrierWatcher } from '../../../support/carrier-watcher.ts';

const target = { address: 'wss://relay.example.com/', document: 'review-x', token: '' };

/** A worker that hears everything, says nothing, and fails when told to. */
function silentWorker() {
	const events = new EventTarget();
	let isEnded = false;
	const worker: RelayWorker = {
		postMessage: () => undefined,
		terminate: () => void (isEnded = true),
		addEventListener: (type: string, listener: (event: never) => void) =>
			events.addEventListener(type, listener as (event: Event) => void),
	};
	const fail = (): boolean => events.dispatchEvent(new Event('error', { cancelable: true }));
	return { worker, fail, isEnded: () => isEnded };
}

describe('a relay that cannot be had', () => {
	test('the single file says so, and what is sent is refused', async () => {
		const carrier = new RelayCarrier({ target, startWorker: undefined });
		const heard = new CarrierWatcher();
		await carrier.start(heard);
		expect(heard.said).toMatch(/^failed: This copy of the program is a single file/);
		await expect(carrier.send(new Uint8Array([1]))).rejects.toThrow('no connection');
		await carrier.stop();
		expect(heard.said).toBe('off');
	});

	test('a worker that fails is said, and what it had not taken is refused', async () => {
		const { worker, fail, isEnded } = silentWorker();
		const carrier = new RelayCarrier({ target, startWorker: () => worker });
		const heard = new CarrierWatcher();
		await carrier.start(heard);
		// The connection is made once the lock on it is held.
		await Promise.resolve();
		const sent = carrier.send(new Uint8Array([1]));
		fail();
		await expect(sent).rejects.toThrow('stopped');
		expect(isEnded()).toBe(true);
		expect(heard.said).toMatch(/^failed: .* stopped unexpectedly/);
		await carrier.stop();
	});
});

describe('what is said of a relay', () => {
	const quiet: RelayState = {
		...{ kind: 'up', reason: '', waiting: 0, frames: 0, bytes: 0, junk: 0 },
	};

	test('how many changes are not there yet', () => {
		expect(relayStatus('host', quiet)).toEqual({
			kind: 'on',
			text: 'Connected to the relay host. It has everything from here.',
		});
		expect(relayStatus('host', { ...quiet, waiting: 2 })).toEqual({
			kind: 'on',
			text: 'Connected to the relay host. 2 changes are not there yet.',
		});
		expect(relayStatus('host', { ...quiet, kind: 'away', waiting: 1 })).toEqual({
			kind: 'waiting',
			text: 'The relay host cannot be reached now. 1 change is not there yet. It is tried again; nothing is lost meanwhile.',
		});
	});
});
