/** What a review is made of, as sources of Svelte: a call subscribes whoever reads to just that. */
import { createSubscriber } from 'svelte/reactivity';
import type { Connections } from '../review/connections.ts';
import type { StartHistoryWorker } from '../review/history/history-client.ts';
import type { Review } from '../review/review.ts';
import type { StandingStores } from '../review/standing-stores.ts';
import { whileInSession } from './while-in-session.ts';

/** The review and the ways it reaches others. */
export interface ReviewReach {
	readonly review: Review;
	readonly connections: Connections;
	readonly stores: StandingStores;
	readonly startHistoryWorker: StartHistoryWorker;
}

export type ReviewSources = Readonly<
	Record<
		'log' | 'roster' | 'session' | 'presence' | 'copies' | 'connections' | 'stores',
		() => void
	>
>;

export function reviewSources({ review, connections, stores }: ReviewReach): ReviewSources {
	return {
		log: subscriber((listener) => review.log.subscribe(listener)),
		roster: subscriber((listener) => {
			const { membership } = review;
			const stops = [membership.subscribe(listener), membership.onDropped(listener)];
			return () => {
				for (const stop of stops) stop();
			};
		}),
		connections: subscriber((listener) => connections.subscribe(listener)),
		stores: subscriber((listener) => stores.subscribe(listener)),
		session: subscriber((listener) =>
			whileInSession(review, listener, (session) => [
				session.subscribe(listener),
				session.refusals.subscribe(listener),
			]),
		),
		copies: subscriber((listener) => {
			const stops = [
				review.kept.subscribe(listener),
				whileInSession(review, listener, ({ comparison, removals }) => [
					comparison.subscribe(listener),
					removals.subscribe(listener),
				]),
			];
			return () => {
				for (const stop of stops) stop();
			};
		}),
		presence: subscriber((listener) =>
			whileInSession(review, listener, ({ presence }) => [presence.subscribe(listener)]),
		),
	};
}

/** A source of whatever tells its listeners of every change. */
export function subscriber(subscribe: (listener: () => void) => () => void): () => void {
	return createSubscriber((update) => subscribe(update));
}
