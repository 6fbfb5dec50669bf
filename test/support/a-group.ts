/**
 * Devices that review one workbook, in one process: real documents, logs, keys and sessions; a network
 * whose frames the test delivers in whatever order, twice, or never; and time that it turns.
 */
import * as Y from 'yjs';
import { contentDigest } from '../../src/workbook/content-digest.ts';
import { createDeviceKeys, type DeviceKeys } from '../../src/review/keys/device-keys.ts';
import type { Carrier, CarrierEvents, Frame, LinkMaker } from '../../src/review/carrier.ts';
import { AirlockClient } from '../../src/review/document/airlock-client.ts';
import { Review } from '../../src/review/review.ts';
import type { ReviewSession } from '../../src/review/session/review-session.ts';
import type { SessionTimer } from '../../src/review/session/session-timer.ts';
import type { Role } from '../../src/model/review/member.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { startAirlockInProcess } from './airlock-in-process.ts';
import { countingIds, fixedClock } from './fixed.ts';
import { OfferedCables } from './offered-cables.ts';
import { ReviewShelf, reviewStoreOn } from './review-store-in-memory.ts';

/** Time that stands until it is turned. */
export class TurnedTime implements SessionTimer {
	#now = 0;
	#due: { readonly at: number; readonly call: () => void }[] = [];

	now(): number {
		return this.#now;
	}

	after(milliseconds: number, call: () => void): () => void {
		const due = { at: this.#now + milliseconds, call };
		this.#due.push(due);
		return () => {
			this.#due = this.#due.filter((other) => other !== due);
		};
	}

	turn(milliseconds: number): void {
		this.#now += milliseconds;
		const due = this.#due.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
		this.#due = this.#due.filter(({ at }) => at > this.#now);
		for (const { call } of due) call();
	}
}

/** Frames on their way from one device to another. */
export interface OnTheWay {
	readonly from: string;
	readonly to: string;
	readonly frame: Frame;
	readonly hear: (frame: Frame) => void;
}

/** The cables between devices: frames wait until the test delivers them. */
export class Cables {
	waiting: OnTheWay[] = [];
	/** All that ever went over a cable. */
	readonly seen: { readonly from: string; readonly to: string; readonly frame: Frame }[] = [];
	/** True for a sending that the carrier rejects. */
	rejects: (from: string) => boolean = () => false;
	readonly #ends = new Map<string, { readonly carrier: CableEnd; events: CarrierEvents }>();
	readonly #joined = new Set<string>();
	/** Those that devices lay themselves. */
	readonly offered = new OfferedCables((name) => this.#ends.get(name)?.events);

	carrierOf(name: string): Carrier {
		return new CableEnd(name, this);
	}

	plug(carrier: CableEnd, events: CarrierEvents): void {
		this.#ends.set(carrier.name, { carrier, events });
	}

	unplug(name: string, hasLeft = false): void {
		for (const other of [...this.#ends.keys()]) this.part(name, other, hasLeft);
		this.#ends.delete(name);
	}

	join(a: string, b: string): void {
		const [left, right] = [this.#ends.get(a), this.#ends.get(b)];
		if (!left || !right || a === b || this.#joined.has(pairOf(a, b))) return;
		this.#joined.add(pairOf(a, b));
		left.events.link(`${a}>${b}`, true);
		right.events.link(`${b}>${a}`, true);
	}

	isJoined(a: string, b: string): boolean {
		return this.#joined.has(pairOf(a, b)) || this.offered.isLaid(a, b);
	}

	/** What was on its way is lost. `hasLeft`: `a` says goodbye. */
	part(a: string, b: string, hasLeft = false): void {
		if (!this.isJoined(a, b)) return;
		this.waiting = this.waiting.filter(({ from, to }) => pairOf(from, to) !== pairOf(a, b));
		this.offered.part(a, b, hasLeft);
		if (!this.#joined.delete(pairOf(a, b))) return;
		this.#ends.get(a)?.events.link(`${a}>${b}`, false);
		this.#ends.get(b)?.events.link(`${b}>${a}`, false, hasLeft);
	}

	/** One end ends a link; what it was handed still goes out. */
	drop(name: string, link: string): void {
		const to = this.offered.otherEnd(link)?.name ?? link.slice(link.indexOf('>') + 1);
		const out = this.waiting.filter((one) => one.from === name && one.to === to);
		this.waiting = this.waiting.filter((one) => !out.includes(one));
		for (const { frame, hear } of out) hear(frame.slice());
		if (this.offered.otherEnd(link)) this.offered.end(link, true);
		else this.part(name, link.slice(link.indexOf('>') + 1), true);
	}

	send(from: string, link: string, frame: Frame): void {
		const laid = this.offered.otherEnd(link);
		const to = laid?.name ?? link.slice(link.indexOf('>') + 1);
		const end = this.#ends.get(to);
		const stands = laid ?? this.#joined.has(pairOf(from, to));
		if (!end || !stands) throw new Error('The cable is cut');
		if (this.rejects(from)) throw new Error('The carrier has no room');
		this.seen.push({ from, to, frame });
		const hear = (copy: Frame): void => end.events.frame(copy, laid?.link ?? `${to}>${from}`);
		this.waiting.push({ from, to, frame, hear });
	}

	/** Delivers one of the frames that wait. */
	deliver(at: number, { keep = false } = {}): void {
		const index = at % Math.max(1, this.waiting.length);
		const one = this.waiting[index];
		if (!one) return;
		if (!keep) this.waiting.splice(index, 1);
		one.hear(one.frame.slice());
	}

	/** What a device has handed over arrives, as of a page that leaves in order. */
	letOut(name: string): void {
		const own = this.waiting.filter(({ from }) => from === name);
		this.waiting = this.waiting.filter(({ from }) => from !== name);
		for (const { frame, hear } of own) hear(frame.slice());
	}

	deliverAll(): number {
		const waiting = this.waiting;
		this.waiting = [];
		for (const { frame, hear } of waiting) hear(frame.slice());
		return waiting.length;
	}
}

class CableEnd implements Carrier {
	readonly kind = 'rtc';
	readonly keeps = 'peers';
	readonly name: string;
	readonly #cables: Cables;

	constructor(name: string, cables: Cables) {
		this.name = name;
		this.#cables = cables;
	}

	start(events: CarrierEvents): Promise<void> {
		this.#cables.plug(this, events);
		return Promise.resolve();
	}

	send(frame: Frame, { to = '' }: { readonly to?: string } = {}): Promise<void> {
		try {
			this.#cables.send(this.name, to, frame);
			return Promise.resolve();
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	get maker(): LinkMaker {
		return this.#cables.offered.makerOf(this.name);
	}

	drop(link: string): Promise<void> {
		this.#cables.drop(this.name, link);
		return Promise.resolve();
	}

	stop(): Promise<void> {
		this.#cables.letOut(this.name);
		this.#cables.unplug(this.name, true);
		return Promise.resolve();
	}
}

function pairOf(a: string, b: string): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** One device: what it keeps over a restart, and what runs while it is on. */
export class GroupDevice {
	readonly name: string;
	readonly shelf: ReviewShelf;
	readonly time = new TurnedTime();
	readonly problems: string[] = [];
	workbook!: Workbook;
	review!: Review;
	session!: ReviewSession;
	/** What the person calls themselves now; the others know the device by its name. */
	personName: string;
	/** Answers questions about great removals. */
	takesMass = true;
	/** False while nobody is there to answer them. */
	answers = true;
	/** How many records each of those questions was about. */
	readonly asked: number[] = [];
	readonly #cables: Cables;
	#stored: Uint8Array = new Uint8Array([0, 0]);
	#starts = 0;
	#words = 0;

	constructor(name: string, keys: DeviceKeys, reviewId: string, cables: Cables) {
		this.name = name;
		this.personName = name;
		this.shelf = new ReviewShelf(keys, reviewId);
		this.#cables = cables;
	}

	/** Opens the workbook as it is stored. */
	async start(): Promise<void> {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, this.#stored);
		// As storage does: whatever changes the document is kept at once.
		doc.on('update', (update: Uint8Array) => {
			this.#stored = Y.mergeUpdates([this.#stored, update]);
		});
		const actor = () => ({ device: this.name, name: this.personName });
		const ids = countingIds(`${this.name}${this.#starts++}-`);
		this.workbook = new Workbook(doc, { ids, clock: fixedClock(), actor });
		const store = reviewStoreOn(this.shelf);
		const stored = await store.read();
		if (!stored.ok) throw new Error('The shelf cannot be read');
		this.review = await Review.open({
			...{ doc, store, stored: stored.value, clock: fixedClock(), timer: this.time },
			name: () => this.personName,
			makeGuard: () => new AirlockClient(doc, startAirlockInProcess),
			pause: () => Promise.resolve(),
			quiet: () => Promise.resolve(),
			onProblem: (text) => this.problems.push(text),
		});
		this.review.subscribe(() => {
			if (!this.answers) return;
			for (const question of this.review.questions) {
				this.asked.push(question.deleted);
				question.answer(this.takesMass);
			}
		});
	}

	/** Begins the session and plugs it in. */
	async plugIn(): Promise<void> {
		this.session = this.review.begin();
		await this.session.attach(this.#cables.carrierOf(this.name));
	}

	/** Says where its person is, as the page of a session does. */
	appear(): void {
		const { session } = this;
		session.here((state: 'here' | 'gone' = 'here') => {
			const { reach } = session;
			const word = {
				...{ run: `${this.name}${this.#starts}`, seq: ++this.#words, name: this.name },
				...{ at: fixedClock().now(), place: { place: 'matrix' }, state },
				...(reach === undefined ? {} : { reach }),
			};
			return new TextEncoder().encode(JSON.stringify(word));
		});
	}

	/** As when a page is closed: others hear that it goes. */
	async leave(): Promise<void> {
		this.#cables.unplug(this.name, true);
		await this.kill();
	}

	/** As when a browser is killed: nothing is said goodbye to. */
	async kill(): Promise<void> {
		this.#cables.unplug(this.name);
		await this.review.close();
		this.workbook.destroy();
	}

	async digest(): Promise<string> {
		return (await contentDigest(this.workbook.doc)).whole;
	}
}

export interface Group {
	readonly cables: Cables;
	readonly devices: readonly GroupDevice[];
}

/** Devices of these roles, the first an owner who has added the others; all plugged in, none joined. */
export async function aGroup(roles: readonly Role[]): Promise<Group> {
	const cables = new Cables();
	const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay'];
	const devices: GroupDevice[] = [];
	for (const at of roles.keys()) {
		const keys = await createDeviceKeys();
		devices.push(new GroupDevice(names[at] ?? `N${at}`, keys, `review-${at}`, cables));
	}
	for (const device of devices) await device.start();
	const [owner, ...others] = devices;
	if (!owner) throw new Error('A group has an owner');
	await owner.review.share();
	for (const [at, { review, name }] of others.entries()) {
		const { device, agreement } = review.identity;
		const member = { device, agreement, name, role: roles[at + 1] ?? 'viewer' };
		await owner.review.membership.change({ kind: 'add', member });
	}
	for (const { review } of others) {
		await review.membership.join(owner.review.membership.chain?.statements ?? []);
	}
	for (const device of devices) await device.plugIn();
	return { cables, devices };
}

/** Delivers and waits until nothing moves any more, with the beats that find what was lost. */
export async function settle({ cables, devices }: Group, beats = 4): Promise<void> {
	for (let beat = 0; beat <= beats; beat += 1) {
		let isMoving = true;
		while (isMoving) {
			for (const { session } of devices) await session.settled();
			// Offers of links are made beside what is waited for.
			await new Promise((resolve) => setImmediate(resolve));
			for (const { session } of devices) await session.settled();
			isMoving = cables.deliverAll() > 0;
			for (const { session } of devices) await session.settled();
			isMoving ||= cables.waiting.length > 0;
		}
		if (beat < beats) for (const { time } of devices) time.turn(10_001);
	}
}
