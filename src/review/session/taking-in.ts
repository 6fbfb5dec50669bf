/**
 * Takes in what others sent and may say: updates after the scratch copy has proved them, entries after
 * their chains have, words of presence, and member lists. What is news is passed on as it came.
 */
import * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import type { ReviewEntry } from '../../model/review/entry.ts';
import { mayEdit, type DeviceId } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import { mergeUpdate } from '../../workbook/merge-update.ts';
import { PeerOrigin } from '../../workbook/peer-origin.ts';
import type { Frame } from '../carrier.ts';
import type { Refusal } from '../frame.ts';
import { refusedByRoster } from '../log/admission.ts';
import type { LogHeads, ReviewLog } from '../log/review-log.ts';
import type { DocumentGuard, MassDeletion, TakeOutcome } from './document-guard.ts';
import { EarlyFrames } from './early-frames.ts';
import { readEntries } from './entries-body.ts';
import type { Heard } from './incoming.ts';
import { isPeers, type Link } from './link.ts';
import type { Membership } from './membership.ts';
import type { Outlet } from './outlet.ts';
import type { PresenceBoard } from './presence-board.ts';
import type { SessionTimer } from './session-timer.ts';
import type { UnderWay } from './under-way.ts';

export interface TakingInParts {
	readonly doc: Y.Doc;
	readonly guard: DocumentGuard;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly outlet: Outlet;
	readonly underWay: UnderWay;
	readonly presence: PresenceBoard;
	readonly clock: Clock;
	readonly timer: SessionTimer;
	readonly askMass: (from: DeviceId, mass: MassDeletion) => Promise<boolean>;
	readonly refuse: (refusal: Refusal, link: Link, from: DeviceId) => void;
	/** True where the link is not being sent all it lacks just now, so that nothing may overtake that. */
	readonly mayPass: (link: Link) => boolean;
	/** What was refused is heard if it comes again. */
	readonly forget: (heard: Heard) => void;
	/** Sends every link what it lacks. */
	readonly catchUpAll: () => Promise<void>;
	/** A device contradicts itself. */
	readonly onFork: (entry: ReviewEntry, link: Link) => void;
	/** Asks a link for what is missing here. */
	readonly ask: (link: Link) => void;
	readonly onChanged: () => void;
	readonly onProblem: (text: string) => void;
}

export class TakingIn {
	readonly #parts: TakingInParts;
	readonly #early: EarlyFrames;
	#changes = 0;
	#checking: Promise<unknown> = Promise.resolve();
	#merging: Promise<void> = Promise.resolve();
	/** Apart from the document, where a question to the person may hold up everything. */
	#admitting: Promise<void> = Promise.resolve();
	#waiting = 0;
	/** Removals of records that the person did not want. */
	readonly #declined = new Set<string>();
	/** True where something was taken since those that came early were heard last. */
	#hasNews = false;

	constructor(parts: TakingInParts) {
		this.#parts = parts;
		this.#early = new EarlyFrames((heard) => {
			parts.forget(heard);
			parts.refuse('gap', heard.link, heard.signer);
		});
	}

	/** True while something that came is not merged or refused yet. */
	get isBusy(): boolean {
		return this.#waiting > 0;
	}

	/** How many updates brought something new. */
	get changes(): number {
		return this.#changes;
	}

	/** Frames that wait for what they build on. */
	get early(): number {
		return this.#early.count;
	}

	/** Resolves when every update that came by now is merged or refused. */
	get settled(): Promise<void> {
		return this.#settled();
	}

	/** An update of the document: only editors change it. */
	update(heard: Heard): void {
		const { signer, link } = heard;
		const { membership, refuse } = this.#parts;
		// It may have waited while its sender's role changed.
		if (!mayEdit(roleOf(membership.roster, signer))) refuse('not-allowed', link, signer);
		else {
			const checked = this.#check(heard);
			this.#merging = this.#after(this.#merging, async () => this.#merge(heard, await checked));
		}
	}

	/** Entries, each of its own author; whoever may read them may pass them on. */
	entries(heard: Heard): void {
		const { body, channel, signer, link } = heard;
		const read = readEntries(body);
		if (!read || read.entries.some((entry) => entry.channel !== channel)) {
			this.#parts.refuse('malformed', link, signer);
			return;
		}
		if (read.newer > 0) this.#parts.refuse('newer', link, signer);
		this.#admitting = this.#after(this.#admitting, () => this.#admit(heard, read.entries));
	}

	presence(heard: Heard): void {
		const { signer, frame, link } = heard;
		const { clock, timer, outlet, underWay, refuse } = this.#parts;
		const refusal = this.#parts.presence.take(signer, heard, clock.now(), timer.now());
		if (refusal) refuse(refusal, link, signer);
		else underWay.do(() => outlet.passOn(frame, 'review', link, 'live', isPeers));
	}

	async takeParcel(frame: Frame, link: Link): Promise<Refusal | undefined> {
		const { membership } = this.#parts;
		const { outcome, length } = await membership.take(frame);
		if (outcome !== 'known' && outcome !== 'news') return outcome;
		// A store says what it has only by what is read from it.
		const { standing } = membership;
		if (!isPeers(link) && length === standing.length) link.roster = standing;
		if (outcome === 'known') return undefined;
		await this.#parts.outlet.passOn(frame, 'review', link, 'bulk');
		return undefined;
	}

	async #settled(): Promise<void> {
		// What waited for something is heard once that was taken.
		for (let isMore = true; isMore;) {
			const [merging, admitting] = [this.#merging, this.#admitting];
			await merging;
			await admitting;
			isMore = merging !== this.#merging || admitting !== this.#admitting;
		}
	}

	/** One after the other: what comes next may build on it. */
	#after(last: Promise<void>, work: () => Promise<void>): Promise<void> {
		this.#waiting += 1;
		return last
			.then(() => this.#parts.underWay.finished(work))
			.then(() => {
				this.#waiting -= 1;
				if (this.#waiting === 0 && this.#hasNews) this.#hearEarly();
			});
	}

	/** An update is checked, by a worker, while the one before it is merged. */
	#check({ body, signer }: Heard): Promise<TakeOutcome> {
		const check = (): Promise<TakeOutcome> =>
			this.#parts.guard.take(body, (mass) => this.#mayRemove(signer, mass));
		const checked = this.#checking.then(check);
		// Whoever merges hears of a failure.
		this.#checking = checked.catch(() => undefined);
		return checked;
	}

	async #merge(heard: Heard, outcome: TakeOutcome): Promise<void> {
		const { body, signer, frame, link } = heard;
		const { doc, refuse, outlet, onChanged } = this.#parts;
		if (outcome.kind === 'refused') {
			if (outcome.refusal === 'gap') this.#wait(heard);
			else refuse(outcome.refusal, link, signer);
			return;
		}
		if (outcome.kind === 'left') return;
		const isNews = mergeUpdate(doc, body, new PeerOrigin(signer));
		link.noteVector(outcome.upTo);
		if (!isNews) return;
		this.#changes += 1;
		this.#hasNews = true;
		onChanged();
		await outlet.passOn(frame, 'review', link, 'bulk', (other) => {
			const takes = this.#parts.mayPass(other) && other.carrier.skipsDocument !== true;
			if (takes) other.noteVector(outcome.upTo);
			return takes;
		});
	}

	async #admit(heard: Heard, entries: readonly ReviewEntry[]): Promise<void> {
		const { channel, frame, link, signer } = heard;
		const { log, membership, onProblem, refuse, outlet, onChanged } = this.#parts;
		const admitted = await log.admit(entries, (entry) => refusedByRoster(entry, membership.roster));
		if (!admitted.ok) {
			onProblem(admitted.problems.map(({ text }) => text).join(' '));
			return;
		}
		const { taken, refused } = admitted.value;
		for (const { entry, refusal } of refused) {
			// Only of a contradiction is it certain that the author wrote it.
			if (refusal !== 'gap') refuse(refusal, link, refusal === 'fork' ? entry.author : signer);
			if (refusal === 'fork') this.#parts.onFork(entry, link);
		}
		const notTaken = new Set(refused.map(({ entry }) => entry));
		link.noteHeads(headsOf(entries.filter((entry) => !notTaken.has(entry))));
		const isBad = refused.some(({ refusal }) => refusal !== 'gap');
		// It would be refused again each time it is heard.
		if (isBad) this.#parts.forget(heard);
		else if (notTaken.size > 0) this.#wait(heard);
		if (taken.length === 0) return;
		this.#hasNews = true;
		onChanged();
		// Who passed on what others refuse would be taken for its sender.
		if (isBad) await this.#parts.catchUpAll();
		else
			await outlet.passOn(frame, channel, link, 'bulk', (other) => {
				const takes = this.#parts.mayPass(other);
				if (takes) other.noteHeads(headsOf(taken));
				return takes;
			});
	}

	/** Asks the person, once for the same records: what was declined is sent again and again. */
	async #mayRemove(from: DeviceId, mass: MassDeletion): Promise<boolean> {
		if (this.#declined.has(mass.records)) return false;
		const isTaken = await this.#parts.askMass(from, mass);
		if (!isTaken) this.#declined.add(mass.records);
		return isTaken;
	}

	/** Keeps what came too early, and asks for what it builds on. */
	#wait(heard: Heard): void {
		const isTrusted = mayEdit(roleOf(this.#parts.membership.roster, heard.signer));
		this.#early.add(heard, { at: placeOf(heard), isTrusted });
		this.#parts.ask(heard.link);
	}

	#hearEarly(): void {
		this.#hasNews = false;
		for (const heard of this.#early.take()) {
			if (heard.kind === 'update') this.update(heard);
			else this.entries(heard);
		}
	}
}

/** Where a frame stands among those of its writer: what builds on others comes after them. */
function placeOf({ kind, body }: Heard): number {
	if (kind === 'update') return Math.min(...Y.parseUpdateMeta(body).from.values());
	return readEntries(body)?.entries[0]?.seq ?? 0;
}

function headsOf(entries: readonly ReviewEntry[]): LogHeads {
	const heads: Record<string, number> = {};
	for (const { author, channel, seq } of entries) {
		const key = `${author}.${channel}`;
		heads[key] = Math.max(heads[key] ?? 0, seq);
	}
	return heads;
}
