/** What is said of an invitation by how far it is. */
import type { LiveReview } from '../../../live/live-review.svelte.ts';

export type Hosted = LiveReview['reach']['invitations'][number];
export type HostedState = Hosted['state'];
export type AnsweredState = Extract<HostedState, { readonly kind: 'answered' }>;

/** Invitations for which something is still to be done here. */
export function isUnderWay({ state }: Hosted): boolean {
	return state.kind === 'open' || state.kind === 'answered' || state.kind === 'connecting';
}

/** Invitations that came to nothing by themselves: shown until somebody has seen it. */
export function isSpent({ state }: Hosted): boolean {
	return state.kind === 'expired' || state.kind === 'failed';
}

/** In a line of a list. */
export function hostedWords(state: HostedState): string {
	switch (state.kind) {
		case 'open':
			return 'Waiting for the answer';
		case 'expired':
			return 'Nobody answered in time. Make a new one.';
		case 'answered':
			return `${state.newcomer.member.name} waits to be let in`;
		case 'connecting':
			return `Connecting with ${state.newcomer.member.name}`;
		case 'joined':
			return `${state.newcomer.member.name} joined`;
		case 'failed':
			return state.text;
		case 'ended':
			return 'Withdrawn';
	}
}
