/**
 * What devices tell one another of what they have, so that each can send the rest: when they meet,
 * when something is missing, and at every beat. Copies that have seen the same are compared.
 */
import * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import type { DeviceId } from '../../model/review/member.ts';
import type { Refusal } from '../frame.ts';
import { countedHeads } from '../log/admission.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import type { ReviewLog } from '../log/review-log.ts';
import type { CatchingUp } from './catching-up.ts';
import type { CopyComparison } from './copy-comparison.ts';
import type { DeletionsHash } from './deletions-hash.ts';
import { readHave, writeHave, type Have } from './have.ts';
import type { Heard } from './incoming.ts';
import { exceeds, exceedsHeads, type Link } from './link.ts';
import type { KeptRemovals } from './kept-removals.ts';
import type { Membership } from './membership.ts';
import type { MilestoneBytes } from './milestone-bytes.ts';
import type { Outlet } from './outlet.ts';
import type { UnderWay } from './under-way.ts';

export interface HaveTalkParts {
	readonly doc: Y.Doc;
	readonly kept: KeptRemovals;
	readonly deletions: DeletionsHash;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly identity: Pick<DeviceIdentity, 'device'>;
	readonly clock: Clock;
	/** SHA-256 of the content of each shared map. */
	readonly digests: () => Promise<Readonly<Record<string, string>>>;
	readonly outlet: Outlet;
	readonly underWay: UnderWay;
	readonly catchingUp: CatchingUp;
	readonly comparison: CopyComparison;
	readonly milestones: MilestoneBytes;
	/** True while something that came is not merged or refused yet. */
	readonly isTakingIn: () => boolean;
	readonly refuse: (refusal: Refusal, link: Link, from: DeviceId) => void;
	/** A link said whose it is. */
	readonly onMet: (link: Link) => void;
	/** Another device knows no more of this device's entries than this device itself. */
	readonly onHeardOfSelf: () => void;
}

type HaveOfAll = Omit<Have, 'heads' | 'wants'>;

export class HaveTalk {
	readonly #parts: HaveTalkParts;
	/** Counts the updates of the document. */
	#version = 0;

	constructor(parts: HaveTalkParts) {
		this.#parts = parts;
		parts.doc.on('update', this.#onUpdate);
	}

	close(): void {
		this.#parts.doc.off('update', this.#onUpdate);
	}

	readonly #onUpdate = (): void => void (this.#version += 1);

	/** Asks a link for what is missing here, by saying what is not. */
	async ask(link: Link): Promise<void> {
		if (!link.isUp || link.carrier.keeps === 'store') return;
		await this.tell(link, await this.have({ asks: true }));
	}

	/** Asks where no answer is on its way yet, however often something calls for it. */
	askOnce(link: Link): void {
		if (link.isAsked) return;
		link.isAsked = true;
		this.#parts.underWay.do(() => this.ask(link));
	}

	/** Tells a link what this device has, and proves to it that this is no recording. */
	async tell(link: Link, have: HaveOfAll): Promise<void> {
		const { log, membership, catchingUp, outlet, milestones } = this.#parts;
		// How much the team has written is the team's too.
		const heads = countedHeads(log.heads, membership.roster, catchingUp.channelsOf(link));
		const { challenge, theirChallenge: echo } = link;
		const wants = milestones.wantsOf(link);
		const body = writeHave({
			...{ ...have, heads, challenge },
			...(echo === undefined ? {} : { echo }),
			...(wants.length > 0 ? { wants: [...wants] } : {}),
		});
		await outlet.say(link, 'have', 'review', body, 'live');
	}

	/** What there is here, without the entries: of those everybody is told what they may see. */
	async have({ asks = false, withDigests = false } = {}): Promise<HaveOfAll> {
		const { doc, membership, kept, deletions } = this.#parts;
		const version = this.#version;
		const digests = withDigests ? await this.#parts.digests() : undefined;
		// Whatever changed while they were worked out makes them those of neither state.
		const isCurrent = version === this.#version;
		const vector = Y.encodeStateVector(doc) as Uint8Array<ArrayBuffer>;
		// Both of the same moment: the hash is of what stands when it is asked for.
		const deletes = await deletions.current;
		return {
			...{ vector, deletes, roster: membership.standing, asks },
			...(kept.records > 0 ? { kept: kept.records } : {}),
			...(digests && isCurrent ? { digests } : {}),
		};
	}

	/** Hears what another side has: answers where asked, and sends it what it lacks. */
	async hear({ body, signer, link }: Heard): Promise<void> {
		const have = readHave(body);
		if (!have) {
			this.#parts.refuse('malformed', link, signer);
			return;
		}
		link.isAsked = false;
		const isNewChallenge = link.theirChallenge !== have.challenge;
		link.theirChallenge = have.challenge;
		// Only who says our number again is there; anything else may be a recording of somebody.
		if (have.echo === link.challenge && link.device !== signer) {
			link.device = signer;
			this.#parts.onMet(link);
		}
		link.learn(have);
		const { doc, log, identity } = this.#parts;
		const own = Object.entries(have.heads).filter(([key]) => key.startsWith(`${identity.device}.`));
		if (signer !== identity.device && !exceedsHeads(Object.fromEntries(own), log.heads))
			this.#parts.onHeardOfSelf();
		this.#parts.comparison.noteKept(signer, have.kept ?? 0);
		if (have.asks) {
			await this.tell(link, await this.have());
		} else {
			const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
			const isBehind = exceeds(link.vector, ours) || exceedsHeads(have.heads, log.reach);
			// What is on its way explains it the first time, and what waits to be taken at any time.
			if (isBehind && link.wasAhead && !link.wasAskedForMore && !this.#parts.isTakingIn()) {
				link.wasAskedForMore = true;
				this.#parts.underWay.do(() => this.ask(link));
			}
			link.wasAhead = isBehind;
			// Whoever answers waits to hear their number again; who asked did so before we listened.
			if (isNewChallenge) this.#parts.underWay.do(async () => this.tell(link, await this.have()));
		}
		this.#parts.underWay.do(() => this.#parts.catchingUp.catchUp(link));
		if (have.wants) this.#parts.milestones.owe(link, have.wants);
		if (have.digests) this.#parts.underWay.do(() => this.#compare(signer, have));
	}

	async #compare(device: DeviceId, have: Have): Promise<void> {
		const { digests, clock } = this.#parts;
		if (!(await this.#isAsTheirs(have))) return;
		const ours = await digests();
		// Whatever changed while ours were worked out makes them no answer.
		if (!have.digests || !(await this.#isAsTheirs(have))) return;
		this.#parts.comparison.compare(device, ours, have.digests, clock.now());
	}

	async #isAsTheirs({ vector, deletes }: Have): Promise<boolean> {
		const { doc, deletions } = this.#parts;
		const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
		const theirs = Y.decodeStateVector(vector);
		if (exceeds(ours, theirs) || exceeds(theirs, ours)) return false;
		return (await deletions.current) === deletes;
	}
}
