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
import type { PendingAnswer } from '../carriers/rtc/pending-link.ts';
import type { RtcCarrier } from '../carriers/rtc/rtc-carrier.ts';
import { answerInvite } from '../invite/answer-code.ts';
import { readInvite, type Invite } from '../invite/invite-code.ts';
import { acceptWelcome, type Pairing } from '../invite/pairing.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { fingerprintWords } from '../keys/fingerprint.ts';
import { frameVersions } from '../sealing/frame-layout.ts';

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
	/** The link stands; the host's welcome is on its way. */
	| { readonly kind: 'linked' }
	| { readonly kind: 'welcomed'; readonly welcome: Welcomed }
	| { readonly kind: 'failed'; readonly text: string };

export class Joining {
	/** What the host pastes. */
	readonly code: string;
	readonly role: Role;
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

	private constructor(parts: {
		readonly invite: Invite;
		readonly identity: DeviceIdentity;
		readonly rtc: RtcCarrier;
		readonly answer: PendingAnswer;
		readonly pairing: Pairing;
		readonly code: string;
		readonly words: readonly string[];
		readonly hostWords: readonly string[];
	}) {
		this.code = parts.code;
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
		}: {
			readonly identity: DeviceIdentity;
			readonly name: string;
			readonly rtc: RtcCarrier;
			readonly at: string;
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
		const joining = new Joining({
			...{ invite, identity, rtc, answer: answer.value, ...answered.value },
			words: await fingerprintWords(device, agreement),
			hostWords: await fingerprintWords(invite.host.device, invite.host.agreement),
		});
		await joining.#wait();
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
		this.#answer.cancel();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	async #wait(): Promise<void> {
		await this.rtc.start({
			frame: (frame, link) => void this.#hear(frame, link),
			link: () => undefined,
			status: () => undefined,
		});
		void this.#answer.opened.then((opened) => {
			if (!opened.ok) this.#fail(opened.problems.map(({ text }) => text).join(' '));
			else if (this.#state.kind === 'answering') this.#turn({ kind: 'linked' });
		});
	}

	/** Only the welcome counts yet; the session asks for all else once it has begun. */
	async #hear(frame: Frame, link: string): Promise<void> {
		if (frame[0] !== frameVersions.pairing || this.#state.kind === 'welcomed') return;
		const message = await this.#pairing.open(frame);
		if (!message.ok) return;
		if (message.value.kind === 'declined') {
			this.#fail('The host did not let you in. Ask them why, then ask for a new invitation.');
			return;
		}
		if (message.value.kind !== 'welcome') return;
		const accepted = await acceptWelcome(message.value, this.#invite, this.#identity);
		if (!accepted.ok) {
			this.#fail(accepted.problems.join(' '));
			return;
		}
		const { group, reviewId, statements } = accepted.value;
		await this.rtc.send(await this.#pairing.seal({ kind: 'joined' }), { to: link });
		const welcome = { workbook: message.value.workbook, group, reviewId, statements };
		this.#turn({ kind: 'welcomed', welcome });
	}

	#fail(text: string): void {
		if (this.#state.kind === 'welcomed') return;
		this.#answer.cancel();
		this.#turn({ kind: 'failed', text });
	}

	#turn(state: JoiningState): void {
		this.#state = state;
		this.#listeners.call();
	}
}
