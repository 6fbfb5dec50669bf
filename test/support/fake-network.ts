/**
 * Browsers' peer connections in one process, on time that tests turn by hand: descriptions as
 * Chromium writes them, messages that take their time and hold up those behind them, and a network
 * that can be pulled. What a closed connection still held is lost, as in a browser.
 */
import type { Timer } from '../../src/review/carriers/timer.ts';
import type {
	Channel,
	Description,
	MakeConnection,
	PeerConnection,
} from '../../src/review/carriers/rtc/peer-connection.ts';
import { at } from './at.ts';

export interface FakeNetworkOptions {
	/** Bytes a millisecond of each channel. */
	readonly speed?: number;
	/** Host candidates of every computer. */
	readonly addresses?: readonly string[];
}

interface Due {
	readonly due: number;
	readonly action: () => void;
}

export class FakeNetwork {
	readonly speed: number;
	readonly addresses: readonly string[];
	readonly connections: FakeConnection[] = [];
	/** Cables: false while pulled. */
	isUp = true;
	#now = 0;
	#events: Due[] = [];

	constructor({ speed = 1_000, addresses = ['192.0.2.7'] }: FakeNetworkOptions = {}) {
		this.speed = speed;
		this.addresses = addresses;
	}

	readonly timer: Timer = {
		after: (milliseconds, action) => {
			const event = { due: this.#now + milliseconds, action };
			this.#events.push(event);
			return () => {
				this.#events = this.#events.filter((other) => other !== event);
			};
		},
	};

	readonly make: MakeConnection = () => {
		const connection = new FakeConnection(this, this.connections.length);
		this.connections.push(connection);
		return connection;
	};

	/** Lets so much time pass; everything due happens, in order, with promises kept between. */
	async pass(milliseconds: number): Promise<void> {
		const end = this.#now + milliseconds;
		await settled();
		for (let next = this.#next(end); next; next = this.#next(end)) {
			this.#now = next.due;
			this.#events = this.#events.filter((other) => other !== next);
			next.action();
			await settled();
		}
		this.#now = end;
	}

	/** The earliest of what is due, the first said of those at one time. */
	#next(end: number): Due | undefined {
		let next: Due | undefined;
		for (const event of this.#events) {
			if (event.due <= end && (!next || event.due < next.due)) next = event;
		}
		return next;
	}
}

/** Promises that wait for nothing have all been kept. */
function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

type Listener = (event: { readonly data: unknown }) => void;

class FakeTarget {
	readonly #listeners = new Map<string, Listener[]>();

	addEventListener(type: string, listener: Listener): void {
		this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
	}

	protected tell(type: string, data?: unknown): void {
		for (const listener of this.#listeners.get(type) ?? []) listener({ data });
	}
}

export class FakeConnection extends FakeTarget implements PeerConnection {
	readonly #network: FakeNetwork;
	readonly #number: number;
	readonly channels: FakeChannel[] = [];
	localDescription: Description | null = null;
	remote: Description | undefined;
	iceGatheringState = 'new';
	connectionState = 'new';

	constructor(network: FakeNetwork, number: number) {
		super();
		this.#network = network;
		this.#number = number;
	}

	get fingerprint(): string {
		const byte = this.#number.toString(16).padStart(2, '0').toUpperCase();
		return Array<string>(32).fill(byte).join(':');
	}

	createDataChannel(): FakeChannel {
		const channel = new FakeChannel(this.#network);
		this.channels.push(channel);
		return channel;
	}

	setLocalDescription(): Promise<void> {
		const type = this.remote ? 'answer' : 'offer';
		const setup = this.remote?.sdp.includes('a=setup:active') ? 'passive' : 'active';
		const lines = [
			...['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0'],
			...['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 0.0.0.0'],
			...this.#network.addresses.map(
				(address, place) =>
					`a=candidate:1 1 udp ${900 - place} ${address} ${5_000 + place} typ host`,
			),
			...['a=ice-ufrag:Ie9f', 'a=ice-pwd:lltDANWy1rqXnI8aoM/8usUE'],
			`a=fingerprint:sha-256 ${this.fingerprint}`,
			`a=setup:${type === 'offer' ? 'actpass' : setup}`,
			...['a=mid:0', 'a=sctp-port:5000', 'a=max-message-size:262144', ''],
		];
		this.localDescription = { type, sdp: lines.join('\r\n') };
		this.#network.timer.after(10, () => {
			this.iceGatheringState = 'complete';
			this.tell('icegatheringstatechange');
		});
		return Promise.resolve();
	}

	setRemoteDescription(description: Description): Promise<void> {
		if (this.connectionState === 'closed') return Promise.reject(new Error('closed'));
		this.remote = description;
		const other = this.#network.connections.find((each) => this.#knows(each) && each.#knows(this));
		if (!other) return Promise.resolve();
		this.#network.timer.after(20, () => {
			if (!this.#network.isUp) return this.fail();
			this.channels.forEach((channel, place) => channel.join(at(other.channels, place)));
			this.#state('connected');
			other.#state('connected');
		});
		return Promise.resolve();
	}

	/** The browser gives up on the connection. */
	fail(): void {
		this.#state('failed');
	}

	/** As when its process is killed: the other side hears nothing of it. */
	vanish(): void {
		for (const channel of this.channels) channel.vanish();
	}

	close(): void {
		this.connectionState = 'closed';
		for (const channel of this.channels) channel.cut();
	}

	#knows(other: FakeConnection): boolean {
		return this.remote?.sdp.includes(other.fingerprint) ?? false;
	}

	#state(state: string): void {
		if (this.connectionState === 'closed') return;
		this.connectionState = state;
		this.tell('connectionstatechange');
	}
}

export class FakeChannel extends FakeTarget implements Channel {
	readonly #network: FakeNetwork;
	#other: FakeChannel | undefined;
	/** What has not left yet, the first leaving now. */
	#held: Uint8Array<ArrayBuffer>[] = [];
	binaryType = 'blob';
	bufferedAmountLowThreshold = 0;
	bufferedAmount = 0;
	/** The most it ever held. */
	mostHeld = 0;
	readyState = 'connecting';

	constructor(network: FakeNetwork) {
		super();
		this.#network = network;
	}

	join(other: FakeChannel): void {
		this.#other = other;
		other.#other = this;
		this.#open();
		other.#open();
	}

	send(message: Uint8Array<ArrayBuffer>): void {
		if (this.readyState !== 'open') throw new Error(`The channel is ${this.readyState}`);
		this.#held.push(message.slice());
		this.bufferedAmount += message.length;
		this.mostHeld = Math.max(this.mostHeld, this.bufferedAmount);
		if (this.#held.length === 1) this.#leaveNext();
	}

	/** Closes once what it holds has left. */
	close(): void {
		if (this.readyState !== 'open') return;
		this.readyState = 'closing';
		if (this.#held.length === 0) this.#finish();
	}

	/** Closes at once: what it holds is lost. */
	cut(): void {
		if (this.readyState === 'closed') return;
		this.#held = [];
		this.#finish();
	}

	/** Neither sends nor hears any more, and does not say so. */
	vanish(): void {
		this.#held = [];
		if (this.#other) this.#other.#other = undefined;
		this.#other = undefined;
	}

	/** Lets the other side have a message as it stands. */
	deliver(data: unknown): void {
		this.tell('message', data);
	}

	#open(): void {
		this.readyState = 'open';
		this.tell('open');
	}

	#leaveNext(): void {
		const [message] = this.#held;
		if (!message) return;
		const { isUp, speed } = this.#network;
		this.#network.timer.after(isUp ? message.length / speed : 100, () => {
			if (this.#held[0] !== message) return;
			// Nothing is acknowledged: it stays held.
			if (!this.#network.isUp) return this.#leaveNext();
			this.#held.shift();
			const before = this.bufferedAmount;
			this.bufferedAmount -= message.length;
			const other = this.#other;
			this.#network.timer.after(5, () => other?.deliver(message.buffer));
			const threshold = this.bufferedAmountLowThreshold;
			if (before > threshold && this.bufferedAmount <= threshold) this.tell('bufferedamountlow');
			if (this.#held.length > 0) this.#leaveNext();
			else if (this.readyState === 'closing') this.#finish();
		});
	}

	#finish(): void {
		this.readyState = 'closed';
		const other = this.#other;
		this.tell('close');
		this.#network.timer.after(6, () => other?.cut());
	}
}
