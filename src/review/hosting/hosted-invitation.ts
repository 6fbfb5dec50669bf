/**
 * An invitation that this person made, from its code to the newcomer's first word: the connection it
 * opens, the answer that was pasted, the comparison of words, the approval, the welcome. The link of
 * somebody who is not let in yet is held apart from the session; all that is said over it is that
 * words are being compared, and that they were not let in.
 */
import type { Clock } from '../../base/clock.ts';
import { Listeners } from '../../base/observable.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { Role } from '../../model/review/member.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { Frame } from '../carrier.ts';
import type { PendingOffer } from '../carriers/rtc/pending-link.ts';
import type { RtcCarrier } from '../carriers/rtc/rtc-carrier.ts';
import type { Timer } from '../carriers/timer.ts';
import { Invitation, type Newcomer } from '../invite/invitation.ts';
import { joinFragment } from '../invite/invite-code.ts';
import type { Review } from '../review.ts';
import { hostingWords } from './hosting-words.ts';

export type HostedState =
	| { readonly kind: 'open' }
	/** Nobody answered in time. */
	| { readonly kind: 'expired' }
	/** The words are to be compared. `isLinked`: the newcomer has been told so. */
	| { readonly kind: 'answered'; readonly newcomer: Newcomer; readonly isLinked: boolean }
	| { readonly kind: 'connecting'; readonly newcomer: Newcomer }
	| { readonly kind: 'joined'; readonly newcomer: Newcomer }
	/** `isMember`: they stand in the member list all the same. */
	| { readonly kind: 'failed'; readonly text: string; readonly isMember: boolean }
	/** Taken back, or nobody was let in. */
	| { readonly kind: 'ended' };

/** How long a newcomer waits while words are compared, in milliseconds. */
const comparing = 60 * 60_000;

export interface HostingParts {
	readonly review: Review;
	readonly rtc: RtcCarrier;
	readonly clock: Clock;
	readonly timer: Timer;
	/** What the workbook is called here: shown to the newcomer. */
	readonly workbookName: () => string;
}

export class HostedInvitation {
	readonly role: Role;
	/** ISO 8601. */
	readonly expires: string;
	/** What the newcomer pastes. */
	readonly code: string;
	readonly #parts: HostingParts;
	readonly #invitation: Invitation;
	readonly #offer: PendingOffer;
	readonly #listeners = new Listeners();
	#state: HostedState = { kind: 'open' };
	#stopWaiting: () => void;
	/** The link to whoever answered, once it stands. */
	#link: Promise<Result<string, PortProblem>> | undefined;

	private constructor(parts: HostingParts, invitation: Invitation, offer: PendingOffer) {
		this.#parts = parts;
		this.#invitation = invitation;
		this.#offer = offer;
		this.code = invitation.code;
		this.role = invitation.invite.role;
		this.expires = invitation.invite.expires;
		const left = Date.parse(this.expires) - Date.parse(parts.clock.now());
		this.#stopWaiting = parts.timer.after(left, () => this.#expire());
	}

	/** Makes a connection that waits, and a code for it. The workbook has to be shared by now. */
	static async make(
		parts: HostingParts,
		role: Role,
		expires: string,
	): Promise<Result<HostedInvitation, PortProblem>> {
		const { review, rtc } = parts;
		const { group } = review.membership;
		if (!group) return refused({ text: 'This workbook is shared with nobody yet.' });
		const offer = await rtc.offer();
		if (!offer.ok) return offer;
		const invitation = await Invitation.create({
			...{ group, identity: review.identity, role, expires, rtc: offer.value.packed },
		});
		return ok(new HostedInvitation(parts, invitation, offer.value));
	}

	/** The link that opens the app with the code; `address` is where the app is served. */
	linkAt(address: string): string {
		return `${address}${joinFragment(this.code)}`;
	}

	get state(): HostedState {
		return this.#state;
	}

	/** Takes the answer that was pasted; one that is wrong leaves all as it was. */
	async take(pasted: string): Promise<Result<Newcomer, PortProblem>> {
		const { review, clock } = this.#parts;
		const { roster } = review.membership;
		if (!roster) return refused({ text: 'This workbook is shared with nobody.' });
		const taken = await this.#invitation.take(pasted, clock.now(), roster);
		if (!taken.ok) {
			if (this.#invitation.stateAt(clock.now()) === 'expired') this.#expire();
			return taken;
		}
		const newcomer = taken.value;
		this.#wait(comparing, () => this.#giveUp());
		this.#link = this.#reach(newcomer);
		if (newcomer.isMember) {
			// A member who comes back has proved by a signature who they are.
			this.#turn({ kind: 'connecting', newcomer });
			await this.#welcome(newcomer);
		} else {
			this.#turn({ kind: 'answered', newcomer, isLinked: false });
			void this.#compare(newcomer);
		}
		return ok(newcomer);
	}

	/** The words are those that the newcomer reads out: adds them, and lets them in. */
	async approve(): Promise<Result<void, PortProblem>> {
		const state = this.#state;
		if (state.kind !== 'answered') return refused({ text: 'Nobody waits to be let in.' });
		const { member } = state.newcomer;
		const added = await this.#parts.review.membership.change({ kind: 'add', member });
		if (!added.ok) return added;
		this.#invitation.approve();
		this.#turn({ kind: 'connecting', newcomer: state.newcomer });
		await this.#welcome(state.newcomer);
		return ok(undefined);
	}

	/** Lets nobody in by this invitation. Whoever answered is told so as soon as they can be reached. */
	async decline(): Promise<void> {
		const state = this.#state;
		if (state.kind === 'connecting') {
			// They are a member by now, and only the connection is given up.
			this.#offer.cancel();
			return;
		}
		const isLinked = state.kind === 'answered' && state.isLinked;
		this.#turn({ kind: 'ended' });
		const told = this.#turnAway(await this.#invitation.decline());
		if (isLinked) await told;
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Connects with whoever answered, apart from the session. */
	#reach(newcomer: Newcomer): Promise<Result<string, PortProblem>> {
		return this.#offer.accept(newcomer.rtc, {
			// Nothing that somebody says counts before they are let in.
			frame: () => undefined,
			gone: (text) => this.#left(newcomer, text),
		});
	}

	/** Tells the newcomer that their words are being compared. */
	async #compare(newcomer: Newcomer): Promise<void> {
		const link = await this.#link;
		if (this.#state.kind !== 'answered' || !link) return;
		if (!link.ok) {
			this.#fail(textOf(link));
			return;
		}
		this.#turn({ kind: 'answered', newcomer, isLinked: true });
		await this.#say(link.value, await this.#invitation.comparing());
	}

	async #welcome(newcomer: Newcomer): Promise<void> {
		const { review, rtc, workbookName } = this.#parts;
		const link = await this.#link;
		const { chain } = review.membership;
		if (!link?.ok || !chain) {
			this.#fail(link && !link.ok ? textOf(link) : hostingWords.unlisted, true);
			return;
		}
		try {
			await rtc.send(await this.#invitation.welcome(chain, workbookName()), { to: link.value });
			rtc.admit(link.value);
			this.#turn({ kind: 'joined', newcomer });
		} catch (error) {
			this.#fail(error instanceof Error ? error.message : String(error), true);
		}
	}

	/** The link of somebody who was not let in ended. */
	#left({ member }: Newcomer, text: string): void {
		if (this.#state.kind !== 'answered' || !this.#state.isLinked) return;
		this.#fail(hostingWords.left(member.name, text));
	}

	/** Says that they were not let in, and ends the link. */
	async #turnAway(frame: Frame | undefined): Promise<void> {
		const link = frame && (await this.#link);
		if (link?.ok) await this.#say(link.value, frame);
		this.#offer.cancel();
	}

	/** Says something to somebody who may have left already. */
	async #say(link: string, frame: Frame | undefined): Promise<void> {
		if (!frame) return;
		await this.#parts.rtc.send(frame, { to: link, lane: 'live' }).catch(() => undefined);
	}

	#expire(): void {
		if (this.#state.kind !== 'open') return;
		this.#offer.cancel();
		this.#turn({ kind: 'expired' });
	}

	/** Nobody decided for so long: whoever waits may come again with another invitation. */
	#giveUp(): void {
		if (this.#state.kind !== 'answered') return;
		this.#fail(hostingWords.undecided);
	}

	#fail(text: string, isMember = false): void {
		this.#turn({ kind: 'failed', text, isMember });
		void this.#invitation.decline();
		this.#offer.cancel();
	}

	#wait(milliseconds: number, call: () => void): void {
		this.#stopWaiting();
		this.#stopWaiting = this.#parts.timer.after(milliseconds, call);
	}

	#turn(state: HostedState): void {
		if (state.kind !== 'answered' && state.kind !== 'open') this.#stopWaiting();
		this.#state = state;
		this.#listeners.call();
	}
}

function textOf(link: Result<string, PortProblem> & { readonly ok: false }): string {
	return link.problems.map(({ text }) => text).join(' ');
}
