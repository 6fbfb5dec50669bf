/**
 * The review of one open workbook: its log, its member list, and, once it is shared, the session that
 * keeps it in step with others. What screens do with a review begins here.
 */
import type * as Y from 'yjs';
import type { Clock } from '../base/clock.ts';
import { Listeners } from '../base/observable.ts';
import { refused, type Result } from '../base/result.ts';
import type { EntryBody, ReviewEntry } from '../model/review/entry.ts';
import type { Channel, DeviceId, Role } from '../model/review/member.ts';
import { mayWrite } from '../model/review/may-write.ts';
import { roleOf, type RosterChange } from '../model/review/roster.ts';
import { contentDigestWithout } from '../workbook/content-digest.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { MassQuestions, type MassQuestion } from './mass-questions.ts';
import type { DocumentGuard } from './session/document-guard.ts';
import { identityOf, type DeviceIdentity } from './keys/device-keys.ts';
import { ReviewLog } from './log/review-log.ts';
import type { ReviewStore, StoredReview } from './review-store.ts';
import { keptMarks, KeptRemovals } from './session/kept-removals.ts';
import { Membership } from './session/membership.ts';
import { ReviewSession } from './session/review-session.ts';
import type { SessionTimer } from './session/session-timer.ts';

export interface ReviewParts {
	readonly doc: Y.Doc;
	readonly store: ReviewStore;
	readonly stored: StoredReview;
	readonly clock: Clock;
	readonly timer: SessionTimer;
	/** What the person is called now. */
	readonly name: () => string;
	/** Makes the scratch copy when the first session begins. */
	readonly makeGuard: () => DocumentGuard;
	/** Lets the page breathe between two steps of long work. */
	readonly pause: () => Promise<void>;
	/** The same for work that nobody waits for: everything else comes first. */
	readonly quiet: () => Promise<void>;
	readonly onProblem: (text: string) => void;
}

export class Review {
	readonly identity: DeviceIdentity;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly store: ReviewStore;
	/** What others removed and this person kept. */
	readonly kept: KeptRemovals;
	readonly #parts: ReviewParts;
	readonly #listeners = new Listeners();
	readonly #questions = new MassQuestions(() => this.#listeners.call());
	readonly #stops: (() => void)[];
	#isCopyAlone = false;
	#session: ReviewSession | undefined;

	private constructor(parts: ReviewParts) {
		const { store, stored, clock, name } = parts;
		this.#parts = parts;
		this.store = store;
		this.identity = identityOf(stored.keys);
		this.kept = new KeptRemovals(parts.doc, store, parts.onProblem);
		this.membership = new Membership(store, this.identity, clock, stored.reviewId);
		this.log = new ReviewLog({
			...{ store, clock, name, identity: this.identity },
			scope: () => this.membership.reviewId,
			returnsOf: (...chain) => this.membership.returnsOf(...chain),
		});
		this.#stops = [
			store.onElsewhere(({ entries, rosterChanged, marked }) => {
				if (marked === keptMarks) void this.kept.open();
				if (rosterChanged) void this.#rosterElsewhere();
				void this.log.takeStored(entries);
			}),
			this.kept.subscribe(() => this.#questions.answerKept(this.kept.ranges)),
			() => this.kept.close(),
		];
	}

	/** Takes what stands stored, checking all of it. */
	static async open(parts: ReviewParts): Promise<Review> {
		const review = new Review(parts);
		await review.kept.open();
		await review.membership.open(parts.stored.statements);
		await review.log.open(parts.stored.entries, parts.pause);
		const { copiedAt } = parts.stored;
		review.#isCopyAlone =
			copiedAt !== undefined && (await parts.store.marksOf(metSinceCopy)) !== copiedAt;
		return review;
	}

	/**
	 * This device's role: who shares with nobody is the owner of all; undefined for whoever was
	 * removed.
	 */
	get role(): Role | undefined {
		return this.membership.roster ? this.membership.role : 'owner';
	}

	/** What this person is called. */
	get name(): string {
		return this.#parts.name();
	}

	/**
	 * When the copy was saved that this workbook was opened from (ISO 8601), while this device may have
	 * gone on elsewhere since without this copy having heard of it, and there are others to hear it
	 * from. What is written meanwhile may contradict what was written there.
	 */
	get mayFork(): string | undefined {
		const { device } = this.identity;
		const others = this.membership.roster?.members.filter(
			(member) => member.device !== device && !member.removedAt,
		);
		return this.#isCopyAlone && others?.length ? this.#parts.stored.copiedAt : undefined;
	}

	/** The present instant, ISO 8601. */
	now(): string {
		return this.#parts.clock.now();
	}

	/** The session, where one has begun. */
	get session(): ReviewSession | undefined {
		return this.#session;
	}

	/** Changes that remove much and wait for a word, oldest first. */
	get questions(): readonly MassQuestion[] {
		return this.#questions.all;
	}

	/** Writes an entry of this person, or says why not. */
	async write(
		body: EntryBody,
		channel: Channel = body.kind === 'note' ? 'team' : 'review',
	): Promise<Result<ReviewEntry, PortProblem>> {
		const { role } = this;
		if (!role) return refused({ text: removedText });
		if (!mayWrite(role, { channel, body })) {
			return refused({
				text: `This is not for a ${role} to write. Ask an owner for another role.`,
			});
		}
		return this.log.write(channel, body);
	}

	/** Begins the member list, with this device as its owner; does nothing where there is one. */
	async share(): Promise<Result<void, PortProblem>> {
		return this.membership.found(this.#parts.name());
	}

	/** Gives a member another role, which is heard of wherever they write. */
	changeRole(device: DeviceId, role: Role): Promise<Result<void, PortProblem>> {
		return this.#change({ kind: 'role', device, role, heads: this.#headsOf(device) });
	}

	/** Removes a member: new keys, which they are not given; what they wrote by now counts. */
	remove(device: DeviceId): Promise<Result<void, PortProblem>> {
		return this.#change({ kind: 'remove', device, heads: this.#headsOf(device) });
	}

	/** The session, begun where there was none. Only for a workbook that is shared. */
	begin(): ReviewSession {
		if (this.#session) return this.#session;
		const { doc, makeGuard, clock, timer, quiet, onProblem } = this.#parts;
		const { kept } = this;
		const session = new ReviewSession({
			...{ doc, kept, clock, timer, onProblem, identity: this.identity },
			...{ log: this.log, membership: this.membership, guard: makeGuard(), store: this.store },
			async digests() {
				const { maps } = await contentDigestWithout(doc, () => kept.leftOut, quiet);
				return Object.fromEntries(maps);
			},
			askMass: (from, mass) => this.#questions.ask(from, mass),
		});
		this.#session = session;
		this.#stops.push(session.subscribe(() => this.#met(session)));
		this.#listeners.call();
		return session;
	}

	/** True for a present member. */
	isMember(device: DeviceId): boolean {
		return roleOf(this.membership.roster, device) !== undefined;
	}

	/** Called when a session begins, or a question comes or goes. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	async close(): Promise<void> {
		for (const stop of this.#stops) stop();
		this.#questions.close();
		await this.#session?.close();
		this.store.close();
	}

	#met({ hasHeardOfSelf }: ReviewSession): void {
		if (!this.#isCopyAlone || !hasHeardOfSelf) return;
		this.#isCopyAlone = false;
		// Not kept, it is asked for once more at the next opening.
		void this.store.saveMarks({ store: metSinceCopy, marks: this.#parts.stored.copiedAt });
		this.#listeners.call();
	}

	#change(change: RosterChange): Promise<Result<void, PortProblem>> {
		return this.membership.change(change);
	}

	#headsOf(device: DeviceId): { readonly review: number; readonly team: number } {
		return { review: this.log.headOf(device, 'review'), team: this.log.headOf(device, 'team') };
	}

	async #rosterElsewhere(): Promise<void> {
		const read = await this.store.read();
		if (read.ok) await this.membership.join(read.value.statements);
		else this.#parts.onProblem(read.problems.map(({ text }) => text).join(' '));
	}
}

/** Names the mark that a copy has met others: the time at which the copy was saved. */
const metSinceCopy = 'met-since-copy';

const removedText =
	'You were removed from this review, so nothing you write would reach the others. What you have stays here.';
