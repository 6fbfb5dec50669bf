/** How much of a review stands on something: what its panel counts. */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { SignOff, Thread } from '../../model/review/review-items.ts';
import type { Subject } from '../../model/review/subject.ts';

/** Threads on it; of a record, those on its cells too. */
export function threadsAbout(review: LiveReview, subject: Subject): readonly Thread[] {
	return subject.kind === 'record'
		? review.state.threadsIn(subject.record)
		: review.state.threadsOn(subject);
}

export function openThreadCount(review: LiveReview, subject: Subject): number {
	return threadsAbout(review, subject).filter(({ state }) => state === 'open').length;
}

/** Those that were neither taken back nor replaced, out of date or not. */
export function keptSignOffs(review: LiveReview, subject: Subject): readonly SignOff[] {
	return review.state
		.signOffsOn(subject)
		.filter(({ withdrawn, replacedBy }) => !withdrawn && !replacedBy);
}

/** How many of them were signed over something else than what stands now. */
export function outdatedCount(review: LiveReview, subject: Subject): number {
	const kept = keptSignOffs(review, subject);
	return kept.filter(({ content, shown }) => {
		const now = review.contents.hash(subject, shown);
		return now !== undefined && content !== now;
	}).length;
}
