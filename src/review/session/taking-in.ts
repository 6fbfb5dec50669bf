/**
 * Takes in what others sent and may say: updates after the scratch copy has proved them, entries after
 * their chains have, words of presence, and member lists. What is news is passed on as it came.
 */
import * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import type { ReviewEntry } from '../../model/review/entry.ts';
import { mayEdit, type DeviceId } from '../../model/review/member.ts';
import { roleOf } from '../../model/review/roster.ts';
import type { Frame } from '../carrier.ts';
import type { Refusal } from '../frame.ts';
import type { ReviewLog } from '../log/review-log.ts';
import { AdmittingEntries } from './admitting-entries.ts';
import type { DocumentGuard } from './document-guard.ts';
import { EarlyFrames } from './early-frames.ts';
import { readEntries } from './entries-body.ts';
import type { Heard } from './incoming.ts';
import type { KeptRemovals } from './kept-removals.ts';
import { isPeers, type Link } from './link.ts';
import { MassRemovals, type AskMass } from './mass-removals.ts';
import type { Membership } from './membership.ts';
import { MergingUpdates } from './merging-updates.ts';
import type { Outlet } from './outlet.ts';
import type { PresenceBoard } from './presence-board.ts';
import type { SessionTimer } from './session-timer.ts';
import type { UnderWay } from './under-way.ts';

export interface TakingInParts {
	readonly doc: Y.Doc;
	readonly guard: DocumentGuard;
	readonly kept: KeptRemovals;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly outlet: Outlet;
	readonly underWay: UnderWay;
	readonly presence: PresenceBoard;
	readonly clock: Clock;
	readonly timer: SessionTimer;
	readonly askMass: AskMass;
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
	/** Changes that remove much, and what became of them. */
	readonly removals: MassRemovals;
	readonly #updates: MergingUpdates;
	readonly #entries: AdmittingEntries;
	#merging: Promise<void> = Promise.resolve();
	/** Apart from the document, where a question to the person may hold up everything. */
	#admitting: Promise<void> = Promise.resolve();
	#waiting = 0;
	/** True where something was taken since those that came early were heard last. */
	#hasNews = false;

	constructor(parts: TakingInParts) {
		this.#parts = parts;
		this.#early = new EarlyFrames((heard) => {
			parts.forget(heard);
			parts.refuse('gap', heard.link, heard.signer);
		});
		const wait = (heard: Heard): void => this.#wait(heard);
		const onNews = (): void => {
			this.#hasNews = true;
			parts.onChanged();
		};
		this.removals = new MassRemovals({ ...parts, hear: (heard) => this.update(heard) });
		this.#updates = new MergingUpdates({ ...parts, removals: this.removals, wait, onNews });
		this.#entries = new AdmittingEntries({ ...parts, wait, onNews });
	}

	/** True while something that came is not merged or refused yet. */
	get isBusy(): boolean {
		return this.#waiting > 0;
	}

	/** How many updates brought something new. */
	get changes(): number {
		return this.#updates.changes;
	}

	/** How many entries came that were not here. */
	get entriesTaken(): number {
		return this.#entries.taken;
	}

	/** Frames that wait: for what they build on, or for a word of the person. */
	get waiting(): number {
		return this.#early.count + this.removals.left.length;
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
			const checked = this.#updates.check(heard);
			this.#merging = this.#after(this.#merging, async () =>
				this.#updates.merge(heard, await checked),
			);
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
		this.#admitting = this.#after(this.#admitting, () => this.#entries.admit(heard, read.entries));
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
