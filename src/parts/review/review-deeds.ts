/**
 * What people write in a review, each as one entry. A refusal comes back in words, for the place where
 * it was tried, so that what was typed can stay there.
 */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import type { EntryBody, EntryId, SignAs } from '../../model/review/entry.ts';
import type { Channel, DeviceId } from '../../model/review/member.ts';
import { mentionsIn } from '../../model/review/mention.ts';
import {
	suggestionStanding,
	valueToSet,
	type Said,
	type Suggestion,
	type Thread,
} from '../../model/review/review-items.ts';
import { columnIdOf } from '../../model/review/signed-content.ts';
import { subjectKey, type CellSubject, type Subject } from '../../model/review/subject.ts';
import type { ToastQueue } from '../../ui/feedback/toast-queue.svelte.ts';
import { acceptSuggestions } from '../../workbook/commands/accept-suggestions.ts';
import { RecordDeeds, type Refusal } from '../lines/record-deeds.ts';
import { cellNow } from './cell-now.ts';

/** More leaps than a page takes in before somebody sees them; so many signatures take about a second. */
const mostTimes = 200;

export class ReviewDeeds {
	readonly #workbook: LiveWorkbook;
	readonly #review: LiveReview;
	readonly #toasts: ToastQueue;

	constructor(workbook: LiveWorkbook, review: LiveReview, toasts: ToastQueue) {
		this.#workbook = workbook;
		this.#review = review;
		this.#toasts = toasts;
	}

	/** Begins a thread; 'team' keeps it among owners and editors. */
	begin(subject: Subject, text: string, channel: Channel, assigned?: DeviceId): Promise<Refusal> {
		const mentions = this.#mentions(text);
		return this.#write(
			{ kind: 'thread', subject, text, mentions, ...(assigned ? { assigned } : {}) },
			channel,
		);
	}

	reply(thread: Said, text: string): Promise<Refusal> {
		const mentions = this.#mentions(text);
		return this.#write({ kind: 'reply', thread: thread.id, text, mentions }, thread.channel);
	}

	resolve(thread: Said): Promise<Refusal> {
		const body = { kind: 'resolve', thread: thread.id } as const;
		return this.#turn(thread, body, ({ state }) => state === 'resolved');
	}

	reopen(thread: Said): Promise<Refusal> {
		const body = { kind: 'reopen', thread: thread.id } as const;
		return this.#turn(thread, body, ({ state }) => state === 'open');
	}

	/** To nobody where `to` is left out. */
	assign(thread: Said, to?: DeviceId): Promise<Refusal> {
		const body = { kind: 'assign', thread: thread.id, ...(to ? { to } : {}) } as const;
		return this.#turn(thread, body, ({ assigned }) => assigned === to);
	}

	reword(said: Said, text: string): Promise<Refusal> {
		const mentions = this.#mentions(text);
		return this.#write({ kind: 'reword', entry: said.id, text, mentions }, said.channel);
	}

	withdraw(said: Said, reason = ''): Promise<Refusal> {
		return this.#write({ kind: 'withdraw', entry: said.id, reason }, said.channel);
	}

	/** Keeps a note among owners and editors; an empty one is none. */
	note(subject: Subject, text: string): Promise<Refusal> {
		return this.#write({ kind: 'note', subject, text }, 'team');
	}

	suggest(subject: CellSubject, proposed: string | readonly string[], note: string) {
		const present = cellNow(this.#workbook, subject);
		if (present === undefined) return Promise.resolve('This record is not there any more.');
		return this.#write({ kind: 'suggest', subject, present, proposed, note });
	}

	/**
	 * Sets the proposed values as one command, then says that they were accepted. Where the command is
	 * refused nothing is decided.
	 */
	async accept(suggestions: readonly Suggestion[], label: string): Promise<Refusal> {
		const cells = new Set(suggestions.map(({ subject }) => subjectKey(subject)));
		if (cells.size < suggestions.length) {
			return 'Two of these are for the same cell. Accept one of them, then look at the other.';
		}
		const edits = suggestions.flatMap((suggestion) => {
			const { subject } = suggestion;
			const now = cellNow(this.#workbook, subject) ?? '';
			if (suggestionStanding(suggestion, now) === 'taken') return [];
			const column = columnIdOf(subject.field) ?? subject.field;
			return [{ record: subject.record, column, value: valueToSet(suggestion, now) }];
		});
		if (edits.length > 0) {
			const deeds = new RecordDeeds(this.#workbook, this.#toasts);
			const refusal = deeds.tried(acceptSuggestions, { edits, label });
			if (refusal !== undefined) return refusal;
			deeds.offerUndo(label);
		}
		for (const { id, channel } of suggestions) {
			const refusal = await this.#decide(id, 'accepted', '', channel);
			if (refusal !== undefined)
				return `The value is set, but not that it was accepted: ${refusal}`;
		}
		return undefined;
	}

	refuse({ id, channel }: Suggestion, note: string): Promise<Refusal> {
		return this.#decide(id, 'refused', note, channel);
	}

	/** Signs what the subject says now. */
	async sign(subject: Subject, as: SignAs, note: string): Promise<Refusal> {
		return refusalOf(await this.#review.sign(subject, as, note));
	}

	/** Notes that this person looked at a subject as it stands; '' or undefined content is not there. */
	async look(subject: Subject, outcome: 'fine' | 'question'): Promise<Refusal> {
		const content = this.#review.contents.hash(subject);
		if (!content) return 'What you look at is still being worked out. Try again.';
		return this.#write({ kind: 'look', subject, content, outcome });
	}

	/** Says a refusal where nothing on the screen could show it. */
	async said(refusal: Promise<Refusal>): Promise<void> {
		const text = await refusal;
		if (text !== undefined) this.#toasts.show(text, { tone: 'problem' });
	}

	#decide(suggestion: EntryId, outcome: 'accepted' | 'refused', note: string, channel: Channel) {
		return this.#write({ kind: 'decide', suggestion, outcome, note }, channel);
	}

	/**
	 * Turns a thread, over all that is here: clocks go on by a limited step an entry, so that entries
	 * which leapt far ahead are caught up with by writing it again (SPEC P-10).
	 */
	async #turn({ id, channel }: Said, body: EntryBody, holds: (thread: Thread) => boolean) {
		const { clock: before } = this.#review.state;
		for (let times = 0; times < mostTimes; times++) {
			const written = await this.#review.write(body, channel);
			const thread = this.#review.state.threads.get(id);
			if (!written.ok || written.value.clock > before || !thread || holds(thread)) {
				return refusalOf(written);
			}
		}
		return 'Somebody’s entries count so far ahead that this does not hold yet. Do it again, or have an owner remove who wrote them.';
	}

	#mentions(text: string): DeviceId[] {
		return [...mentionsIn(text, this.#review.members)].slice(0, 50);
	}

	async #write(body: EntryBody, channel?: Channel): Promise<Refusal> {
		return refusalOf(await this.#review.write(body, channel));
	}
}

type Outcome = Awaited<ReturnType<LiveReview['write']>>;

function refusalOf(outcome: Outcome): Refusal {
	return outcome.ok ? undefined : outcome.problems.map(({ text }) => text).join(' ');
}
