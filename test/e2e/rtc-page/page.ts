/**
 * One side of a review session with no workbook behind it: the carrier as the app has it, made-up
 * frames, and a record of what came.
 */
import { crc32 } from '../../../src/base/crc32.ts';
import type { Frame, Lane } from '../../../src/review/carrier.ts';
import {
	browserConnection,
	type PeerConnection,
} from '../../../src/review/carriers/rtc/peer-connection.ts';
import type { PendingAnswer, PendingOffer } from '../../../src/review/carriers/rtc/pending-link.ts';
import { RtcCarrier, type LinkView } from '../../../src/review/carriers/rtc/rtc-carrier.ts';

/** What passed on one lane: the same on both sides where nothing was lost, changed or reordered. */
export interface Tally {
	readonly frames: number;
	readonly bytes: number;
	readonly check: number;
}

export interface RtcStage {
	/** How many connection objects this page has made. */
	made(): number;
	/** The packed description as numbers, or the problem in words. */
	invite(): Promise<readonly number[] | string>;
	answer(offer: readonly number[]): Promise<readonly number[] | string>;
	/** The link, or the problem in words. */
	accept(answer: readonly number[]): Promise<string>;
	/** The link of the answering side. */
	opened(): Promise<string>;
	/** The part of the last connection in DTLS, as this side describes itself. */
	setup(): string;
	/** Sends so many frames of so many bytes each, all at once; gives what was sent. */
	send(lane: Lane, frames: number, bytes: number): Promise<Tally>;
	/** Resolves when so many frames have come on the lane. */
	received(lane: Lane, frames: number): Promise<Tally>;
	/** The last that is known of a link, once it is in one of the states. */
	reached(link: string, ...states: readonly LinkView['state'][]): Promise<LinkView>;
	stop(): Promise<void>;
}

declare global {
	interface Window {
		readonly rtcStage: RtcStage;
	}
}

const head = 5;
const lanes: readonly Lane[] = ['live', 'bulk'];
const peers: PeerConnection[] = [];
const views = new Map<string, LinkView>();
const tallies = new Map<Lane, Tally>(lanes.map((lane) => [lane, nothing()]));
let look: () => void = () => undefined;
let offer: PendingOffer | undefined;
let answered: PendingAnswer | undefined;

const carrier = new RtcCarrier({
	makeConnection(iceServers) {
		const peer = browserConnection(iceServers);
		peers.push(peer);
		return peer;
	},
});
carrier.onLink((view) => {
	views.set(view.id, view);
	look();
});
await carrier.start({
	frame(frame) {
		const lane = lanes[frame[0] ?? 0] ?? 'live';
		tallies.set(lane, withFrame(tallies.get(lane) ?? nothing(), frame));
		look();
	},
	link: () => undefined,
	status: () => undefined,
});

const stage: RtcStage = {
	made: () => peers.length,
	async invite() {
		const made = await carrier.offer();
		offer = made.ok ? made.value : undefined;
		return made.ok ? [...made.value.packed] : wordsOf(made.problems);
	},
	async answer(packed) {
		const made = await carrier.answer(Uint8Array.from(packed));
		answered = made.ok ? made.value : undefined;
		return made.ok ? [...made.value.packed] : wordsOf(made.problems);
	},
	async accept(packed) {
		const link = await offer?.accept(Uint8Array.from(packed));
		return link?.ok ? link.value : wordsOf(link?.problems ?? []);
	},
	async opened() {
		const link = await answered?.opened;
		return link?.ok ? link.value : wordsOf(link?.problems ?? []);
	},
	setup: () => /a=setup:(\w+)/.exec(peers.at(-1)?.localDescription?.sdp ?? '')?.[1] ?? '',
	async send(lane, frames, bytes) {
		const made = Array.from({ length: frames }, (_, number) => frameOf(lane, number, bytes));
		await Promise.all(made.map((frame) => carrier.send(frame, { lane })));
		return made.reduce(withFrame, nothing());
	},
	received: (lane, frames) =>
		when(() => {
			const tally = tallies.get(lane) ?? nothing();
			return tally.frames >= frames ? tally : undefined;
		}),
	reached: (link, ...states) =>
		when(() => {
			const view = views.get(link);
			return view && states.includes(view.state) ? view : undefined;
		}),
	stop: () => carrier.stop(),
};
Object.assign(window, { rtcStage: stage });

function frameOf(lane: Lane, number: number, length: number): Frame {
	const frame = new Uint8Array(length);
	let state = number + 1;
	for (let at = head; at < length; at++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		frame[at] = state >>> 24;
	}
	frame[0] = lanes.indexOf(lane);
	new DataView(frame.buffer).setUint32(1, number);
	return frame;
}

function withFrame({ frames, bytes, check }: Tally, frame: Frame): Tally {
	return {
		frames: frames + 1,
		bytes: bytes + frame.length,
		// Depends on the order as well.
		check: (Math.imul(check, 31) + crc32(frame)) >>> 0,
	};
}

function nothing(): Tally {
	return { frames: 0, bytes: 0, check: 0 };
}

/** Resolves to what `find` gives, as soon as it gives something. */
function when<Found>(find: () => Found | undefined): Promise<Found> {
	return new Promise((resolve) => {
		const before = look;
		look = () => {
			before();
			const found = find();
			if (found !== undefined) resolve(found);
		};
		look();
	});
}

function wordsOf(problems: readonly { readonly text: string }[]): string {
	return problems.map(({ text }) => text).join(' ');
}
