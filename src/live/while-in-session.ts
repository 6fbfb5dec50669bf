/** Listening to the session of a review that may not have begun. */
import type { Review } from '../review/review.ts';
import type { ReviewSession } from '../review/session/review-session.ts';

/** Hears of the session, from when it begins on. */
export function whileInSession(
	review: Review,
	listener: () => void,
	subscribe: (session: ReviewSession) => readonly (() => void)[],
): () => void {
	let stops: readonly (() => void)[] = [];
	let joined: ReviewSession | undefined;
	const join = (): void => {
		if (joined || !review.session) return;
		joined = review.session;
		stops = subscribe(joined);
	};
	join();
	const stop = review.subscribe(() => {
		join();
		listener();
	});
	return () => {
		stop();
		for (const end of stops) end();
	};
}
