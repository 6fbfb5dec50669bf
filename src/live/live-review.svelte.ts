/**
 * The review of the open workbook as screens see it: getters that subscribe to the log, the member
 * list, the session and who is present, and verbs that do what people ask for.
 */
import { refused, type Result } from '../base/result.ts';
import type { EntryBody, EntryId, ReviewEntry, SignAs } from '../model/review/entry.ts';
import { foldReview } from '../model/review/fold-review.ts';
import {
	mayEdit,
	mayManage,
	mayReview,
	maySeeTeam,
	type Channel,
	type DeviceId,
	type Member,
	type Role,
} from '../model/review/member.ts';
import { coloursOf, type Presence, type PresencePlace } from '../model/review/presence.ts';
import { presentName } from '../model/review/person-name.ts';
import type { ReviewState } from '../model/review/review-state.ts';
import type { ListedMember, Roster } from '../model/review/roster.ts';
import { contentText, shownText } from '../model/review/signed-content.ts';
import type { Subject } from '../model/review/subject.ts';
import type { Connections } from '../review/connections.ts';
import { fingerprintWords } from '../review/keys/fingerprint.ts';
import { sha256Text } from '../review/keys/hash.ts';
import type { OwnFork } from '../review/log/fault-words.ts';
import type { LogFault } from '../review/log/review-log.ts';
import type { Review } from '../review/review.ts';
import type { CarrierView, Farewell } from '../review/session/session-parts.ts';
import type { RefusalCount } from '../review/session/refusal-counts.ts';
import type { RelaySettings, StandingStores } from '../review/standing-stores.ts';
import { checkSignOffFile, type SignOffFileCheck } from '../review/sign-off-check.ts';
import { contentDigest } from '../workbook/content-digest.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { breath } from './breath.ts';
import { ContentHashes } from './content-hashes.svelte.ts';
import { LiveCopies } from './live-copies.svelte.ts';
import { LiveHistory } from './live-history.svelte.ts';
import { LivePresence } from './live-presence.svelte.ts';
import { MemberNames } from './member-names.ts';
import type { Person } from './person.ts';
import { presentWorkbook } from './present-workbook.ts';
import {
	reviewSources,
	subscriber,
	type ReviewReach,
	type ReviewSources,
} from './review-sources.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

export class LiveReview {
	readonly review: Review;
	readonly connections: Connections;
	readonly stores: StandingStores;
	readonly contents: ContentHashes;
	/** Whether the history is as it was signed, and milestones. */
	readonly history: LiveHistory;
	/** Whether this copy and those of the others are alike. */
	readonly copies: LiveCopies;
	readonly #live: LiveWorkbook;
	readonly #sources: ReviewSources;
	readonly #presence: LivePresence;
	readonly #names = new MemberNames();
	readonly #namesTold: () => void;
	#folded:
		| { readonly entries: unknown; readonly roster: unknown; readonly state: ReviewState }
		| undefined;
	#wholeDigest: string | undefined;

	/** `run`: random, and new for every tab and every opening. */
	constructor(reach: ReviewReach, live: LiveWorkbook, run: string) {
		const { review, connections, stores, startHistoryWorker } = reach;
		this.review = review;
		this.connections = connections;
		this.stores = stores;
		this.#live = live;
		this.#sources = reviewSources(reach);
		this.#presence = new LivePresence(review, this, this.#sources, run);
		this.#namesTold = subscriber((listener) => this.#names.subscribe(listener));
		this.copies = new LiveCopies(review, live, this.#sources);
		this.history = new LiveHistory(review, live, startHistoryWorker);
		this.contents = new ContentHashes(() => presentWorkbook(live, this.#wholeDigest));
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

	/** What a device is called: as it said last, else by the member list, else by what it last wrote. */
	nameOf(device: DeviceId): string {
		this.#namesTold();
		const listed = this.#names.labelOf(device, this.roster, this.state.names);
		if (listed !== undefined) return listed;
		const written = this.entries.findLast(({ author }) => author === device);
		return written?.name ?? 'Somebody';
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
		return this.#colours.get(device) ?? 0;
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

	/** Why the member list is not followed to its end. */
	get rosterFault(): string | undefined {
		this.#sources.roster();
		return this.review.membership.fault;
	}

	/** The carriers that are in use, with their states. */
	get carriers(): readonly CarrierView[] {
		this.#sources.session();
		return this.review.session?.carriers ?? [];
	}

	get invitations(): Connections['invitations'] {
		this.#sources.connections();
		return this.connections.invitations;
	}

	/** The name of the shared folder in use. */
	get folderName(): string | undefined {
		this.#sources.stores();
		return this.stores.folderName;
	}

	/** The relay in use. */
	get relay(): RelaySettings | undefined {
		this.#sources.stores();
		return this.stores.relay;
	}

	/** What was not taken since the workbook was opened. */
	get refusals(): readonly RefusalCount[] {
		this.#sources.session();
		return this.review.session?.refusals.all ?? [];
	}

	/** How far the workbook is that this person has just joined, 0 to 1; undefined once it is here. */
	get coming(): number | undefined {
		this.#sources.session();
		return this.review.session?.coming;
	}

	/** Who went away last from a direct link, while no other leads to them. */
	get farewell(): Farewell | undefined {
		this.#sources.session();
		return this.review.session?.farewell;
	}

	/** Who has the workbook open now, other tabs of this browser included; this tab is left out. */
	get people(): readonly Person[] {
		return this.#presence.people;
	}

	/** Who asks everybody to come along; the first by device where several do. */
	get presenter(): Person | undefined {
		return this.#presence.presenter;
	}

	/** Whom this person follows, while they are here. */
	get followed(): Person | undefined {
		return this.#presence.followed;
	}

	get isPresenting(): boolean {
		return this.#presence.isPresenting;
	}

	/** Writes an entry of this person. Problems mean that nothing was written. */
	write(body: EntryBody, channel?: Channel): Promise<Result<ReviewEntry, PortProblem>> {
		return this.review.write(body, channel);
	}

	/** Signs what the subject says now. */
	async sign(subject: Subject, as: SignAs, note = ''): Promise<Result<ReviewEntry, PortProblem>> {
		if (subject.kind === 'workbook') await this.digestWorkbook();
		const content = this.contents.content(subject);
		if (!content) return refused({ text: 'What you want to sign is not there any more.' });
		const text = contentText(content);
		const shown = shownText(text);
		return this.write({
			...{ kind: 'sign', subject, as, note, content: await sha256Text(text) },
			...(shown === undefined ? {} : { shown }),
		});
	}

	/** Checks a file of sign-offs, whoever made it; nothing of it is taken in. */
	verifyFile(text: string): Promise<Result<SignOffFileCheck, string>> {
		return checkSignOffFile(text, this.review.identity, this.review.membership.group);
	}

	/** Works out the digest of the whole workbook, which sign-offs of all of it are held against. */
	async digestWorkbook(): Promise<string> {
		const { whole } = await contentDigest(this.#live.workbook.doc, breath);
		this.#wholeDigest = whole;
		return whole;
	}

	/** Says where this person is now. */
	here(place: PresencePlace): void {
		this.#presence.here(place);
	}

	/** The tab came into sight or went out of it, or is left. */
	be(state: Presence['state']): void {
		this.#presence.be(state);
	}

	/** Asks everybody to come along, or no more. */
	present(on: boolean): void {
		this.#presence.present(on);
	}

	/** Goes where somebody goes, or no more. */
	follow(device: DeviceId | undefined): void {
		this.#presence.follow(device);
	}

	/** The page goes away. */
	depart(): void {
		this.be('gone');
		this.connections.depart();
	}

	/** Ends the review in this tab. */
	async close(): Promise<void> {
		this.be('gone');
		await this.history.close();
		await this.copies.close();
		await this.connections.close();
		this.stores.close();
		await this.review.close();
	}

	get #colours(): ReadonlyMap<DeviceId, number> {
		return coloursOf([...(this.roster?.members.map(({ device }) => device) ?? []), this.me]);
	}
}
