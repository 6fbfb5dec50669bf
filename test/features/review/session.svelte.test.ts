import '../../ui/jsdom-platform.ts';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import SessionTab from '../../../src/features/review/session/SessionTab.svelte';
import { promises } from '../../../src/model/guidance/promises.ts';
import { aReviewGroup } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';
import { aHost, answering, tabProps } from './a-session.ts';

type User = ReturnType<typeof userEvent.setup>;
type Host = Awaited<ReturnType<typeof aHost>>;

/** From the button to the code, which is returned. */
async function invited(user: User, { network }: Host): Promise<string> {
	await user.click(screen.getByRole('button', { name: 'Invite somebody' }));
	await user.click(screen.getByRole('button', { name: 'Make the code' }));
	return waitFor(async () => {
		await network.pass(1_000);
		const name = 'Link that opens this program with the code';
		return screen.getByLabelText<HTMLTextAreaElement>(name).value;
	});
}

describe('a workbook that is shared with nobody', () => {
	test('says what leaves the browser in the words of the promises', async () => {
		const { review, live } = await aHost();
		const { props, asked } = tabProps(review, live);
		render(SessionTab, props);
		for (const promise of [promises.nothingLeaves, promises.sealed, promises.seen]) {
			expect(screen.getByText(promise)).toBeInTheDocument();
		}
		await userEvent.click(screen.getByRole('button', { name: 'What is promised and what is not' }));
		expect(asked).toEqual(['guidance/review-promises']);
		expect(review.isShared).toBe(false);
	});

	test('asks who has no name for one before anybody sees them', async () => {
		const host = await aHost();
		const { props, person } = tabProps(host.review, host.live, 'You');
		render(SessionTab, props);
		const user = userEvent.setup();
		await user.click(screen.getByRole('button', { name: 'Invite somebody' }));
		await user.click(screen.getByRole('button', { name: 'Make the code' }));
		expect(screen.getByText(/Type your name/)).toBeInTheDocument();
		expect(host.review.isShared).toBe(false);
		await user.type(screen.getByLabelText('Your name'), 'Ana Ruiz');
		await user.click(screen.getByRole('button', { name: 'Make the code' }));
		expect(person.name).toBe('Ana Ruiz');
	});
});

describe('an invitation', () => {
	test('leads over the compared words to a connection', async () => {
		const host = await aHost();
		const { props } = tabProps(host.review, host.live);
		render(SessionTab, props);
		const user = userEvent.setup();
		const guest = await answering(await invited(user, host), host.network);
		await user.click(screen.getByLabelText('The answer they send back'));
		await user.paste(guest.code);
		await user.click(screen.getByRole('button', { name: 'Take the answer' }));
		const words = await screen.findByRole('list', { name: 'Words of Priya' });
		expect(
			within(words)
				.getAllByRole('listitem')
				.map((item) => item.textContent),
		).toEqual(guest.words);
		expect(host.review.members).toHaveLength(1);
		await user.click(screen.getByRole('button', { name: 'Let in' }));
		await waitFor(async () => {
			await host.network.pass(1_000);
			expect(screen.getByRole('heading', { name: 'Joined' })).toBeInTheDocument();
		});
		expect(host.review.members.map(({ name, role }) => [name, role])).toEqual([
			['Ada', 'owner'],
			['Priya', 'reviewer'],
		]);
	});

	test('says what is wrong with an answer, and takes the right one afterwards', async () => {
		const host = await aHost();
		const { props } = tabProps(host.review, host.live);
		render(SessionTab, props);
		const user = userEvent.setup();
		const link = await invited(user, host);
		const field = screen.getByLabelText('The answer they send back');
		await user.click(field);
		await user.paste(link);
		await user.click(screen.getByRole('button', { name: 'Take the answer' }));
		expect(await screen.findByText(/This is an invitation, not an answer/)).toBeInTheDocument();
		const guest = await answering(link, host.network);
		await user.clear(field);
		await user.paste(guest.code);
		await user.click(screen.getByRole('button', { name: 'Take the answer' }));
		expect(await screen.findByRole('list', { name: 'Words of Priya' })).toBeInTheDocument();
	});

	test('lets nobody in whose words are not the same', async () => {
		const host = await aHost();
		const { props } = tabProps(host.review, host.live);
		render(SessionTab, props);
		const user = userEvent.setup();
		const guest = await answering(await invited(user, host), host.network, 'Mallory');
		await user.click(screen.getByLabelText('The answer they send back'));
		await user.paste(guest.code);
		await user.click(screen.getByRole('button', { name: 'Take the answer' }));
		await user.click(await screen.findByRole('button', { name: 'Do not let in' }));
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		expect(host.review.members.map(({ name }) => name)).toEqual(['Ada']);
		await waitFor(async () => {
			await host.network.pass(1_000);
			expect(guest.state).toMatchObject({ kind: 'failed', why: 'declined' });
		});
	});

	test('that ran out says so in the dialog and in the list, and goes when it was seen', async () => {
		const host = await aHost();
		const { props } = tabProps(host.review, host.live);
		render(SessionTab, props);
		const user = userEvent.setup();
		await invited(user, host);
		await host.network.pass(60 * 60_000);
		expect(await screen.findByText(/Nobody answered this invitation before/)).toBeInTheDocument();
		await user.click(screen.getByRole('button', { name: 'Done' }));
		const list = screen.getByRole('list', { name: 'Invitations' });
		expect(within(list).getByText(/Nobody answered in time/)).toBeInTheDocument();
		await user.click(within(list).getByRole('button', { name: 'Dismiss invitation' }));
		await waitFor(() => expect(screen.queryByRole('list', { name: 'Invitations' })).toBeNull());
	});

	test('is found again after its dialog was closed, and can be withdrawn', async () => {
		const host = await aHost();
		const { props } = tabProps(host.review, host.live);
		render(SessionTab, props);
		const user = userEvent.setup();
		const link = await invited(user, host);
		await user.click(screen.getByRole('button', { name: 'Close' }));
		const list = screen.getByRole('list', { name: 'Invitations' });
		await user.click(within(list).getByRole('button', { name: 'Open invitation' }));
		expect(screen.getByLabelText('Link that opens this program with the code')).toHaveValue(link);
		await user.click(screen.getByRole('button', { name: 'Close' }));
		await user.click(within(list).getByRole('button', { name: 'Withdraw invitation' }));
		await waitFor(() => expect(screen.queryByRole('list', { name: 'Invitations' })).toBeNull());
	});
});

describe('in a session', () => {
	test('everybody stands with their place, and can be followed', async () => {
		const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = members;
		if (!ada || !ben) throw new Error('Two members');
		const { props, asked } = tabProps(ada.review, ada.live);
		render(SessionTab, props);
		ben.review.presence.here({ place: 'criteria', detail: 'CC6.1' });
		await settle();
		const user = userEvent.setup();
		await user.click(await screen.findByRole('button', { name: /Go to where Ben is/ }));
		expect(asked).toEqual(['criteria/CC6.1']);
		await user.click(screen.getByRole('button', { name: 'Follow Ben' }));
		expect(ada.review.presence.followed?.name).toBe('Ben');
		await user.click(screen.getByRole('button', { name: 'Stop following Ben' }));
		expect(ada.review.presence.followed).toBeUndefined();
		await user.click(screen.getByRole('button', { name: 'Present to all' }));
		expect(ada.review.presence.isPresenting).toBe(true);
	});

	test('a file of something else is refused with what to do', async () => {
		const { members } = await aReviewGroup(['owner', 'viewer']);
		const [ada] = members;
		if (!ada) throw new Error('A member');
		const { props } = tabProps(ada.review, ada.live);
		render(SessionTab, props);
		const other = new File(['a,b\n1,2\n'], 'controls.review');
		await userEvent.upload(screen.getByLabelText('A file that somebody sent'), other);
		expect(await screen.findByRole('alert')).toBeInTheDocument();
	});

	test('what came of each of several files is said, and the focus stays here when it is put away', async () => {
		const { members } = await aReviewGroup(['owner', 'viewer']);
		const [ada] = members;
		if (!ada) throw new Error('A member');
		const { props } = tabProps(ada.review, ada.live);
		render(SessionTab, props);
		const user = userEvent.setup();
		const files = ['one.review', 'two.review'].map((name) => new File(['a,b'], name));
		await user.upload(screen.getByLabelText('A file that somebody sent'), files);
		for (const name of ['one.review', 'two.review'])
			expect(await screen.findByText(name)).toBeInTheDocument();
		for (const dismiss of screen.getAllByRole('button', { name: 'Dismiss' })) {
			await user.click(dismiss);
			expect(screen.getByRole('button', { name: 'Save a file for the others' })).toHaveFocus();
		}
		expect(screen.queryByText('one.review')).toBeNull();
	});
});

test('[P-7] whoever was removed reads so, and is offered nothing that would reach nobody', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	const { props, asked } = tabProps(ben.review, ben.live);
	render(SessionTab, props);
	expect(screen.getByRole('heading', { name: 'Who is here' })).toBeInTheDocument();
	await ada.review.review.remove(ben.review.me);
	await settle();
	await screen.findByRole('heading', { name: 'This browser is no member any more' });
	expect(screen.queryByRole('heading', { name: 'Who is here' })).toBeNull();
	expect(screen.queryByRole('heading', { name: 'Without meeting' })).toBeNull();
	await userEvent.click(screen.getByRole('button', { name: 'Members, roles and keys' }));
	expect(asked).toEqual(['guidance/review-members']);
});
