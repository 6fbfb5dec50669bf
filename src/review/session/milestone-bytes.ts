/**
 * The bytes that milestones name: what is missing here is asked for, what others ask for is sent, and
 * stores are given what they lack. Nothing is kept that no milestone names, or whose SHA-256 is another
 * one (SPEC P-22).
 */
import { mayEdit } from '../../model/review/member.ts';
import type { Frame } from '../carrier.ts';
import type { Refusal } from '../frame.ts';
import type { ReviewLog } from '../log/review-log.ts';
import { EarlyFrames } from './early-frames.ts';
import { FileParts, greatestFile, partsOf, readPart, type FilePart } from './file-parts.ts';
import { mostWants } from './have.ts';
import type { Heard } from './incoming.ts';
import { isPeers, type Link } from './link.ts';
import type { Membership } from './membership.ts';
import type { MilestoneStock } from './milestone-stock.ts';
import type { Outlet } from './outlet.ts';
import type { SessionTimer } from './session-timer.ts';
import type { UnderWay } from './under-way.ts';

export interface MilestoneBytesParts {
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly stock: MilestoneStock;
	readonly outlet: Outlet;
	readonly underWay: UnderWay;
	readonly timer: SessionTimer;
	readonly links: () => Iterable<Link>;
	readonly refuse: (refusal: Refusal, link: Link, from: string) => void;
	readonly forget: (heard: Heard) => void;
}

/** So long a part is waited for before the bytes are asked for again, milliseconds. */
const patience = 30_000;
/** The same bytes are sent over a link so often at most, milliseconds. */
const sendingPause = 60_000;

/** What is under way between this device and one link. */
class Errand {
	/** When the other side was asked for each. */
	readonly asked = new Map<string, number>();
	/** What the other side asked for and was not sent yet. */
	readonly owed = new Set<string>();
	readonly sentAt = new Map<string, number>();
	isSending = false;
	/** Parts seen in a store, by who wrote them and when. */
	readonly seen = new Map<string, Set<number>>();
}

export class MilestoneBytes {
	readonly #parts: MilestoneBytesParts;
	readonly #errands = new WeakMap<Link, Errand>();
	readonly #gathering = new FileParts();
	/** Parts of what no milestone that has come by now names, as stores know no order. */
	readonly #early: EarlyFrames;
	readonly #stop: () => void;

	constructor(parts: MilestoneBytesParts) {
		this.#parts = parts;
		this.#early = new EarlyFrames((heard) => {
			parts.forget(heard);
			parts.refuse('gap', heard.link, heard.signer);
		});
		this.#stop = parts.log.subscribe((entries) => {
			if (entries.some(({ body }) => body.kind === 'milestone')) this.beat();
		});
		this.beat();
	}

	close(): void {
		this.#stop();
	}

	/** Finds out what is here by now, as another tab or a milestone may have brought it. */
	beat(): void {
		this.#parts.underWay.do(async () => {
			await this.#parts.stock.look();
			await this.#goOn();
		});
	}

	/** What a link is asked for now: SHA-256 of each, the newest first. */
	wantsOf(link: Link): readonly string[] {
		// Tabs of one browser keep their files together.
		if (!isPeers(link) || link.carrier.skipsDocument === true) return [];
		const now = this.#parts.timer.now();
		const { asked } = this.#errandOf(link);
		const isDue = (digest: string): boolean => {
			const times = [asked.get(digest), this.#gathering.lastAt(digest)];
			return times.every((at) => at === undefined || now - at >= patience);
		};
		const wants = this.#parts.stock.missing
			.filter(({ digest, bytes }) => bytes <= greatestFile && isDue(digest))
			.slice(0, mostWants)
			.map(({ digest }) => digest);
		for (const digest of wants) asked.set(digest, now);
		return wants;
	}

	/** Sends a link what it asked for, as soon as it is here: editors do. */
	owe(link: Link, wants: readonly string[]): void {
		if (link.carrier.skipsDocument === true) return;
		const { owed, sentAt } = this.#errandOf(link);
		const named = new Set(this.#parts.stock.named.map(({ digest }) => digest));
		const now = this.#parts.timer.now();
		for (const digest of wants) {
			const at = sentAt.get(digest);
			if (named.has(digest) && (at === undefined || now - at >= sendingPause)) owed.add(digest);
		}
		this.#parts.underWay.do(() => this.#pay(link));
	}

	/** Takes a part that an editor sent. */
	async hear(heard: Heard): Promise<void> {
		const { body, link, signer } = heard;
		const { stock } = this.#parts;
		const part = readPart(body);
		if (!part) {
			this.#parts.refuse('malformed', link, signer);
			return;
		}
		if (!isPeers(link)) this.#noteInStore(heard, part);
		await stock.look();
		const isNamed = stock.isNamed(part.digest);
		const isAsked = this.#errandOf(link).asked.has(part.digest);
		if (isPeers(link) && !(isNamed && isAsked)) this.#parts.refuse('not-allowed', link, signer);
		else if (!isNamed) this.#early.add(heard, { at: part.part, isTrusted: true });
		else if (!stock.holds(part.digest)) await this.#gather(heard, part);
	}

	/** Gives a store what it lacks; false where it could not be handed over. */
	async keepIn(link: Link): Promise<boolean> {
		if (!mayEdit(this.#parts.membership.role)) return true;
		await this.#parts.stock.look();
		for (const digest of this.#parts.stock.forStores) {
			if (!link.files.has(digest) && !(await this.#send(link, digest))) return false;
		}
		return true;
	}

	/** What of it is here, in frames: for a file, or a store. */
	async *everything(): AsyncIterable<Frame> {
		if (!mayEdit(this.#parts.membership.role)) return;
		await this.#parts.stock.look();
		for (const digest of this.#parts.stock.forStores) {
			for (const body of partsOf(digest, await this.#parts.stock.bytesOf(digest))) {
				const frame = await this.#parts.outlet.seal('file', 'review', body);
				if (frame) yield frame;
			}
		}
	}

	/** True where a store holds what could not be put together here yet. */
	get hasUnread(): boolean {
		const links = [...this.#parts.links()].filter((link) => !isPeers(link));
		const isHere = (digest: string): boolean => this.#parts.stock.holds(digest);
		return this.#early.count > 0 || !links.every(({ files }) => [...files].every(isHere));
	}

	async #gather(heard: Heard, part: FilePart): Promise<void> {
		const { link, signer } = heard;
		const { timer, refuse, stock, underWay } = this.#parts;
		const gathered = await this.#gathering.take(signer, part, timer.now());
		if (gathered.kind === 'malformed' || gathered.kind === 'forged') {
			refuse(gathered.kind, link, signer);
		} else if (gathered.kind === 'full' && !isPeers(link)) {
			this.#early.add(heard, { at: part.part, isTrusted: true });
		} else if (gathered.kind === 'whole') {
			await stock.keep(part.digest, gathered.bytes);
			this.#gathering.drop(part.digest);
			underWay.do(() => this.#goOn());
		}
	}

	/** What came makes more possible: parts that waited, and those who asked for it. */
	async #goOn(): Promise<void> {
		for (const heard of this.#early.take()) await this.hear(heard);
		for (const link of this.#parts.links()) await this.#pay(link);
	}

	/** One file after the other, so that the rest is not held up. */
	async #pay(link: Link): Promise<void> {
		const errand = this.#errandOf(link);
		if (errand.isSending || !mayEdit(this.#parts.membership.role)) return;
		errand.isSending = true;
		try {
			for (;;) {
				const digest = [...errand.owed].find((each) => this.#parts.stock.holds(each));
				if (digest === undefined || !link.isUp) return;
				if (!(await this.#send(link, digest))) return;
				errand.owed.delete(digest);
				errand.sentAt.set(digest, this.#parts.timer.now());
			}
		} finally {
			errand.isSending = false;
		}
	}

	async #send(link: Link, digest: string): Promise<boolean> {
		const bytes = await this.#parts.stock.bytesOf(digest);
		for (const body of partsOf(digest, bytes)) {
			if (!(await this.#parts.outlet.say(link, 'file', 'review', body, 'bulk'))) return false;
		}
		if (bytes.length > 0) link.files.add(digest);
		return true;
	}

	#noteInStore({ signer, epoch, link }: Heard, { digest, part, of }: FilePart): void {
		const { seen } = this.#errandOf(link);
		const key = `${signer} ${epoch} ${digest}`;
		const parts = (seen.get(key) ?? new Set()).add(part);
		seen.set(key, parts);
		if (parts.size >= of) link.files.add(digest);
	}

	#errandOf(link: Link): Errand {
		const errand = this.#errands.get(link) ?? new Errand();
		this.#errands.set(link, errand);
		return errand;
	}
}
