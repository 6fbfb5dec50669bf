/** A member whose entries leap far ahead by their clocks, and what others do to threads afterwards. */
import { describe, expect, it } from 'vitest';
import { ReviewDeeds } from '../../../src/parts/review/review-deeds.ts';
import { entryHash } from '../../../src/review/sealing/entry-signature.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import type { EntryBody, ReviewEntry } from '../../../src/model/review/entry.ts';
import { aReviewGroup, written } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';
import { HostileMember } from '../../support/hostile-member.ts';
import '../../ui/jsdom-platform.ts';

const furthest = 2 ** 32;

/** Ada's thread, which five entries of Ben's leap ahead of. */
async function leaping(body: (thread: string) => EntryBody) {
	const { group, members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const ada = at(members, 0);
	const id = await written(ada.review, {
		...{ kind: 'thread', subject: { kind: 'workbook' }, text: 'Why?', mentions: [] },
	});
	await settle();
	const hostile = await HostileMember.of(at(group.devices, 1), group);
	group.cables.join('Ada', 'Ben');
	const entries: ReviewEntry[] = [];
	for (let seq = 1; seq <= 5; seq++) {
		const last = entries.at(-1);
		const previous = last ? await entryHash(last) : '';
		entries.push(await hostile.entry(body(id), { seq, previous, clock: seq * furthest }));
	}
	await hostile.introduce();
	await hostile.send(await hostile.entries(entries));
	await settle();
	expect(ada.review.entries.at(-1)?.clock).toBe(5 * furthest);
	const thread = () => {
		const found = ada.review.state.threads.get(id);
		if (!found) throw new Error('The thread is gone');
		return found;
	};
	return { ada, thread, deeds: new ReviewDeeds(ada.live, ada.review, new ToastQueue()) };
}

describe('[P-10] whoever turns a thread has the last word over all that was here', () => {
	it('when they resolve it, whatever the clocks of others say, and each deed after it is one entry', async () => {
		const { ada, thread, deeds } = await leaping((id) => ({ kind: 'reopen', thread: id }));
		expect(await deeds.resolve(thread())).toBeUndefined();
		expect(thread().state).toBe('resolved');
		const { length } = ada.review.entries;
		expect(await deeds.reopen(thread())).toBeUndefined();
		expect(thread().state).toBe('open');
		expect(ada.review.entries.length).toBe(length + 1);
	});

	it('when they assign it', async () => {
		const { ada, thread, deeds } = await leaping((id) => ({ kind: 'assign', thread: id }));
		expect(await deeds.assign(thread(), ada.review.me)).toBeUndefined();
		expect(thread().assigned).toBe(ada.review.me);
	});
});
