/** What awaits a person after being apart, and how far they have read: kept through reloads. */
import { waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { EntryBody } from '../../../src/model/review/entry.ts';
import { Awaiting } from '../../../src/parts/review/awaiting.svelte.ts';
import { awaitingWords } from '../../../src/parts/review/awaiting-words.ts';
import { aReviewGroup, written, type AReview } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';
import '../../ui/jsdom-platform.ts';

const aThread: Extract<EntryBody, { readonly kind: 'thread' }> = {
	kind: 'thread',
	subject: { kind: 'workbook' },
	text: 'Look',
	mentions: [],
};

const assigned = '1 thread assigned to you';

/** Ada wrote five threads while Ben was away, one of them for herself; Ben, from clock 1 on, two for her. */
async function apart() {
	const { group, members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	group.cables.part('Ada', 'Ben');
	for (let n = 0; n < 4; n++) await written(ada.review, aThread);
	await written(ada.review, { ...aThread, assigned: ada.review.me });
	const mentions = [ada.review.me];
	for (let n = 0; n < 2; n++) await written(ben.review, { ...aThread, mentions });
	return {
		ada,
		meet: async (): Promise<void> => {
			group.cables.join('Ada', 'Ben');
			await settle();
		},
	};
}

/** As a page says it once it is loaded; it says nothing before. */
async function loaded({ live, review }: AReview, lines: readonly string[]): Promise<Awaiting> {
	const awaiting = new Awaiting(live, review);
	await waitFor(() => expect(linesOf(awaiting)).toEqual(lines));
	return awaiting;
}

function linesOf(awaiting: Awaiting): readonly string[] {
	return awaitingWords(awaiting.items).map(({ text }) => text);
}

it('[P-20] a mention that comes by after everything was read is news, once, also after a reload', async () => {
	const { ada, meet } = await apart();
	await new Awaiting(ada.live, ada.review).markRead();
	await meet();
	await loaded(ada, [assigned, '2 new mentions of you']);
	const awaiting = await loaded(ada, [assigned, '2 new mentions of you']);
	await awaiting.markRead();
	expect(linesOf(awaiting)).toEqual([assigned]);
	await loaded(ada, [assigned]);
});

it('[P-20] a mark of an earlier version, a clock, brings back nothing old and hides nothing that comes', async () => {
	const { ada, meet } = await apart();
	await ada.review.review.store.saveMarks({ store: 'inbox', marks: 5 });
	await loaded(ada, [assigned]);
	await meet();
	await loaded(ada, [assigned, '2 new mentions of you']);
});
