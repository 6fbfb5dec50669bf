/**
 * The review of the open workbook as screens see it: what is read of it, its parts, and the verbs that
 * write entries of this person.
 */
import { refused, type Result } from '../base/result.ts';
import type { EntryBody, ReviewEntry, SignAs } from '../model/review/entry.ts';
import type { Channel } from '../model/review/member.ts';
import { contentText, shownText } from '../model/review/signed-content.ts';
import type { Subject } from '../model/review/subject.ts';
import { sha256Text } from '../review/keys/hash.ts';
import { checkSignOffFile, type SignOffFileCheck } from '../review/sign-off-check.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { ContentHashes } from './content-hashes.svelte.ts';
import { LastReview } from './last-review.svelte.ts';
import { LiveCopies } from './live-copies.svelte.ts';
import { LiveHistory } from './live-history.svelte.ts';
import { LivePresence } from './live-presence.svelte.ts';
import { LiveReach } from './live-reach.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';
import { presentWorkbook } from './present-workbook.ts';
import { ReviewReading } from './review-reading.ts';
import { reviewSources, type ReviewReach } from './review-sources.ts';
import { WholeWorkbook } from './whole-workbook.svelte.ts';

export class LiveReview extends ReviewReading {
	/** The ways by which this workbook reaches others. */
	readonly reach: LiveReach;
	/** Who has the workbook open now, and where this person is. */
	readonly presence: LivePresence;
	/** What subjects say now, for holding sign-offs against it. */
	readonly contents: ContentHashes;
	/** Whether the history is as it was signed, and milestones. */
	readonly history: LiveHistory;
	/** Whether this copy and those of the others are alike. */
	readonly copies: LiveCopies;
	/** When this person last reviewed, and what came since. */
	readonly lastReview: LastReview;
	readonly #whole: WholeWorkbook;

	/** `run`: random, and new for every tab and every opening. */
	constructor(reach: ReviewReach, live: LiveWorkbook, run: string) {
		const { review, startHistoryWorker } = reach;
		const sources = reviewSources(reach);
		super(review, sources);
		live.doers.learn(this);
		this.reach = new LiveReach(reach, sources);
		this.presence = new LivePresence(this, sources, run);
		this.copies = new LiveCopies(review, live, sources);
		this.lastReview = new LastReview(review, live.workbook, () => this.entries);
		this.history = new LiveHistory(review, live, startHistoryWorker);
		this.#whole = new WholeWorkbook(live.workbook);
		this.contents = new ContentHashes(() => presentWorkbook(live, this.#whole));
	}

	/** Writes an entry of this person. Problems mean that nothing was written. */
	write(body: EntryBody, channel?: Channel): Promise<Result<ReviewEntry, PortProblem>> {
		return this.lastReview.noting(body, () => this.review.write(body, channel));
	}

	/** Signs what the subject says now. */
	async sign(subject: Subject, as: SignAs, note = ''): Promise<Result<ReviewEntry, PortProblem>> {
		if (subject.kind === 'workbook') await this.#whole.work();
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

	/** The page goes away. */
	depart(): void {
		this.presence.be('gone');
		this.reach.depart();
	}

	/** Ends the review in this tab. */
	async close(): Promise<void> {
		this.presence.be('gone');
		this.lastReview.close();
		await this.history.close();
		await this.copies.close();
		await this.reach.close();
		await this.review.close();
	}
}
