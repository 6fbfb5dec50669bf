/** Sessions on a made-up network, on time that the tests turn: joining, passing on, ending. */
import { describe, expect, test } from 'vitest';

import type { Result } from '../../../../src/base/result.ts';
import type { CarrierStatus, Frame } from '../../../../src/review/carrier.ts';
import { RtcCarrier, type LinkView } from '../../../../src/review/carriers/rtc/rtc-carrier.ts';
import type {
	PendingAnswer,
	PendingOffer,
} from '../../../../src/review/carriers/rtc/pending-link.ts';
import type { RtcOptions } from '../../../../src/review/carriers/rtc/rtc-options.ts';
import { at } from '../../../support/at.ts';
import { FakeNetwork } from '../../../support/fake-network.ts';

const megabyte = 2 ** 20;
const minutes = 60_000;

describe('joining', () => {
	test('makes no connection before somebody invites or answers', async () => {
		const network = new FakeNetwork();
		const side = await sideOf(network);
		await side.carrier.send(Uint8Array.of(1));
		expect(network.connections).toHaveLength(0);
		expect(side.status).toEqual({ kind: 'off' });
	});

	test('by two codes opens a link on either side', async () => {
		const { network, host, guest } = await twoSides();
		expect(await joined(network, host, guest)).toEqual(['rtc-1', 'rtc-1']);
		for (const side of [host, guest]) {
			expect(side.told).toEqual([['rtc-1', true]]);
			expect(side.status).toEqual({ kind: 'on', text: 'Connected to 1 browser.' });
		}
	});

	test('asks no server unless the user named one', async () => {
		const asked: unknown[] = [];
		const network = new FakeNetwork();
		const own = { urls: 'turn:turn.example:3478', username: 'acme', credential: 'secret' };
		for (const options of [{}, { iceServers: [own] }]) {
			const side = await sideOf(network, {
				...options,
				makeConnection(servers) {
					asked.push(servers);
					return network.make(servers);
				},
			});
			await offered(network, side);
		}
		expect(asked).toEqual([[], [own]]);
	});

	test('describes the offer as the side that begins, so that a late answer is waited for', async () => {
		const { network, host, guest } = await twoSides();
		const offer = await offered(network, host);
		const answer = await answered(network, guest, offer);
		const connection = at(network.connections, 1);
		expect(connection.remote?.sdp).toContain('a=setup:active');
		expect(connection.localDescription?.sdp).toContain('a=setup:passive');
		// The browser gives up long before a person has handed the answer back: nobody is told.
		connection.fail();
		await network.pass(30 * minutes);
		expect(guest.status?.kind).toBe('waiting');
		const accepted = offer.accept(answer.packed);
		await network.pass(100);
		expect(await accepted).toEqual({ ok: true, value: 'rtc-1' });
		expect(await answer.opened).toEqual({ ok: true, value: 'rtc-1' });
	});

	test('is refused in words where this computer has no address', async () => {
		const network = new FakeNetwork({ addresses: [] });
		const side = await sideOf(network);
		const made = side.carrier.offer();
		await network.pass(100);
		expect(textOf(await made)).toContain('offers no network address');
		expect(at(network.connections, 0).connectionState).toBe('closed');
		expect(side.status).toEqual({ kind: 'off' });
	});

	test('is refused in words where the browser makes no connection', async () => {
		const side = await sideOf(new FakeNetwork(), {
			makeConnection() {
				throw new Error('SyntaxError: not a valid URL');
			},
		});
		expect(textOf(await side.carrier.offer())).toContain('makes no direct connection');
		const { network, host } = await twoSides();
		const { packed } = await offered(network, host);
		expect(textOf(await side.carrier.answer(packed))).toContain('makes no direct connection');
		expect(side.status).toEqual({ kind: 'off' });
	});

	test('goes on with the addresses found where the browser does not come to an end', async () => {
		const { network, host } = await twoSides();
		const made = host.carrier.offer();
		await settled();
		// The event is never told: the state stands at 'gathering' until patience ends.
		at(network.connections, 0).addEventListener = () => undefined;
		await network.pass(5_000);
		expect((await made).ok).toBe(true);
	});

	test('keeps the invitation after a code that cannot be read, and spends it on one that can', async () => {
		const { network, host, guest } = await twoSides();
		const offer = await offered(network, host);
		expect(textOf(await offer.accept(Uint8Array.of(1, 2, 3)))).toContain('another version');
		expect(textOf(await offer.accept(offer.packed))).toContain('This is an invitation');
		const answer = await answered(network, guest, offer);
		const first = offer.accept(answer.packed);
		const second = await offer.accept(answer.packed);
		expect(textOf(second)).toContain('answered or taken back already');
		await network.pass(100);
		expect((await first).ok).toBe(true);
	});

	test('makes no connection for a code that is no invitation', async () => {
		const { network, guest } = await twoSides();
		const made = await guest.carrier.answer(Uint8Array.from({ length: 95 }, () => 16));
		expect(textOf(made)).toContain('damaged');
		expect(network.connections).toHaveLength(0);
	});

	test('that reaches nobody ends in words, within half a minute', async () => {
		const { network, host, guest } = await twoSides();
		const offer = await offered(network, host);
		const answer = await answered(network, guest, offer);
		network.isUp = false;
		const accepted = offer.accept(answer.packed);
		await network.pass(31_000);
		expect(textOf(await accepted)).toContain('could not reach each other');
		expect(host.status).toMatchObject({ kind: 'failed' });
	});

	test('that the browser itself forbids says where to allow it', async () => {
		const network = new FakeNetwork();
		const host = await sideOf(network, { isLocalNetworkDenied: () => Promise.resolve(true) });
		const offer = await offered(network, host);
		const answer = await answered(network, await sideOf(network), offer);
		const accepted = offer.accept(answer.packed);
		await network.pass(1);
		at(network.connections, 0).fail();
		expect(textOf(await accepted)).toContain('Allow it in the settings of this site');
	});

	test('of somebody who waits to be let in is no link of the session, and is one once admitted', async () => {
		const { network, host, guest } = await twoSides();
		const offer = await offered(network, host);
		const answer = await answered(network, guest, offer);
		const heard: Frame[] = [];
		const ends: string[] = [];
		const accepted = offer.accept(answer.packed, {
			frame: (frame) => void heard.push(frame),
			gone: (text) => void ends.push(text),
		});
		await network.pass(100);
		expect(await accepted).toEqual({ ok: true, value: 'rtc-1' });
		expect(host.told).toEqual([]);
		expect(host.carrier.links).toEqual([
			{ id: 'rtc-1', state: 'connecting', text: 'Waits to be let in.' },
		]);
		await guest.carrier.send(Uint8Array.of(1));
		await host.carrier.send(Uint8Array.of(2));
		await host.carrier.send(Uint8Array.of(3), { to: 'rtc-1' });
		await network.pass(100);
		expect([heard, host.frames]).toEqual([[Uint8Array.of(1)], []]);
		expect(guest.frames).toEqual([['rtc-1', Uint8Array.of(3)]]);
		host.carrier.admit('rtc-1');
		expect(host.told).toEqual([['rtc-1', true]]);
		await guest.carrier.send(Uint8Array.of(4));
		await network.pass(100);
		expect(host.frames).toEqual([['rtc-1', Uint8Array.of(4)]]);
		await guest.carrier.drop('rtc-1');
		await network.pass(3_000);
		expect([host.told.at(-1), ends]).toEqual([['rtc-1', false], []]);
	});

	test.each([
		['one great frame', [80_000]],
		['many small ones', Array.from({ length: 5_000 }, () => 1)],
	])(
		'who sends %s before they are let in is left, and nothing of it is heard of',
		async (_, sizes) => {
			const { network, host, guest } = await twoSides();
			const offer = await offered(network, host);
			const answer = await answered(network, guest, offer);
			let bytes = 0;
			const ends: string[] = [];
			void offer.accept(answer.packed, {
				frame: (frame) => void (bytes += frame.length),
				gone: (text) => void ends.push(text),
			});
			await network.pass(100);
			await Promise.allSettled([
				...sizes.map((size) => guest.carrier.send(new Uint8Array(size))),
				network.pass(1_000),
			]);
			expect(ends).toEqual([expect.stringContaining('before they are let in')]);
			expect(bytes).toBeLessThan(64 * 2 ** 10);
			expect([host.told, host.carrier.links]).toEqual([[], []]);
		},
	);

	test('is given up by the answering side when nobody hands the answer back', async () => {
		const { network, host, guest } = await twoSides();
		const answer = await answered(network, guest, await offered(network, host));
		await network.pass(61 * minutes);
		expect(textOf(await answer.opened)).toContain('Nobody took your answer within an hour');
	});

	test('that is taken back leaves nothing open', async () => {
		const { network, host, guest } = await twoSides();
		const offer = await offered(network, host);
		const answer = await answered(network, guest, offer);
		offer.cancel();
		answer.cancel();
		expect(textOf(await offer.accept(answer.packed))).toContain('taken back already');
		expect(textOf(await answer.opened)).toContain('You ended');
		expect(network.connections.map((each) => each.connectionState)).toEqual(['closed', 'closed']);
		expect([host.status, guest.status]).toEqual([{ kind: 'off' }, { kind: 'off' }]);
	});
});

test('who listens anew hears of the links that stand', async () => {
	const { network, host, guest } = await twoSides();
	await joined(network, host, guest);
	const told: (readonly [string, boolean])[] = [];
	const statuses: CarrierStatus[] = [];
	const came: Frame[] = [];
	await host.carrier.start({
		frame: (frame) => came.push(frame),
		link: (link, isUp) => told.push([link, isUp]),
		status: (status) => statuses.push(status),
	});
	await guest.carrier.send(Uint8Array.of(1));
	await network.pass(100);
	expect(told).toEqual([['rtc-1', true]]);
	expect(statuses).toEqual([{ kind: 'on', text: 'Connected to 1 browser.' }]);
	expect(came).toEqual([Uint8Array.of(1)]);
	expect(host.frames).toEqual([]);
});

describe('a star', () => {
	test('sends to one or to all, and tells frames by their link', async () => {
		const { network, host, guest } = await twoSides();
		const third = await sideOf(network);
		await joined(network, host, guest);
		await joined(network, host, third);
		expect(host.status).toEqual({ kind: 'on', text: 'Connected to 2 browsers.' });

		await host.carrier.send(Uint8Array.of(1), { to: 'rtc-2', lane: 'live' });
		await host.carrier.send(Uint8Array.of(2));
		await guest.carrier.send(Uint8Array.of(3));
		await third.carrier.send(Uint8Array.of(4));
		await network.pass(100);
		expect(guest.frames).toEqual([['rtc-1', Uint8Array.of(2)]]);
		expect(sorted(third)).toEqual([1, 2]);
		expect(host.frames).toEqual([
			['rtc-1', Uint8Array.of(3)],
			['rtc-2', Uint8Array.of(4)],
		]);
	});

	test('one that leaves does not end the others', async () => {
		const { network, host, guest } = await twoSides();
		const third = await sideOf(network);
		await joined(network, host, guest);
		await joined(network, host, third);
		await guest.carrier.stop();
		await network.pass(3_000);
		expect(host.told.at(-1)).toEqual(['rtc-1', false]);
		expect(host.views.at(-1)).toMatchObject({ id: 'rtc-1', state: 'gone' });
		expect(host.views.at(-1)?.text).toContain('left the session');
		expect(host.status).toEqual({ kind: 'on', text: 'Connected to 1 browser.' });
		await expect(host.carrier.send(Uint8Array.of(1), { to: 'rtc-1' })).rejects.toThrow('broke');
		await host.carrier.send(Uint8Array.of(1));
		await network.pass(100);
		expect(third.frames).toHaveLength(1);
	});
});

describe('sending', () => {
	test('small frames overtake a great one, and the great one arrives whole', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		const great = new Uint8Array(3 * megabyte).fill(7);
		const sent = [host.carrier.send(great, { lane: 'bulk' })];
		sent.push(host.carrier.send(Uint8Array.of(1), { lane: 'live' }));
		await network.pass(60_000);
		await Promise.all(sent);
		expect(guest.frames.map(([, { length }]) => length)).toEqual([1, 3 * megabyte]);
	});

	test('to a side that is gone is refused, for each frame that waited', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		const sent = Array.from({ length: 3 }, () =>
			host.carrier.send(new Uint8Array(2 * megabyte)).then(
				() => 'sent',
				(thrown: unknown) => (thrown instanceof Error ? thrown.message : ''),
			),
		);
		network.isUp = false;
		await network.pass(25_000);
		const outcomes = await Promise.all(sent);
		expect(outcomes.every((outcome) => outcome.includes('No answer for 20 seconds'))).toBe(true);
	});

	test('before leaving is not lost: what the browser holds still goes out', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		await host.carrier.send(new Uint8Array(megabyte / 2));
		await host.carrier.stop();
		await expect(host.carrier.send(Uint8Array.of(1), { to: 'rtc-1' })).rejects.toThrow();
		await network.pass(10_000);
		expect(guest.frames.map(([, { length }]) => length)).toEqual([megabyte / 2]);
		expect(guest.status).toEqual({ kind: 'off' });
	});
});

test('a goodbye counts, whatever the browser says of the connection afterwards', async () => {
	const { network, host, guest } = await twoSides();
	await joined(network, host, guest);
	await host.carrier.send(new Uint8Array(megabyte / 2));
	void host.carrier.stop();
	await network.pass(100);
	at(network.connections, 1).fail();
	await network.pass(10_000);
	expect(guest.frames).toHaveLength(1);
	expect(guest.views.at(-1)?.text).toContain('left the session');
});

test('a goodbye is enough where the page that said it is gone before its channels close', async () => {
	const { network, host, guest } = await twoSides();
	await joined(network, host, guest);
	await host.carrier.send(new Uint8Array(megabyte / 2));
	void host.carrier.stop();
	await network.pass(100);
	at(network.connections, 0).vanish();
	await network.pass(4_000);
	expect(guest.views.at(-1)?.text).toContain('left the session');
	expect(guest.status).toEqual({ kind: 'off' });
});

describe('signs of life', () => {
	test('keep a link up for as long as both live, with nothing to say', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		await network.pass(10 * minutes);
		expect([stateOf(host), stateOf(guest)]).toEqual(['up', 'up']);
	});

	test('that stop are told after 8 s; after 20 s the link is down, and after ten minutes it ends', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		at(network.connections, 1).vanish();
		await network.pass(14_000);
		expect(stateOf(host)).toBe('quiet');
		expect(host.status).toEqual({
			kind: 'on',
			text: 'Connected to 1 browser. It does not answer at present.',
		});
		expect(host.told).toEqual([['rtc-1', true]]);
		await network.pass(12_000);
		expect(host.views.at(-1)).toMatchObject({ state: 'asleep' });
		expect(host.told.at(-1)).toEqual(['rtc-1', false]);
		expect(host.status).toMatchObject({ kind: 'waiting' });
		await network.pass(10 * minutes);
		expect(host.views.at(-1)).toMatchObject({ state: 'gone' });
		expect(host.told).toHaveLength(2);
		expect(host.status).toMatchObject({ kind: 'failed' });
	});

	test('that come back make the link up again, and what waited arrives', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		network.isUp = false;
		await network.pass(14_000);
		expect([stateOf(host), stateOf(guest)]).toEqual(['quiet', 'quiet']);
		const sent = host.carrier.send(Uint8Array.of(9));
		network.isUp = true;
		await network.pass(5_000);
		await sent;
		expect([stateOf(host), stateOf(guest)]).toEqual(['up', 'up']);
		expect(guest.frames).toEqual([['rtc-1', Uint8Array.of(9)]]);
	});

	test('that come back after a sleep make the link one that just came up', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		const great = host.carrier.send(new Uint8Array(3 * megabyte).fill(7));
		const outcome = great.then(
			() => 'sent',
			() => 'refused',
		);
		network.isUp = false;
		await network.pass(3 * minutes);
		expect([stateOf(host), stateOf(guest)]).toEqual(['asleep', 'asleep']);
		expect(await outcome).toBe('refused');
		await expect(host.carrier.send(Uint8Array.of(8), { to: 'rtc-1' })).rejects.toThrow('sleeps');
		network.isUp = true;
		await network.pass(60_000);
		expect([stateOf(host), stateOf(guest)]).toEqual(['up', 'up']);
		expect(host.told).toEqual([
			['rtc-1', true],
			['rtc-1', false],
			['rtc-1', true],
		]);
		await host.carrier.send(Uint8Array.of(9));
		await network.pass(60_000);
		expect(guest.frames.at(-1)).toEqual(['rtc-1', Uint8Array.of(9)]);
		expect(host.status).toEqual({ kind: 'on', text: 'Connected to 1 browser.' });
	});

	test('are waited for where the browser says that the connection failed', async () => {
		const { network, host, guest } = await twoSides();
		await joined(network, host, guest);
		at(network.connections, 0).fail();
		expect(host.views.at(-1)).toMatchObject({ state: 'asleep' });
		expect(host.told.at(-1)).toEqual(['rtc-1', false]);
		await network.pass(10_000);
		expect(stateOf(host)).toBe('up');
	});
});

test('a side that sends nonsense is left, with what it sent in words', async () => {
	const { network, host, guest } = await twoSides();
	await joined(network, host, guest);
	const channel = at(at(network.connections, 0).channels, 1);
	channel.deliver(Uint8Array.of(1, 0, 0, 0, 0, 0, 5, 0, 9, 1).buffer);
	expect(host.views.at(-1)?.text).toContain('parts of a frame that do not follow one another');
	channel.deliver(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, 1).buffer);
	expect(host.frames).toEqual([]);
	await network.pass(100);
	expect(guest.status).toMatchObject({ kind: 'failed' });
});

test('a frame that comes before both channels are open waits for them', async () => {
	const { network, host, guest } = await twoSides();
	const offer = await offered(network, host);
	const early = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, 42);
	at(at(network.connections, 0).channels, 0).deliver(early.buffer);
	expect(host.frames).toEqual([]);
	const answer = await answered(network, guest, offer);
	void offer.accept(answer.packed);
	await network.pass(100);
	expect(host.told).toEqual([['rtc-1', true]]);
	expect(host.frames).toEqual([['rtc-1', Uint8Array.of(42)]]);
});

describe('[P-24] a link that nobody asked for', () => {
	test('is told of once it stands, and not before', async () => {
		const { network, host, guest } = await twoSides();
		const offer = await passing(network, host.carrier.offer({ isUnasked: true }));
		const answer = await passing(network, guest.carrier.answer(offer.packed, { isUnasked: true }));
		expect([...host.carrier.links, ...guest.carrier.links]).toEqual([]);
		expect([...host.views, ...guest.views]).toEqual([]);
		void offer.accept(answer.packed);
		await network.pass(100);
		for (const { carrier, told } of [host, guest]) {
			expect(carrier.links).toMatchObject([{ id: 'rtc-1', state: 'up' }]);
			expect(told).toEqual([['rtc-1', true]]);
		}
		expect([offer.link, answer.link]).toEqual(['rtc-1', 'rtc-1']);
	});

	test('leaves no trace where it does not come up, and the words of the last link stand', async () => {
		const { network, host, guest } = await twoSides();
		await passing(network, host.carrier.offer());
		const offer = await passing(network, host.carrier.offer({ isUnasked: true }));
		host.views.splice(0);
		offer.cancel();
		await network.pass(5_000);
		expect(host.views).toEqual([]);
		expect(host.carrier.links).toHaveLength(1);
		expect(guest.told).toEqual([]);
	});

	test('is not begun any more when the page goes', async () => {
		const { network, host } = await twoSides();
		await host.carrier.stop();
		expect((await host.carrier.offer({ isUnasked: true })).ok).toBe(false);
		expect(network.connections).toEqual([]);
	});
});

interface SideOfTest {
	readonly carrier: RtcCarrier;
	readonly frames: (readonly [string, Frame])[];
	readonly told: (readonly [string, boolean])[];
	readonly views: LinkView[];
	status: CarrierStatus | undefined;
}

async function sideOf(network: FakeNetwork, options: RtcOptions = {}): Promise<SideOfTest> {
	const { timer, make: makeConnection } = network;
	const carrier = new RtcCarrier({ timer, makeConnection, ...options });
	const side: SideOfTest = { carrier, frames: [], told: [], views: [], status: undefined };
	carrier.onLink((view) => side.views.push(view));
	await carrier.start({
		frame: (frame, link) => side.frames.push([link, frame]),
		link: (link, isUp) => side.told.push([link, isUp]),
		status: (status) => (side.status = status),
	});
	return side;
}

async function twoSides() {
	const network = new FakeNetwork();
	return { network, host: await sideOf(network), guest: await sideOf(network) };
}

async function passing<Value>(
	network: FakeNetwork,
	made: Promise<Result<Value, { readonly text: string }>>,
): Promise<Value> {
	await network.pass(100);
	return valueOf(await made);
}

async function offered(network: FakeNetwork, { carrier }: SideOfTest): Promise<PendingOffer> {
	const made = carrier.offer();
	await network.pass(100);
	return valueOf(await made);
}

async function answered(
	network: FakeNetwork,
	{ carrier }: SideOfTest,
	{ packed }: PendingOffer,
): Promise<PendingAnswer> {
	const made = carrier.answer(packed);
	await network.pass(100);
	return valueOf(await made);
}

/** The links of both sides. */
async function joined(network: FakeNetwork, host: SideOfTest, guest: SideOfTest) {
	const offer = await offered(network, host);
	const answer = await answered(network, guest, offer);
	const accepted = offer.accept(answer.packed);
	await network.pass(100);
	return [valueOf(await accepted), valueOf(await answer.opened)];
}

function valueOf<Value>(result: Result<Value, { readonly text: string }>): Value {
	if (!result.ok) throw new Error(textOf(result));
	return result.value;
}

function textOf(result: Result<unknown, { readonly text: string }>): string {
	return result.ok ? '' : result.problems.map(({ text }) => text).join(' ');
}

function stateOf({ carrier }: SideOfTest): string | undefined {
	return carrier.links[0]?.state;
}

function sorted({ frames }: SideOfTest): readonly (number | undefined)[] {
	return frames.map(([, [first]]) => first).sort();
}

function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
