/**
 * How the review of one workbook reaches others: the carriers that are in use, begun when somebody
 * asks for them and never before.
 */
import type { CalendarDate } from '../base/calendar-date.ts';
import type { Clock } from '../base/clock.ts';
import { Listeners } from '../base/observable.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Role } from '../model/review/member.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { bundleName } from './carriers/bundle/bundle-name.ts';
import { readBundle } from './carriers/bundle/read-bundle.ts';
import { writeBundle } from './carriers/bundle/write-bundle.ts';
import { RtcCarrier } from './carriers/rtc/rtc-carrier.ts';
import type { RtcOptions } from './carriers/rtc/rtc-options.ts';
import { fileSource } from './carriers/bundle/file-source.ts';
import { pageTimer } from './carriers/timer.ts';
import { HostedInvitation } from './hosting/hosted-invitation.ts';
import type { Review } from './review.ts';
import type { RefusalCount } from './session/refusal-counts.ts';

export interface ConnectionParts {
	readonly review: Review;
	readonly clock: Clock;
	readonly workbookName: () => string;
	readonly rtc?: RtcOptions;
}

/** What a file of changes brought. */
export interface BundleTaken {
	readonly entries: number;
	/** True where the workbook itself changed. */
	readonly isChanged: boolean;
	/** What of it was not taken, by reason. */
	readonly refused: readonly RefusalCount[];
}

export class Connections {
	readonly #parts: ConnectionParts;
	readonly #listeners = new Listeners();
	#rtc: RtcCarrier | undefined;
	#invitations: readonly HostedInvitation[] = [];

	constructor(parts: ConnectionParts) {
		this.#parts = parts;
	}

	/** Invitations of this visit, newest first. */
	get invitations(): readonly HostedInvitation[] {
		return this.#invitations;
	}

	/** Takes an invitation off the list that came to nothing. */
	forget(invitation: HostedInvitation): void {
		this.#invitations = this.#invitations.filter((each) => each !== invitation);
		this.#listeners.call();
	}

	/** The data channels, once anybody was invited or joined. */
	get rtc(): RtcCarrier | undefined {
		return this.#rtc;
	}

	/** Shares the workbook where it is not, and invites one person. `expires`: an instant, ISO 8601. */
	async invite(role: Role, expires: string): Promise<Result<HostedInvitation, PortProblem>> {
		const { review } = this.#parts;
		const shared = await review.share();
		if (!shared.ok) return shared;
		const rtc = await this.#channels();
		const timer = this.#parts.rtc?.timer ?? pageTimer;
		const made = await HostedInvitation.make({ ...this.#parts, rtc, timer }, role, expires);
		if (!made.ok) return made;
		review.begin().prime();
		this.#invitations = [made.value, ...this.#invitations];
		made.value.subscribe(() => this.#listeners.call());
		this.#listeners.call();
		return made;
	}

	/** Goes on with the link over which this person joined. */
	async adopt(rtc: RtcCarrier): Promise<void> {
		if (this.#rtc) await this.#parts.review.begin().detach(this.#rtc);
		this.#rtc = rtc;
		const session = this.#parts.review.begin();
		session.expect();
		session.prime();
		await session.attach(rtc);
		this.#listeners.call();
	}

	/** Ends every link of the review session; members and entries stay. */
	async end(): Promise<void> {
		for (const invitation of this.#invitations) {
			if (invitation.state.kind === 'open' || invitation.state.kind === 'answered') {
				await invitation.decline();
			}
		}
		if (this.#rtc) await this.#parts.review.session?.detach(this.#rtc);
		this.#rtc = undefined;
		this.#listeners.call();
	}

	/** What a file of changes is called that is made now. */
	get fileName(): string {
		const { review, clock, workbookName } = this.#parts;
		return bundleName(workbookName(), clock.now().slice(0, 10) as CalendarDate, review.name);
	}

	/** All that this device has, sealed, as a file to be sent by any means. */
	async writeFile(): Promise<Result<Blob, PortProblem>> {
		const { review, clock } = this.#parts;
		const shared = await review.share();
		if (!shared.ok) return shared;
		const { group } = review.membership;
		if (!group) return refused({ text: 'This workbook is shared with nobody.' });
		const session = review.begin();
		await session.settled();
		return ok(await writeBundle(session.everything(), { group, madeAt: clock.now() }));
	}

	/** Takes a file that another member made; what of it is known already changes nothing. */
	async takeFile(file: Blob): Promise<Result<BundleTaken, PortProblem>> {
		const { review } = this.#parts;
		const read = await readBundle(file);
		if (!read.ok) return read;
		if (read.value.group !== review.membership.group) {
			return refused({ text: foreignFile });
		}
		const session = review.begin();
		const [entries, before] = [session.entriesTaken, session.changes];
		const counted = new Map(
			session.refusals.all.map((each) => [`${each.refusal} ${each.from}`, each.count]),
		);
		for await (const frame of read.value.frames()) await session.takeOne(frame, fileSource);
		await session.settled();
		return ok({
			entries: session.entriesTaken - entries,
			isChanged: session.changes > before,
			refused: session.refusals.all
				.map((each) => ({
					...each,
					count: each.count - (counted.get(`${each.refusal} ${each.from}`) ?? 0),
				}))
				.filter(({ count, refusal }) => count > 0 && refusal !== 'replayed'),
		});
	}

	/** The page goes away: the others hear at once that this person left, and not that a link broke. */
	depart(): void {
		this.#parts.review.session?.depart();
		void this.#rtc?.stop();
	}

	/** Lets go of everything, as the workbook is closed. */
	close(): Promise<void> {
		return this.end();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	async #channels(): Promise<RtcCarrier> {
		if (this.#rtc) return this.#rtc;
		const rtc = new RtcCarrier(this.#parts.rtc);
		this.#rtc = rtc;
		await this.#parts.review.begin().attach(rtc);
		return rtc;
	}
}

const foreignFile =
	'This file belongs to the review of another workbook. Open that workbook and take the file there.';
