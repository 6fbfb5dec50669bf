/**
 * Frames through a real relay: the carrier, its worker and `npm run relay`, with nothing made up
 * between them but the place where the worker runs.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HocuspocusProvider } from '@hocuspocus/provider';
import WebSocket from 'crossws/websocket';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import type { Frame } from '../../../../src/review/carrier.ts';
import { relayDocument } from '../../../../src/review/carriers/relay/relay-address.ts';
import { RelayCarrier } from '../../../../src/review/carriers/relay/relay-carrier.ts';
import { sealFrame } from '../../../../src/review/sealing/seal-frame.ts';
import { deviceOf } from '../../../support/a-device.ts';
import { aGroup, aKey, placeAt } from '../../../support/a-frame.ts';
import { CarrierWatcher } from '../../../support/carrier-watcher.ts';
import { relayInProcess } from '../../../support/relay-in-process.ts';
import { findRedis, runRedis, runRelay } from '../../../support/relay-process.ts';
import { startRelay } from '../../../tools/relay.mjs';

/** Connecting anew takes the provider a second or two. */
const patience = 60_000;

let folder: string;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'relay-'));
});

afterEach(async () => {
	for (const end of ends.splice(0).reverse()) await end();
	rmSync(folder, { recursive: true, force: true });
});

interface Client {
	readonly carrier: RelayCarrier;
	readonly heard: CarrierWatcher;
}

async function joined(address: string, token = '', socket: unknown = WebSocket): Promise<Client> {
	const target = { address, document: relayDocument(aGroup), token };
	const carrier = new RelayCarrier({ target, startWorker: () => relayInProcess(socket) });
	const heard = new CarrierWatcher();
	await carrier.start(heard);
	ends.push(() => carrier.stop());
	return { carrier, heard };
}

async function connected(address: string, token = ''): Promise<Client> {
	const client = await joined(address, token);
	await client.heard.until(() => client.heard.links.size === 1);
	return client;
}

async function relay(settings: object = {}): Promise<string> {
	const running = await startRelay({ data: folder, ...settings });
	ends.push(() => running.close());
	return running.address;
}

function frame(...bytes: number[]): Frame {
	return new Uint8Array(bytes);
}

function lettersOf(frames: readonly Frame[]): readonly string[] {
	return frames.map((one) => one.join()).sort();
}

describe('a relay', () => {
	test('shows a frame to whoever is there, and keeps it nowhere', async () => {
		const address = await relay();
		const [priya, sam] = [await connected(address), await connected(address)];
		priya.carrier.show(frame(1, 2, 3));
		await sam.heard.until(() => sam.heard.shownFrames.length > 0);
		expect(lettersOf(sam.heard.shownFrames)).toEqual(['1,2,3']);
		expect(priya.heard.shownFrames).toEqual([]);
		// Whoever comes later sees it as long as its sender is there.
		const dana = await connected(address);
		await dana.heard.until(() => dana.heard.shownFrames.length > 0);
		await priya.carrier.stop();
		await sam.carrier.send(frame(9));
		const later = await connected(address);
		await later.heard.until(() => later.heard.frames.length > 0);
		expect(lettersOf(later.heard.frames)).toEqual(['9']);
		expect(later.heard.shownFrames).toEqual([]);
	});

	test('passes over what somebody shows that is no frame', async () => {
		const address = await relay();
		const sam = await connected(address);
		for (const shown of [7, 'no frame!', { a: 1 }, 'A'.repeat(20_000)]) {
			const stranger = new HocuspocusProvider({
				...{ url: address, name: relayDocument(aGroup), document: new Y.Doc(), token: '' },
				...{ WebSocketPolyfill: WebSocket },
			});
			ends.push(async () => {
				await Promise.resolve();
				stranger.destroy();
			});
			stranger.awareness?.setLocalState({ frame: shown });
			await new Promise((resolve) => stranger.on('synced', resolve));
		}
		const priya = await connected(address);
		priya.carrier.show(frame(5));
		await sam.heard.until(() => sam.heard.shownFrames.length > 0);
		expect(lettersOf(sam.heard.shownFrames)).toEqual(['5']);
	});

	test('hands the frames of each to the others, and not back', async () => {
		const address = await relay();
		const [priya, sam] = [await connected(address), await connected(address)];
		await priya.carrier.send(frame(1));
		await sam.carrier.send(frame(2));
		await sam.carrier.send(frame(3));
		await priya.heard.until(() => priya.heard.frames.length === 2);
		await sam.heard.until(() => sam.heard.frames.length === 1);
		expect(lettersOf(priya.heard.frames)).toEqual(['2', '3']);
		expect(lettersOf(sam.heard.frames)).toEqual(['1']);
	});

	test('hands over everything before its link is up, own frames of earlier visits too', async () => {
		const address = await relay();
		const first = await connected(address);
		await first.carrier.send(frame(1));
		await first.carrier.send(frame(2));
		await first.carrier.stop();
		const second = await joined(address);
		await second.heard.until(() => second.heard.links.size === 1);
		expect(lettersOf(second.heard.frames)).toEqual(['1', '2']);
	});

	test('keeps a frame that several send only once', async () => {
		const address = await relay();
		const [priya, sam] = [await connected(address), await connected(address)];
		await priya.carrier.send(frame(7, 7));
		await sam.heard.until(() => sam.heard.frames.length === 1);
		await sam.carrier.send(frame(7, 7));
		await sam.carrier.send(frame(8));
		await priya.heard.until(() => priya.heard.frames.length === 1);
		await sam.carrier.flush();
		await sam.heard.until(() => sam.carrier.state?.frames === 2);
		expect(lettersOf(priya.heard.frames)).toEqual(['8']);
	});

	test('takes the greatest frames and many at once', { timeout: patience }, async () => {
		const address = await relay();
		const [priya, sam] = [await connected(address), await connected(address)];
		const great = Array.from({ length: 5 }, (_, index) =>
			new Uint8Array(4 * 2 ** 20).fill(index + 1),
		);
		const small = Array.from({ length: 300 }, (_, index) => frame(1, index >> 8, index & 255));
		await Promise.all([...great, ...small].map((one) => priya.carrier.send(one)));
		await sam.heard.until(() => sam.heard.frames.length === 305);
		const bytes = sam.heard.frames.reduce((sum, { length }) => sum + length, 0);
		expect(bytes).toBe(5 * 4 * 2 ** 20 + 900);
		await priya.carrier.flush();
	});

	test('puts a snapshot in place of what it stands for, and of nothing else', async () => {
		const address = await relay();
		const [priya, sam] = [await connected(address), await connected(address)];
		await sam.carrier.send(frame(1));
		await sam.carrier.send(frame(2));
		await priya.heard.until(() => priya.heard.frames.length === 2);
		await priya.carrier.send(frame(3));
		// Frame 2 could not be opened yet; frame 4 is sent while the snapshot is on its way.
		const replaced = priya.carrier.replace([frame(9, 1), frame(9, 2)], [frame(2)]);
		await priya.carrier.send(frame(4));
		await replaced;
		await priya.carrier.flush();
		const late = await connected(address);
		expect(lettersOf(late.heard.frames)).toEqual(['2', '4', '9,1', '9,2']);
		expect(late.carrier.state).toMatchObject({ frames: 2, junk: 0 });
	});

	test('hands over everything again when asked', async () => {
		const { carrier, heard } = await connected(await relay());
		await carrier.send(frame(5));
		await carrier.flush();
		carrier.readAgain();
		await heard.until(() => heard.frames.length === 1);
		expect(lettersOf(heard.frames)).toEqual(['5']);
	});
});

describe('what a relay may do to a review', () => {
	test('neither its files nor its traffic hold a word that was sealed', async () => {
		const words = ['Quarterly access review', 'Priya', 'CC6.1', 'readiness'];
		const seen: Uint8Array[] = [];
		class Tapped extends WebSocket {
			constructor(address: string) {
				super(address);
				this.addEventListener('message', ({ data }) =>
					seen.push(new Uint8Array(data as ArrayBuffer)),
				);
			}

			override send(data: Uint8Array<ArrayBuffer>): void {
				seen.push(data);
				super.send(data);
			}
		}
		const address = await relay();
		const [priya, sam] = [await joined(address, '', Tapped), await connected(address)];
		const [identity, key] = [await deviceOf(1), await aKey()];
		for (const word of words) {
			const body = new TextEncoder().encode(word);
			const sealed = { ...placeAt(), key, identity, kind: 'update', body } as const;
			await priya.carrier.send(await sealFrame(sealed));
		}
		await sam.heard.until(() => sam.heard.frames.length === words.length);
		await priya.carrier.flush();
		for (const end of ends.splice(0).reverse()) await end();

		const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
		expect(stored.map(({ length }) => length > 500)).toEqual([true]);
		const traffic = Buffer.concat(seen);
		expect(traffic.length).toBeGreaterThan(500);
		for (const bytes of [...stored, traffic]) {
			for (const word of words) expect(bytes.includes(word)).toBe(false);
		}
	});

	test('what lies in its lists and is no frame is passed over and counted', async () => {
		const address = await relay();
		const doc = new Y.Doc();
		const stranger = new HocuspocusProvider({
			...{ url: address, name: relayDocument(aGroup), document: doc, token: '' },
			...{ WebSocketPolyfill: WebSocket },
		});
		ends.push(() => {
			stranger.destroy();
			return Promise.resolve();
		});
		doc
			.getArray<unknown>('log')
			.push(['text', 5, null, { a: 1 }, [1], new Y.Map(), new Uint8Array(), new Uint8Array([6])]);
		doc.getMap('workbook').set('x', 1);
		const { carrier, heard } = await connected(address);
		await heard.until(() => carrier.state?.junk === 7);
		expect(lettersOf(heard.frames)).toEqual(['6']);
		await carrier.replace([frame(9)]);
		await heard.until(() => carrier.state?.junk === 0);
	});

	test('a wrong token is said, and nothing is sent', async () => {
		const address = await relay({ token: 'right' });
		const { carrier, heard } = await joined(address, 'wrong');
		await carrier.send(frame(1));
		await heard.until(() => heard.said.startsWith('failed: The relay 127.0.0.1:'));
		expect(heard.said).toContain('does not let this browser in. 1 change is not there yet.');
		const { heard: other } = await connected(address, 'right');
		expect(other.frames).toEqual([]);
	});

	test.each([
		['at once', [200_000]],
		['bit by bit', [60_000, 50_000]],
	])(
		'one that has no room for more says so, and what was there stays (%s)',
		async (_how, sizes) => {
			const address = await relay({ maxBytes: 100_000 });
			const { carrier, heard } = await connected(address);
			await carrier.send(frame(1));
			await carrier.flush();
			for (const size of sizes) await carrier.send(new Uint8Array(size).fill(3));
			await heard.until(() => heard.said.includes('has no room for more'));
			const late = await connected(address);
			expect(late.heard.frames).toContainEqual(frame(1));
		},
	);

	test('names that are no review are refused', async () => {
		const address = await relay();
		const target = { address, document: '../../etc/passwd', token: '' };
		const carrier = new RelayCarrier({ target, startWorker: () => relayInProcess() });
		const heard = new CarrierWatcher();
		await carrier.start(heard);
		ends.push(() => carrier.stop());
		await heard.until(() => heard.said.startsWith('failed'));
		expect(readdirSync(folder)).toEqual([]);
	});
});

describe('a relay that goes and comes back', () => {
	test(
		'one that does not run yet is said not to answer, and gets everything once it does',
		{
			timeout: patience,
		},
		async () => {
			const gone = await startRelay({ data: folder });
			await gone.close();
			const priya = await joined(gone.address);
			await priya.carrier.send(frame(1));
			await priya.heard.until(() =>
				priya.heard.said.startsWith('waiting: No relay answers at 127'),
			);
			await relay({ port: Number(new URL(gone.address).port) });
			await priya.carrier.flush();
			await priya.heard.until(() => priya.heard.said.startsWith('on: Connected'));
		},
	);

	test('loses nothing that it had not stored', { timeout: patience }, async () => {
		const first = await runRelay('--data', folder, '--port', '0');
		ends.push(() => first.kill());
		const priya = await connected(first.address);
		await priya.carrier.send(frame(1));
		await priya.carrier.flush();
		// Killed before it writes: the client has what it had confirmed.
		await first.kill();
		await priya.heard.until(() => priya.heard.said.includes('cannot be reached now'));
		await priya.carrier.send(frame(2));
		await priya.heard.until(() => priya.heard.said.includes('1 change is not there yet'));
		expect(priya.heard.links.size).toBe(1);

		const second = await runRelay('--data', folder, '--port', String(first.port));
		ends.push(() => second.kill());
		await priya.carrier.flush();
		const sam = await connected(second.address);
		expect(lettersOf(sam.heard.frames)).toEqual(['1', '2']);
	});

	test('has stored everything when it is ended in order', { timeout: patience }, async () => {
		const first = await runRelay('--data', folder, '--port', '0');
		const priya = await connected(first.address);
		await priya.carrier.send(frame(1));
		await priya.carrier.flush();
		expect(await first.interrupt()).toBe(0);
		await priya.carrier.stop();

		const second = await runRelay('--data', folder, '--port', '0');
		ends.push(() => second.kill());
		const sam = await connected(second.address);
		expect(lettersOf(sam.heard.frames)).toEqual(['1']);
	});

	const redis = findRedis();
	if (!redis) {
		console.warn(
			'SKIPPED: two relays with Redis. No redis-server on the PATH (Debian: apt-get install redis-server).',
		);
	}

	test.skipIf(!redis)('two with a Redis are as one', { timeout: patience }, async () => {
		const between = await runRedis();
		ends.push(() => between.end());
		const nodes = [];
		for (const name of ['one', 'other']) {
			const data = join(folder, name);
			const node = await runRelay('--data', data, '--port', '0', '--redis', between.address);
			ends.push(() => node.kill());
			nodes.push(node.address);
		}
		const [one = '', other = ''] = nodes;
		const priya = await connected(one);
		await priya.carrier.send(frame(1));
		await priya.carrier.flush();
		const sam = await connected(other);
		await sam.heard.until(() => sam.heard.frames.length === 1);
		await sam.carrier.send(frame(2));
		await priya.heard.until(() => priya.heard.frames.length === 1);
		await priya.carrier.send(frame(3));
		await sam.heard.until(() => sam.heard.frames.length === 2);
		expect(lettersOf(sam.heard.frames)).toEqual(['1', '3']);
	});
});
