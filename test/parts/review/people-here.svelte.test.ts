/** Who is here, in the header. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import PeopleHere from '../../../src/parts/review/PeopleHere.svelte';
import { aReviewGroup } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';

test('somebody with two pages open is named once', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	ben.review.presence.here({ place: 'gaps' });
	await settle();
	const board = ada.review.review.session?.presence;
	const [first] = board?.all ?? [];
	if (!board || !first) throw new Error('Ben is here');
	const other = { ...first.presence, run: 'another page', state: 'away' };
	const body = new TextEncoder().encode(JSON.stringify(other));
	board.take(first.device, { body, frame: first.frame }, other.at, first.seenAt + 1);
	const ways = { onrecord: () => undefined, onplace: () => undefined };
	render(PeopleHere, { review: ada.review, workbook: ada.live, ways });
	expect(ada.review.presence.people).toHaveLength(2);
	expect(screen.getByRole('button', { name: 'Here with you: Ben' })).toBeVisible();
});
