/** The threads of a review, read entry by entry; a part of fold-review.ts. */
import type { EntryId, EntryOf, ReviewEntry } from './entry.ts';
import type { DeviceId } from './member.ts';
import type { Dangling, Said, Thread } from './review-items.ts';

/** What is being built: the same, but not read-only yet. */
export type Draft<Item> = { -readonly [Key in keyof Item]: Item[Key] };
type ThreadDraft = Draft<Omit<Thread, 'replies' | 'entries'>> & {
	readonly replies: Draft<Said>[];
	readonly entries: ReviewEntry[];
};

/** Why an entry changes nothing; undefined where it counts. */
export type Why = Dangling['why'] | undefined;

type AboutThread = EntryOf<'reply'> | EntryOf<'resolve'> | EntryOf<'reopen'> | EntryOf<'assign'>;

export class ThreadFold {
	readonly threads = new Map<EntryId, ThreadDraft>();
	readonly #replies = new Map<EntryId, { reply: Draft<Said>; thread: ThreadDraft }>();

	begin(entry: EntryOf<'thread'>, id: EntryId): void {
		const { subject, text, mentions, assigned } = entry.body;
		this.threads.set(id, {
			...saidIn(entry, id, text, mentions),
			subject,
			replies: [],
			state: 'open',
			assigned,
			entries: [entry],
		});
	}

	/** Takes a reply, also to a thread that was taken back meanwhile: nothing typed is lost. */
	reply(entry: EntryOf<'reply'>, id: EntryId): Why {
		const thread = this.#thread(entry);
		if (!thread) return 'missing';
		const reply = saidIn(entry, id, entry.body.text, entry.body.mentions);
		thread.replies.push(reply);
		thread.entries.push(entry);
		this.#replies.set(id, { reply, thread });
		return undefined;
	}

	/** Resolved, opened again, or assigned. */
	turn(entry: Exclude<AboutThread, EntryOf<'reply'>>): Why {
		const thread = this.#thread(entry);
		if (!thread) return 'missing';
		if (thread.state === 'withdrawn') return 'late';
		const { body } = entry;
		if (body.kind === 'assign') thread.assigned = body.to;
		else thread.state = body.kind === 'resolve' ? 'resolved' : 'open';
		thread.entries.push(entry);
		return undefined;
	}

	/** A thread or a reply. */
	find(id: EntryId): Draft<Said> | undefined {
		return this.threads.get(id) ?? this.#replies.get(id)?.reply;
	}

	/** Notes that a thread or a reply was reworded or taken back. */
	changed(id: EntryId, entry: ReviewEntry): void {
		const thread = this.threads.get(id);
		if (thread?.withdrawn) thread.state = 'withdrawn';
		(thread ?? this.#replies.get(id)?.thread)?.entries.push(entry);
	}

	/** The thread an entry speaks of: never one of the other audience. */
	#thread({ body, channel }: AboutThread): ThreadDraft | undefined {
		const thread = this.threads.get(body.thread);
		return thread?.channel === channel ? thread : undefined;
	}
}

/** What an entry says, as nobody has reworded it or taken it back. */
export function saidIn(
	{ channel, author, name, at, clock }: ReviewEntry,
	id: EntryId,
	text: string,
	mentions: readonly DeviceId[] = [],
): Draft<Said> {
	return {
		...{ id, channel, author, name, at, clock, text, mentions },
		rewordedAt: undefined,
		withdrawn: undefined,
	};
}
