/**
 * An invitation that this person made, from its code to the newcomer's first word: the connection it
 * opens, the answer that was pasted, the approval, the welcome.
 */
import type { Clock } from '../../base/clock.ts';
import { Listeners } from '../../base/observable.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { Role } from '../../model/review/member.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { PendingOffer } from '../carriers/rtc/pending-link.ts';
import type { RtcCarrier } from '../carriers/rtc/rtc-carrier.ts';
import { Invitation, type Newcomer } from '../invite/invitation.ts';
import { joinFragment } from '../invite/invite-code.ts';
import type { Review } from '../review.ts';

export type HostedState =
	| { readonly kind: 'open' }
	| { readonly kind: 'answered'; readonly newcomer: Newcomer }
	| { readonly kind: 'connecting'; readonly newcomer: Newcomer }
	| { readonly kind: 'joined'; readonly newcomer: Newcomer }
	| { readonly kind: 'failed'; readonly text: string }
	| { readonly kind: 'ended' };

export interface HostingParts {
	readonly review: Review;
	readonly rtc: RtcCarrier;
	readonly clock: Clock;
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

	private constructor(parts: HostingParts, invitation: Invitation, offer: PendingOffer) {
		this.#parts = parts;
		this.#invitation = invitation;
		this.#offer = offer;
		this.code = invitation.code;
		this.role = invitation.invite.role;
		this.expires = invitation.invite.expires;
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
		if (!taken.ok) return taken;
		const newcomer = taken.value;
		this.#turn({ kind: 'answered', newcomer });
		// A member who comes back has proved by a signature who they are.
		if (newcomer.isMember) await this.#connect(newcomer);
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
		await this.#connect(state.newcomer);
		return ok(undefined);
	}

	/** Lets nobody in by this invitation. */
	async decline(): Promise<void> {
		await this.#invitation.decline();
		this.#offer.cancel();
		this.#turn({ kind: 'ended' });
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	async #connect(newcomer: Newcomer): Promise<void> {
		const { review, rtc, workbookName } = this.#parts;
		const { chain } = review.membership;
		this.#turn({ kind: 'connecting', newcomer });
		const link = await this.#offer.accept(newcomer.rtc);
		if (!link.ok || !chain) {
			const text = link.ok
				? 'The member list is gone.'
				: link.problems.map((p) => p.text).join(' ');
			this.#turn({ kind: 'failed', text });
			return;
		}
		try {
			await rtc.send(await this.#invitation.welcome(chain, workbookName()), { to: link.value });
			this.#turn({ kind: 'joined', newcomer });
		} catch (error) {
			this.#turn({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
		}
	}

	#turn(state: HostedState): void {
		this.#state = state;
		this.#listeners.call();
	}
}
