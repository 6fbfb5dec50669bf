/** What the header says of presenting and following. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import PresenterNotice from '../../../src/parts/review/PresenterNotice.svelte';
import { aReviewGroup } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';

it('offers to come along with whoever presents, and to stop again', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	render(PresenterNotice, { review: ada.review });
	expect(screen.queryByRole('button')).toBeNull();
	ben.review.presence.present(true);
	await settle();
	await userEvent.click(await screen.findByRole('button', { name: 'Ben presents: come along' }));
	expect(ada.review.presence.followed?.name).toBe('Ben');
	await userEvent.click(screen.getByRole('button', { name: 'Stop following Ben' }));
	expect(ada.review.presence.followed).toBeUndefined();
});

it('says to whoever presents that they do, until they stop', async () => {
	const { members } = await aReviewGroup(['owner', 'reviewer']);
	const ada = at(members, 0);
	render(PresenterNotice, { review: ada.review });
	ada.review.presence.present(true);
	await userEvent.click(await screen.findByRole('button', { name: 'Stop presenting' }));
	expect(ada.review.presence.isPresenting).toBe(false);
	expect(screen.queryByRole('button')).toBeNull();
});
