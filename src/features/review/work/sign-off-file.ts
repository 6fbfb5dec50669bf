/** The sign-offs of a review as a file that can be checked anywhere. */
import type { LiveReview } from '../../../live/live-review.svelte.ts';
import { entryId } from '../../../model/review/entry.ts';
import { entriesToHandOut, isSign, writeSignOffFile } from '../../../model/review/sign-off-file.ts';
import { contentText } from '../../../model/review/signed-content.ts';

/**
 * All sign-offs that everybody may see, with the member list and whatever content is at hand. Content
 * that was too long to be kept beside its signature is in the file only while it still says the same.
 * @param name of the workbook.
 */
export function signOffFile(review: LiveReview, name: string): Blob {
	const { membership } = review.review;
	const { state, contents } = review;
	const wanted = new Set([...state.signOffs.values()].map(({ id }) => id));
	const entries = entriesToHandOut(state, wanted);
	const texts = entries.filter(isSign).flatMap(({ body }): [string, string][] => {
		if (body.shown !== undefined || contents.hash(body.subject) !== body.content) return [];
		const content = contents.content(body.subject);
		return content ? [[body.content, contentText(content)]] : [];
	});
	const text = writeSignOffFile({
		workbook: name.slice(0, 200),
		madeAt: review.review.now(),
		scope: membership.reviewId,
		statements: membership.chain?.statements ?? [],
		entries,
		contents: Object.fromEntries(texts),
	});
	return new Blob([text], { type: 'application/json' });
}

/** How many sign-offs such a file would hold. */
export function handedOut({ state }: LiveReview): number {
	return [...state.entries.values()].filter(
		(entry) =>
			entry.channel === 'review' &&
			entry.body.kind === 'sign' &&
			state.signOffs.has(entryId(entry)),
	).length;
}
