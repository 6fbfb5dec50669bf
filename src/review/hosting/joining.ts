/**
 * Joining a review by an invitation, on the newcomer's side: the answer to hand back, the wait, and
 * the welcome. Nothing is stored before the welcome was checked.
 */
import { Listeners } from '../../base/observable.ts';
import { ok, type Result } from '../../base/result.ts';
import type { Role } from '../../model/review/member.ts';
import type { RosterStatement } from '../../model/review/roster.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { Frame } from '../carrier.ts';
import { pageTimer, type Timer } from '../carriers/timer.ts';
import type { PendingAnswer } from '../carriers/rtc/pending-link.ts';
import type { RtcCarrier } from '../carriers/rtc/rtc-carrier.ts';
import { rtcPatience } from '../carriers/rtc/rtc-options.ts';
import { answerInvite } from '../invite/answer-code.ts';
import { expired, readInvite, type Invite } from '../invite/invite-code.ts';
import { acceptWelcome, type Pairing, type Welcome } from '../invite/pairing.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { fingerprintWords } from '../keys/fingerprint.ts';
import { frameVersions } from '../sealing/frame-layout.ts';
import { linkWords } from '../carriers/rtc/link-words.ts';
import { hostingWords } from './hosting-words.ts';

/** What a newcomer was let into. */
export interface Welcomed {
	/** What the host calls the workbook. */
	readonly workbook: string;
	readonly group: string;
	readonly reviewId: string;
	readonly statements: readonly RosterStatement[];
}

export type JoiningState =
	/** The answer is to be handed back; both pages have to stay open. */
	| { readonly kind: 'answering' }
	/** The invitation ran out. Where the answer was taken in the last moment, a link still comes. */
	| { readonly kind: 'expired'; readonly text: string }
	/** The link stands; nothing was said over it yet. */
	| { readonly kind: 'linked' }
	/** The host compares the words. */
	| { readonly kind: 'comparing' }
	| { readonly kind: 'welcomed'; readonly welcome: Welcomed }
	| { readonly kind: 'failed'; readonly why: JoiningEnd; readonly text: string };

/** declined: by the host. gone: the host's page, or the link. unreachable: there never was a link. */
export type JoiningEnd = 'declined' | 'gone' | 'unreachable' | 'unusable';

export class Joining {
	/** What the host pastes. */
	readonly code: string;
	readonly role: Role;
	/** Until when the answer can be taken, ISO 8601. */
	readonly expires: string;
	/** Six words that the host sees too, and those of the host. */
	readonly words: readonly string[];
	readonly hostWords: readonly string[];
	/** Carries on in the session once there is a workbook. */
	readonly rtc: RtcCarrier;
	readonly #invite: Invite;
	readonly #identity: DeviceIdentity;
	readonly #pairing: Pairing;
	readonly #answer: PendingAnswer;
	readonly #listeners = new Listeners();
	#state: JoiningState = { kind: 'answering' };
	#stopTimer: (() => void) | undefined;
	/** What comes over the link is dealt with in its order. */
	#last: Promise<void> = Promise.resolve();

	private constructor(parts: {
		readonly invite: Invite;
		readonly identity: DeviceIdentity;
		readonly rtc: RtcCarrier;
		readonly answer: PendingAnswer;
		readonly pairing: Pairing;
		readonly code: string;
		readonly expires: string;
		readonly words: readonly string[];
		readonly hostWords: readonly string[];
	}) {
		this.code = parts.code;
		this.expires = parts.expires;
		this.role = parts.invite.role;
		this.words = parts.words;
		this.hostWords = parts.hostWords;
		this.rtc = parts.rtc;
		this.#invite = parts.invite;
		this.#identity = parts.identity;
		this.#pairing = parts.pairing;
		this.#answer = parts.answer;
	}

	/** Answers an invitation that was pasted. `at`: the present instant. */
	static async begin(
		pasted: string,
		{
			identity,
			name,
			rtc,
			at,
			timer = pageTimer,
		}: {
			readonly identity: DeviceIdentity;
			readonly name: string;
			readonly rtc: RtcCarrier;
			readonly at: string;
			readonly timer?: Timer;
		},
	): Promise<Result<Joining, PortProblem>> {
		const read = await readInvite(pasted, at);
		if (!read.ok) return read;
		const invite = read.value;
		const answer = await rtc.answer(invite.rtc);
		if (!answer.ok) return answer;
		const { packed } = answer.value;
		const answered = await answerInvite({ invite, identity, name, rtc: packed });
		if (!answered.ok) {
			answer.value.cancel();
			return answered;
		}
		const { device, agreement } = identity;
		// Its connection is not kept for longer, however long the invitation is good.
		const left = Math.min(Date.parse(invite.expires) - Date.parse(at), rtcPatience.handingBack);
		const joining = new Joining({
			...{ invite, identity, rtc, answer: answer.value, ...answered.value },
			expires: new Date(Date.parse(at) + left).toISOString(),
			words: await fingerprintWords(device, agreement),
			hostWords: await fingerprintWords(invite.host.device, invite.host.agreement),
		});
		await joining.#wait();
		joining.#stopTimer = timer.after(left, () => joining.#expire());
		return ok(joining);
	}

	get state(): JoiningState {
		return this.#state;
	}

	/** The group's id as far as the invitation says it: its first 32 letters. */
	get group(): string {
		return this.#invite.group;
	}

	/** Gives up. */
	cancel(): void {
		this.#stopTimer?.();
		this.#answer.cancel();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	async #wait(): Promise<void> {
		await this.rtc.start({
			frame: (frame, link) => this.#inTurn(() => this.#hear(frame, link)),
			link: (_, isUp) => {
				if (!isUp) this.#inTurn(() => this.#fail('gone', hostingWords.gone));
			},
			status: () => undefined,
		});
		void this.#answer.opened.then((opened) => {
			const { kind } = this.#state;
			if (kind !== 'answering' && kind !== 'expired') return;
			if (opened.ok) this.#turn({ kind: 'linked' });
			// That the invitation ran out says more than that nobody came.
			else if (kind === 'answering') {
				const text = opened.problems.map((problem) => problem.text).join(' ');
				if (text === linkWords.unanswered) this.#expire();
				else this.#fail('unreachable', text);
			}
		});
	}

	/** Only what the host says of this pairing counts; the session asks for all else once it begins. */
	async #hear(frame: Frame, link: string): Promise<void> {
		const { kind } = this.#state;
		if (frame[0] !== frameVersions.pairing || kind === 'welcomed' || kind === 'failed') return;
		const message = await this.#pairing.open(frame);
		if (!message.ok) return;
		if (message.value.kind === 'comparing') this.#turn({ kind: 'comparing' });
		else if (message.value.kind === 'declined') this.#fail('declined', hostingWords.declined);
		else if (message.value.kind === 'welcome') await this.#enter(message.value, link);
	}

	async #enter(message: Welcome, link: string): Promise<void> {
		const accepted = await acceptWelcome(message, this.#invite, this.#identity);
		if (!accepted.ok) {
			this.#fail('unusable', accepted.problems.join(' '));
			return;
		}
		const { group, reviewId, statements } = accepted.value;
		const joined = await this.#pairing.seal({ kind: 'joined' });
		try {
			await this.rtc.send(joined, { to: link });
		} catch {
			// Nobody is there who could send the workbook.
			this.#fail('gone', hostingWords.gone);
			return;
		}
		const welcome = { workbook: message.workbook, group, reviewId, statements };
		this.#turn({ kind: 'welcomed', welcome });
	}

	#inTurn(work: () => void | Promise<void>): void {
		this.#last = this.#last.then(work).catch((error: unknown) => {
			this.#fail('unusable', error instanceof Error ? error.message : String(error));
		});
	}

	#expire(): void {
		if (this.#state.kind !== 'answering') return;
		const isInvitation = this.expires === this.#invite.expires;
		const text = isInvitation ? expired(this.expires).text : linkWords.unanswered;
		this.#turn({ kind: 'expired', text });
	}

	#fail(why: JoiningEnd, text: string): void {
		if (this.#state.kind === 'welcomed' || this.#state.kind === 'failed') return;
		this.#answer.cancel();
		this.#turn({ kind: 'failed', why, text });
	}

	#turn(state: JoiningState): void {
		if (state.kind !== 'answering') this.#stopTimer?.();
		this.#state = state;
		this.#listeners.call();
	}
}
