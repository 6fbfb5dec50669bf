/** How this workbook reaches others now, as lines of words. */
import type { LiveReview } from '../../../live/live-review.svelte.ts';
import type { PillState } from '../../../ui/feedback/pill-state.ts';

export interface LinkLine {
	readonly id: string;
	readonly what: string;
	readonly state: PillState;
	readonly word: string;
	/** What happened, and what to do. */
	readonly text: string;
}

type CarrierView = LiveReview['reach']['carriers'][number];

const carrierNames = {
	rtc: 'Direct connections',
	folder: 'Shared folder',
	relay: 'Your relay',
} as const;

const carrierStates = {
	off: { state: 'none', word: 'Off' },
	waiting: { state: 'planned', word: 'Waiting' },
	on: { state: 'met', word: 'On' },
	failed: { state: 'late', word: 'Gone' },
} as const;

const linkStates = {
	connecting: { state: 'planned', word: 'Waiting' },
	up: { state: 'met', word: 'On' },
	quiet: { state: 'part', word: 'Quiet' },
	asleep: { state: 'part', word: 'Asleep' },
	gone: { state: 'late', word: 'Gone' },
} as const;

/** One line for each way to others, and one for each browser that is connected directly. */
export function linkLines(review: LiveReview): readonly LinkLine[] {
	return review.reach.carriers.flatMap((view) => {
		const { kind } = view.carrier;
		if (kind === 'tabs' || kind === 'bundle') return [];
		const { status } = view;
		const text = status.kind === 'off' ? 'Nobody is connected this way.' : status.text;
		const line = { id: kind, what: carrierNames[kind], ...carrierStates[status.kind], text };
		return kind === 'rtc' ? [line, ...directLines(view, review)] : [line];
	});
}

function directLines({ links }: CarrierView, review: LiveReview): readonly LinkLine[] {
	return (review.reach.connections.rtc?.links ?? []).map(({ id, state, text }) => {
		const device = links.find((link) => link.id === id)?.device;
		const what = device === undefined ? unknown(state) : review.nameOf(device);
		return { id, what, ...linkStates[state], text };
	});
}

/** A browser proves who it is a moment after it was reached. */
function unknown(state: string): string {
	if (state === 'connecting') return 'Somebody who is on their way';
	return state === 'asleep' ? 'A browser that fell silent' : 'A browser about to show who it is';
}
