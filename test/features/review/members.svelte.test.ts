import '../../ui/jsdom-platform.ts';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import RemovedNotice from '../../../src/features/review/RemovedNotice.svelte';
import MembersTab from '../../../src/features/review/members/MembersTab.svelte';
import { promises, takingBack } from '../../../src/model/guidance/promises.ts';
import PeopleHere from '../../../src/parts/review/PeopleHere.svelte';
import { aReviewGroup } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';
import { tabProps } from './a-session.ts';

test('members stand with their roles and the words by which they are compared', async () => {
	const { members } = await aReviewGroup(['owner', 'reviewer']);
	const ada = at(members, 0);
	render(MembersTab, tabProps(ada.review, ada.live).props);
	const user = userEvent.setup();
	expect(screen.getByText('this browser')).toBeInTheDocument();
	await user.click(screen.getByRole('button', { name: 'Words of Ben' }));
	const words = await screen.findByRole('list', { name: 'Words of Ben' });
	expect(
		within(words)
			.getAllByRole('listitem')
			.map((item) => item.textContent),
	).toEqual(await ada.review.wordsOf(at(ada.review.members, 1)));
});

test('an owner removes somebody once it was said what that cannot do', async () => {
	const { members } = await aReviewGroup(['owner', 'editor']);
	const ada = at(members, 0);
	render(MembersTab, tabProps(ada.review, ada.live).props);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Remove Ben' }));
	expect(screen.getByText(promises.removing)).toBeInTheDocument();
	expect(screen.queryByText(/has been an owner/)).toBeNull();
	await user.click(screen.getByRole('button', { name: 'Remove' }));
	await waitFor(() => expect(ada.review.members.map(({ name }) => name)).toEqual(['Ada']));
	expect(await screen.findByText('Removed')).toBeInTheDocument();
});

test('[P-28] who removes an owner that was added earlier reads that it could be taken back', async () => {
	const { members } = await aReviewGroup(['owner', 'owner']);
	const ben = at(members, 1);
	render(MembersTab, tabProps(ben.review, ben.live).props);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Remove Ada' }));
	const dialog = screen.getByRole('dialog', { name: 'Remove Ada' });
	expect(dialog).toHaveTextContent('Ada has been an owner');
	expect(dialog).toHaveTextContent(takingBack);
});

test('[P-7] whoever was removed reads by whom, and nobody else does', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'viewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	render(RemovedNotice, { review: ada.review });
	render(RemovedNotice, { review: ben.review });
	expect(screen.queryByText(/were removed/)).toBeNull();
	await ada.review.review.remove(ben.review.me);
	await settle();
	expect(await screen.findByText(/Ada removed this browser/)).toBeInTheDocument();
	expect(screen.getAllByText('You were removed from this review')).toHaveLength(1);
});

test('[P-28] what was not followed of the member list is shown: who, what and when', async () => {
	const { members, group, settle } = await aReviewGroup(['owner', 'owner', 'viewer']);
	const [ada, ben, cleo] = [at(members, 0), at(members, 1), at(members, 2)];
	render(MembersTab, tabProps(ada.review, ada.live).props);
	expect(screen.queryByText(/were not followed/)).toBeNull();
	group.cables.part('Ada', 'Ben');
	await ada.review.review.changeRole(cleo.review.me, 'reviewer');
	await ben.review.review.changeRole(cleo.review.me, 'editor');
	group.cables.join('Ada', 'Ben');
	await settle();
	const head = await screen.findByText('Changes of the member list that were not followed');
	expect(head.closest('details')).toHaveTextContent(/Ben made Cleo an editor, .+ by their clock/);
});

test('[P-27] who takes another name is shown by it, and the earlier one stays to be seen', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'viewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	render(MembersTab, tabProps(ada.review, ada.live).props);
	await ben.review.review.log.write('review', { kind: 'profile', name: 'Benedict Fry' });
	await settle();
	expect(await screen.findByText('Benedict Fry')).toBeInTheDocument();
	expect(screen.getByText(/Called Ben until/)).toBeInTheDocument();
	expect(ada.review.nameOf(ben.review.me)).toBe('Benedict Fry');
});

test('[P-27] two members of one name are told apart by words of theirs', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	render(MembersTab, tabProps(ada.review, ada.live).props);
	await ben.review.review.log.write('review', { kind: 'profile', name: 'ada' });
	await settle();
	const words = await ada.review.wordsOf(at(ada.review.members, 1));
	expect(await screen.findByText(`ada (${words.slice(0, 2).join(' ')})`)).toBeInTheDocument();
});

test('one changes one’s own name there, and nobody else’s', async () => {
	const { members } = await aReviewGroup(['owner', 'reviewer']);
	const ada = at(members, 0);
	const { props, person } = tabProps(ada.review, ada.live);
	render(MembersTab, props);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: /^Change your name/ }));
	const field = screen.getByLabelText('Your name');
	await user.clear(field);
	await user.type(field, 'Ada Byron');
	await user.click(screen.getByRole('button', { name: 'Change' }));
	expect(person.name).toBe('Ada Byron');
});

test('who was removed can be invited again from the list', async () => {
	const { members } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	render(MembersTab, tabProps(ada.review, ada.live).props);
	await ada.review.review.remove(ben.review.me);
	const user = userEvent.setup();
	await user.click(await screen.findByText('Removed'));
	await user.click(screen.getByRole('button', { name: 'Let Ben in again' }));
	expect(screen.getByRole('dialog', { name: 'Invite somebody' })).toBeInTheDocument();
	expect(screen.getByRole('radio', { name: /Reviewer/ })).toBeChecked();
});

test('the last owner keeps their role, and is told why', async () => {
	const { members } = await aReviewGroup(['owner', 'editor']);
	const ada = at(members, 0);
	render(MembersTab, tabProps(ada.review, ada.live).props);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Change the role of Ada' }));
	await user.click(screen.getByRole('radio', { name: /Editor/ }));
	await user.click(screen.getByRole('button', { name: 'Change the role' }));
	expect(await screen.findByText(/without an owner/)).toBeInTheDocument();
	expect(ada.review.role).toBe('owner');
});

test('who is no owner changes nothing in the member list', async () => {
	const { members } = await aReviewGroup(['owner', 'reviewer']);
	const ben = at(members, 1);
	render(MembersTab, tabProps(ben.review, ben.live).props);
	expect(screen.getByText(/Owners invite people/)).toBeInTheDocument();
	expect(screen.queryByRole('button', { name: /Remove|Change the role|Invite/ })).toBeNull();
});

test('who was removed is not shown as being here', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	ben.review.presence.here({ place: 'gaps' });
	await settle();
	expect(ada.review.presence.people.map(({ name }) => name)).toEqual(['Ben']);
	await ada.review.review.remove(ben.review.me);
	expect(ada.review.presence.people).toEqual([]);
});

test('the header shows who is here, and leads to them', async () => {
	const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
	const [ada, ben] = [at(members, 0), at(members, 1)];
	const { props, asked } = tabProps(ada.review, ada.live);
	const { onrecord, onplace } = props;
	render(PeopleHere, { review: ada.review, workbook: ada.live, ways: { onrecord, onplace } });
	expect(screen.queryByRole('button')).toBeNull();
	ben.review.presence.here({ place: 'gaps' });
	await settle();
	const user = userEvent.setup();
	await user.click(await screen.findByRole('button', { name: 'Here with you: Ben' }));
	await user.click(screen.getByRole('button', { name: 'Go to where Ben is: in Gaps' }));
	expect(asked).toEqual(['gaps']);
	expect(screen.queryByRole('dialog')).toBeNull();
});
