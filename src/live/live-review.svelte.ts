/**
 * The review of the open workbook as screens see it: getters that subscribe to the log, the member
 * list, the session and who is present, and verbs that do what people ask for.
 */
import { createSubscriber } from 'svelte/reactivity';
import { Listeners } from '../base/observable.ts';
import { refused, type Result } from '../base/result.ts';
import type { EntryBody, ReviewEntry, SignAs } from '../model/review/entry.ts';
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
import type { ReviewState } from '../model/review/review-state.ts';
import type { ListedMember, Roster } from '../model/review/roster.ts';
import { contentText, shownText } from '../model/review/signed-content.ts';
import type { Subject } from '../model/review/subject.ts';
import type { Connections } from '../review/connections.ts';
import { fingerprintWords } from '../review/keys/fingerprint.ts';
import { sha256Text } from '../review/keys/hash.ts';
import type { OwnFork } from '../review/log/fault-words.ts';
import type { LogFault } from '../review/log/review-log.ts';
import type { StartHistoryWorker } from '../review/history/history-client.ts';
import type { MassQuestion, Review } from '../review/review.ts';
import type { CarrierView } from '../review/session/session-parts.ts';
import type { Difference } from '../review/session/copy-comparison.ts';
import type { RefusalCount } from '../review/session/refusal-counts.ts';
import type { RelaySettings, StandingStores } from '../review/standing-stores.ts';
import { checkSignOffFile, type SignOffFileCheck } from '../review/sign-off-check.ts';
import { contentDigest } from '../workbook/content-digest.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { ContentHashes } from './content-hashes.svelte.ts';
import { LiveHistory } from './live-history.svelte.ts';
import { breath } from './breath.ts';
import type { Person } from './person.ts';
import { presentWorkbook } from './present-workbook.ts';
import { whileInSession } from './while-in-session.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

/** The review and the ways it reaches others. */
export interface ReviewReach {
	readonly review: Review;
	readonly connections: Connections;
	readonly stores: StandingStores;
	readonly startHistoryWorker: StartHistoryWorker;
}

export class LiveReview {
	readonly review: Review;
	readonly connections: Connections;
	readonly stores: StandingStores;
	readonly contents: ContentHashes;
	/** Whether the history is as it was signed, and milestones. */
	readonly history: LiveHistory;
	readonly #live: LiveWorkbook;
	readonly #run: string;
	readonly #log: () => void;
	readonly #roster: () => void;
	readonly #session: () => void;
	readonly #connections: () => void;
	readonly #stores: () => void;
	readonly #presence: () => void;
	readonly #own = new Listeners();
	readonly #ownSubscriber: () => void;
	#folded:
		| { readonly entries: unknown; readonly roster: unknown; readonly state: ReviewState }
		| undefined;
	#seq = 0;
	#place: PresencePlace = { place: 'overview' };
	#presenceState: Presence['state'] = 'here';
	#isPresenting = false;
	#following: DeviceId | undefined;
	#wholeDigest: string | undefined;

	/** `run`: random, and new for every tab and every opening. */
	constructor(reach: ReviewReach, live: LiveWorkbook, run: string) {
		const { review, connections, stores, startHistoryWorker } = reach;
		this.review = review;
		this.connections = connections;
		this.stores = stores;
		this.#live = live;
		this.#run = run;
		this.#log = subscriber((listener) => review.log.subscribe(listener));
		this.#roster = subscriber((listener) => review.membership.subscribe(listener));
		this.#connections = subscriber((listener) => connections.subscribe(listener));
		this.#stores = subscriber((listener) => stores.subscribe(listener));
		this.#session = subscriber((listener) =>
			whileInSession(review, listener, (session) => [
				session.subscribe(listener),
				session.refusals.subscribe(listener),
				session.comparison.subscribe(listener),
			]),
		);
		this.#presence = subscriber((listener) =>
			whileInSession(review, listener, ({ presence }) => [presence.subscribe(listener)]),
		);
		this.#ownSubscriber = subscriber((listener) => this.#own.add(listener));
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
		this.#roster();
		return this.review.membership.roster;
	}

	/** Present members in the order in which they were added. */
	get members(): readonly ListedMember[] {
		return this.roster?.members.filter(({ removedAt }) => !removedAt) ?? [];
	}

	/** This person's role; 'owner' while nothing is shared, undefined once they were removed. */
	get role(): Role | undefined {
		this.#roster();
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

	/** What a device is called: by the member list, else by what it last wrote. */
	nameOf(device: DeviceId): string {
		const listed = this.roster?.members.find((member) => member.device === device);
		if (listed) return listed.name;
		const written = this.entries.findLast(({ author }) => author === device);
		return written?.name ?? 'Somebody';
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
		this.#log();
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
		this.#log();
		return this.review.log.faults;
	}

	/** What this browser wrote in another copy, where it contradicts what it wrote in this one. */
	get ownFork(): OwnFork | undefined {
		this.#log();
		return this.review.log.ownFork;
	}

	/** When the copy was saved that this is, while what was written elsewhere since is not known. */
	get mayFork(): string | undefined {
		this.#session();
		this.#roster();
		return this.review.mayFork;
	}

	/** Why the member list is not followed to its end. */
	get rosterFault(): string | undefined {
		this.#roster();
		return this.review.membership.fault;
	}

	/** The carriers that are in use, with their states. */
	get carriers(): readonly CarrierView[] {
		this.#session();
		return this.review.session?.carriers ?? [];
	}

	get invitations(): Connections['invitations'] {
		this.#connections();
		return this.connections.invitations;
	}

	/** The name of the shared folder in use. */
	get folderName(): string | undefined {
		this.#stores();
		return this.stores.folderName;
	}

	/** The relay in use. */
	get relay(): RelaySettings | undefined {
		this.#stores();
		return this.stores.relay;
	}

	/** What was not taken since the workbook was opened. */
	get refusals(): readonly RefusalCount[] {
		this.#session();
		return this.review.session?.refusals.all ?? [];
	}

	/** How far the workbook is that this person has just joined, 0 to 1; undefined once it is here. */
	get coming(): number | undefined {
		this.#session();
		return this.review.session?.coming;
	}

	/** Copies that differ from ours although they saw the same changes. */
	get differences(): readonly Difference[] {
		this.#session();
		return this.review.session?.comparison.differences ?? [];
	}

	/** When a member's copy was last found to be the same as ours, ISO 8601. */
	sameSince(device: DeviceId): string | undefined {
		this.#session();
		return this.review.session?.comparison.sameSince(device);
	}

	/** Changes that remove much and wait for this person's word. */
	get questions(): readonly MassQuestion[] {
		this.#session();
		return this.review.questions;
	}

	/** Who has the workbook open now, other tabs of this browser included; this tab is left out. */
	get people(): readonly Person[] {
		this.#presence();
		const { me, roster } = this;
		return (this.review.session?.presence.all ?? [])
			.filter(({ device, presence }) => device !== me || presence.run !== this.#run)
			.map(({ device, presence }) => ({
				device,
				name: this.nameOf(device),
				role: roster?.members.find((member) => member.device === device)?.role,
				colour: this.colourOf(device),
				presence,
				isMe: device === me,
			}));
	}

	/** Who asks everybody to come along; the first by device where several do. */
	get presenter(): Person | undefined {
		return [...this.people]
			.sort((a, b) => (a.device < b.device ? -1 : 1))
			.find(({ presence }) => presence.presenting === true);
	}

	/** Whom this person follows, while they are here. */
	get followed(): Person | undefined {
		this.#ownSubscriber();
		return this.people.find(({ device }) => device === this.#following);
	}

	get isPresenting(): boolean {
		this.#ownSubscriber();
		return this.#isPresenting;
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
		this.#place = place;
		this.#tell();
	}

	/** The tab came into sight or went out of it, or is left. */
	be(state: Presence['state']): void {
		this.#presenceState = state;
		this.#tell();
	}

	/** The page goes away. */
	depart(): void {
		this.be('gone');
		this.connections.depart();
	}

	/** Asks everybody to come along, or no more. */
	present(on: boolean): void {
		this.#isPresenting = on;
		this.#own.call();
		this.#tell();
	}

	/** Goes where somebody goes, or no more. */
	follow(device: DeviceId | undefined): void {
		this.#following = device;
		this.#own.call();
		this.#tell();
	}

	/** Ends the review in this tab. */
	async close(): Promise<void> {
		this.be('gone');
		await this.history.close();
		await this.connections.close();
		this.stores.close();
		await this.review.close();
	}

	get #colours(): ReadonlyMap<DeviceId, number> {
		return coloursOf([...(this.roster?.members.map(({ device }) => device) ?? []), this.me]);
	}

	#tell(): void {
		const { session } = this.review;
		if (!session) return;
		session.here(() => {
			const presence: Presence = {
				...{ run: this.#run, seq: ++this.#seq, at: this.review.now() },
				...{ name: this.review.name.slice(0, 80) || 'Somebody', place: this.#place },
				state: this.#presenceState,
				...(this.#isPresenting ? { presenting: true } : {}),
				...(this.#following ? { following: this.#following } : {}),
				...(session.reach === undefined ? {} : { reach: session.reach }),
			};
			return new TextEncoder().encode(JSON.stringify(presence));
		});
	}
}

function subscriber(subscribe: (listener: () => void) => () => void): () => void {
	return createSubscriber((update) => subscribe(update));
}
