/**
 * An invitation on the host's side, from the code to the welcome. It is good for one newcomer, it
 * lives in memory only, and no key is given before the host has approved the newcomer's words.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import type { Member, Role } from '../../model/review/member.ts';
import { presentMember, type Roster } from '../../model/review/roster.ts';
import type { Frame } from '../carrier.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { fingerprintWords } from '../keys/fingerprint.ts';
import type { RosterChain } from '../roster/roster-chain.ts';
import type { Bytes } from '../sealing/bytes.ts';
import { readAnswer, type Answer } from './answer-code.ts';
import { expired, isPast, writeInvite, type Invite } from './invite-code.ts';
import { Pairing } from './pairing.ts';
import type { CodeProblem } from './pasted-code.ts';

/** open → answered → approved → spent; an open one may expire, a declined one is spent. */
export type InvitationState = 'open' | 'answered' | 'approved' | 'spent' | 'expired';

/** Who answered. */
export interface Newcomer {
	/** As the member list is to hold them; of a member, as it does. */
	readonly member: Member;
	/** True where they are in the member list already and only come back: nothing is to be approved. */
	readonly isMember: boolean;
	/** When they were removed from the list, where they were; let in again, they are added anew. */
	readonly removedAt: string | undefined;
	/** Six words to compare with what the newcomer's screen shows. */
	readonly words: readonly string[];
	/** How to reach them: a packed answer. */
	readonly rtc: Bytes;
}

export class Invitation {
	readonly invite: Invite;
	readonly code: string;
	readonly #identity: DeviceIdentity;
	#state: Exclude<InvitationState, 'expired'> = 'open';
	#newcomer: Newcomer | undefined;
	#pairing: Pairing | undefined;

	private constructor(invite: Invite, code: string, identity: DeviceIdentity) {
		this.invite = invite;
		this.code = code;
		this.#identity = identity;
	}

	/** A new invitation to `group` by this device; `expires` is an instant. */
	static async create({
		group,
		identity,
		role,
		expires,
		rtc,
	}: {
		readonly group: string;
		readonly identity: DeviceIdentity;
		readonly role: Role;
		readonly expires: string;
		readonly rtc: Bytes;
	}): Promise<Invitation> {
		const { device, agreement } = identity;
		const invite: Invite = {
			group: group.slice(0, 32),
			secret: crypto.getRandomValues(new Uint8Array(16)),
			host: { device, agreement },
			expires: `${expires.slice(0, 19)}.000Z`,
			role,
			rtc,
		};
		return new Invitation(invite, await writeInvite(invite), identity);
	}

	stateAt(at: string): InvitationState {
		return this.#state === 'open' && isPast(this.invite.expires, at) ? 'expired' : this.#state;
	}

	/** Whoever answered, once somebody has. */
	get newcomer(): Newcomer | undefined {
		return this.#newcomer;
	}

	/**
	 * Takes a pasted answer. A member who comes back is approved by their signature; anybody else
	 * waits for `approve`. What was wrong with a refused text leaves the invitation open.
	 */
	async take(pasted: string, at: string, roster: Roster): Promise<Result<Newcomer, CodeProblem>> {
		if (this.stateAt(at) === 'expired') return refused(expired(this.invite.expires));
		if (this.#state !== 'open') return refused(used);
		const answer = await readAnswer(pasted, this.invite);
		if (!answer.ok) return answer;
		const newcomer = await this.#recognise(answer.value, roster);
		if (!newcomer.ok) return newcomer;
		const { member } = newcomer.value;
		const pairing = await Pairing.between(this.invite, member, this.#identity).catch(
			() => undefined,
		);
		if (!pairing) return refused(unusable(member.name));
		// Another answer may have come meanwhile.
		if (this.stateAt(at) !== 'open') return refused(used);
		this.#newcomer = newcomer.value;
		this.#pairing = pairing;
		this.#state = newcomer.value.isMember ? 'approved' : 'answered';
		return newcomer;
	}

	/** The host has compared the words: the newcomer may be added and welcomed. */
	approve(): void {
		if (this.#state !== 'answered') throw new Error('Nobody waits to be approved');
		this.#state = 'approved';
	}

	/** Tells whoever answered that their words are being compared; undefined where nobody waits. */
	async comparing(): Promise<Frame | undefined> {
		return this.#state === 'answered' ? this.#pairing?.seal({ kind: 'comparing' }) : undefined;
	}

	/** The host lets nobody in by this invitation; the frame tells the newcomer, if there is one. */
	async decline(): Promise<Frame | undefined> {
		const pairing = this.#state === 'spent' ? undefined : this.#pairing;
		this.#state = 'spent';
		return pairing?.seal({ kind: 'declined' });
	}

	/**
	 * The welcome for the newcomer, who has to be in the chain by now. Only after approval, and once.
	 */
	async welcome(chain: RosterChain, workbook: string): Promise<Frame> {
		const device = this.#newcomer?.member.device ?? '';
		if (this.#state !== 'approved' || !this.#pairing) throw new Error('Nobody is approved');
		if (!presentMember(chain.roster, device)) throw new Error('The newcomer is no member yet');
		this.#state = 'spent';
		const statements = [...chain.statements];
		return this.#pairing.seal({ kind: 'welcome', workbook: workbook.slice(0, 200), statements });
	}

	/** True where this frame is the newcomer's word that they have joined. */
	async hasJoined(frame: Frame): Promise<boolean> {
		const message = await this.#pairing?.open(frame);
		return message?.ok === true && message.value.kind === 'joined';
	}

	async #recognise(answer: Answer, roster: Roster): Promise<Result<Newcomer, CodeProblem>> {
		const { device, agreement, name, rtc } = answer;
		const listed = roster.members.find((member) => member.device === device);
		if (listed && listed.agreement !== agreement) return refused(unusable(name));
		const { removedAt } = listed ?? {};
		const isMember = listed !== undefined && removedAt === undefined;
		const member: Member = isMember
			? { device, agreement, name: listed.name, role: listed.role }
			: { device, agreement, name, role: this.invite.role };
		const words = await fingerprintWords(device, agreement);
		return ok({ member, isMember, removedAt, words, rtc });
	}
}

const used: CodeProblem = {
	kind: 'foreign',
	text: 'This invitation was answered already. Make a new one for the next person.',
};

function unusable(name: string): CodeProblem {
	return {
		kind: 'damaged',
		text: `The keys that ${name} sent cannot be used. Do not let them in.`,
	};
}
