/** Which threads the list shows: by what is chosen and by what is searched for. */
import { subjectWords, type SubjectNames } from '../../../model/review/subject-words.ts';
import type { DeviceId } from '../../../model/review/member.ts';
import type { Thread } from '../../../model/review/review-items.ts';

export type ThreadChoice = 'open' | 'mine' | 'resolved' | 'all';

/** The newest first: by the last thing that was written in each. */
export function threadsShown(
	threads: Iterable<Thread>,
	{
		choice,
		search,
		me,
		names,
	}: {
		readonly choice: ThreadChoice;
		readonly search: string;
		readonly me: DeviceId;
		readonly names: SubjectNames;
	},
): readonly Thread[] {
	const wanted = search.trim().toLowerCase();
	return [...threads]
		.filter((thread) => isChosen(thread, choice, me))
		.filter(
			(thread) =>
				wanted === '' ||
				[thread, ...thread.replies]
					.flatMap(({ text, name }) => [text, name])
					.concat(subjectWords(thread.subject, names))
					.some((text) => text.toLowerCase().includes(wanted)),
		)
		.sort((a, b) => lastClock(b) - lastClock(a));
}

/** Open, and assigned to this person, naming them or with words of theirs. */
export function isChosen(thread: Thread, choice: ThreadChoice, me: DeviceId): boolean {
	switch (choice) {
		case 'open':
			return thread.state === 'open';
		case 'mine':
			return (
				thread.state === 'open' &&
				(thread.assigned === me ||
					[thread, ...thread.replies].some(
						({ author, mentions }) => author === me || mentions.includes(me),
					))
			);
		case 'resolved':
			return thread.state === 'resolved';
		case 'all':
			return true;
	}
}

function lastClock({ entries, clock }: Thread): number {
	return entries.at(-1)?.clock ?? clock;
}
