/**
 * What screens read of a review: who takes part and what each may do, what everybody wrote and what it
 * adds up to. Whoever reads something here in an effect hears when it changes.
 */
import type { EntryId, ReviewEntry } from '../model/review/entry.ts';
import { foldReview } from '../model/review/fold-review.ts';
import {
	mayEdit,
	mayManage,
	mayReview,
	maySeeTeam,
	type DeviceId,
	type Member,
	type Role,
} from '../model/review/member.ts';
import { cleanName, isUnnamed, presentName, somebody } from '../model/review/person-name.ts';
import { coloursOf } from '../model/review/presence.ts';
import type { ReviewState } from '../model/review/review-state.ts';
import type { ListedMember, Roster, RosterStatement } from '../model/review/roster.ts';
import { mayTakeBack } from '../model/review/taking-back.ts';
import { fingerprintWords } from '../review/keys/fingerprint.ts';
import { sealersOf } from '../review/history/bound-deeds.ts';
import type { OwnFork } from '../review/log/fault-words.ts';
import type { LogFault } from '../review/log/review-log.ts';
import type { Review } from '../review/review.ts';
import { MemberNames } from './member-names.ts';
import { subscriber, type ReviewSources } from './review-sources.ts';

export class ReviewReading {
	readonly review: Review;
	readonly #sources: ReviewSources;
	readonly #names = new MemberNames();
	readonly #namesTold: () => void;
	#folded:
		| { readonly entries: unknown; readonly roster: unknown; readonly state: ReviewState }
		| undefined;

	constructor(review: Review, sources: ReviewSources) {
		this.review = review;
		this.#sources = sources;
		this.#namesTold = subscriber((listener) => this.#names.subscribe(listener));
	}

	get me(): DeviceId {
		return this.review.identity.device;
	}

	/** True where there is a member list. */
	get isShared(): boolean {
		return this.roster !== undefined;
	}

	get roster(): Roster | undefined {
		this.#sources.roster();
		return this.review.membership.roster;
	}

	/** Why the member list is not followed to its end. */
	get rosterFault(): string | undefined {
		this.#sources.roster();
		return this.review.membership.fault;
	}

	/** What owners wrote in the member list that is not followed, oldest first as it was heard of. */
	get notFollowed(): readonly RosterStatement[] {
		this.#sources.roster();
		return this.review.membership.dropped;
	}

	/** Which device removed this one, and when by its clock; undefined while this one is a member. */
	get removal(): { readonly by: DeviceId; readonly at: string } | undefined {
		if (!this.isShared || this.role) return undefined;
		const statement = this.review.membership.chain?.statements.findLast(
			({ change }) => change.kind === 'remove' && change.device === this.me,
		);
		return statement && { by: statement.signer, at: statement.at };
	}

	/** True where a removal of this member by this person could be taken back by their browser. */
	mayTakeBack(device: DeviceId): boolean {
		this.#sources.roster();
		const statements = this.review.membership.chain?.statements ?? [];
		return mayTakeBack(statements, { device, remover: this.me });
	}

	/** Present members in the order in which they were added. */
	get members(): readonly ListedMember[] {
		const { names } = this.state;
		const present = this.roster?.members.filter(({ removedAt }) => !removedAt) ?? [];
		return present.map((member) => {
			const name = presentName(member, names);
			return name === member.name ? member : { ...member, name };
		});
	}

	/** This person's role; 'owner' while nothing is shared, undefined once they were removed. */
	get role(): Role | undefined {
		this.#sources.roster();
		return this.review.role;
	}

	get canEdit(): boolean {
		return mayEdit(this.role);
	}

	get canReview(): boolean {
		return mayReview(this.role);
	}

	get seesTeam(): boolean {
		return maySeeTeam(this.role);
	}

	get canManage(): boolean {
		return mayManage(this.role);
	}

	/**
	 * What a device is called: as it said last, else by the member list, else by what it last wrote.
	 * This one is called as its person is, and “You” while that is not known; nobody else is.
	 */
	nameOf(device: DeviceId): string {
		this.#namesTold();
		const listed = this.#names.labelOf(device, this.roster, this.state.names);
		if (listed !== undefined && listed !== somebody) return listed;
		if (device === this.me)
			return isUnnamed(this.review.name) ? 'You' : cleanName(this.review.name);
		if (listed !== undefined) return listed;
		const written = this.entries.findLast(({ author }) => author === device)?.name ?? '';
		return isUnnamed(written) ? somebody : cleanName(written);
	}

	/** The device that put each deed of the activity list under seal, but for those that several did. */
	get sealedBy(): ReadonlyMap<string, DeviceId> {
		return sealersOf(this.entries);
	}

	/** What somebody was called before they took a name by this entry of theirs. */
	nameBefore(entry: EntryId): string | undefined {
		return this.#names.before(entry, this.roster, this.state.names);
	}

	/** Six words by which two people compare, aloud, that they mean the same device. */
	wordsOf({ device, agreement }: Member): Promise<readonly string[]> {
		return fingerprintWords(device, agreement);
	}

	/** The colour of a person, 0 to 7. */
	colourOf(device: DeviceId): number {
		const listed = this.roster?.members.map((member) => member.device) ?? [];
		return coloursOf([...listed, this.me]).get(device) ?? 0;
	}

	/** Every entry, in the order all devices agree on. */
	get entries(): readonly ReviewEntry[] {
		this.#sources.log();
		return this.review.log.entries;
	}

	/** Threads, suggestions, sign-offs, notes: what the entries add up to. */
	get state(): ReviewState {
		const { entries, roster } = this;
		if (this.#folded?.entries !== entries || this.#folded.roster !== roster) {
			this.#folded = { entries, roster, state: foldReview(entries, { roster }) };
		}
		return this.#folded.state;
	}

	/** What is wrong with stored entries: they were changed, or some are missing (SPEC P-4). */
	get faults(): readonly LogFault[] {
		this.#sources.log();
		return this.review.log.faults;
	}

	/** What this browser wrote in another copy, where it contradicts what it wrote in this one. */
	get ownFork(): OwnFork | undefined {
		this.#sources.log();
		return this.review.log.ownFork;
	}

	/** When the copy was saved that this is, while what was written elsewhere since is not known. */
	get mayFork(): string | undefined {
		this.#sources.session();
		this.#sources.roster();
		return this.review.mayFork;
	}
}
