import '../../ui/jsdom-platform.ts';

import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import HistoryTab from '../../../src/features/review/history/HistoryTab.svelte';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { settle } from '../../support/a-group.ts';
import { aPlace } from '../a-place.ts';
import { aReview, aReviewGroup, type AReview } from '../../support/a-review.ts';
import { aControl, done } from '../../support/a-workbook.ts';

// The worker answers when it has the time.
configure({ asyncUtilTimeout: 10_000 });

let asked: string[];

function show({ live, review, device }: AReview) {
	const { ways, toasts, commands, asked: ways_asked } = aPlace();
	asked = ways_asked;
	render(HistoryTab, {
		...{ review, workbook: live, toasts, commands, ...ways },
		name: 'Example Ltd',
		person: { name: device.name, rename: () => Promise.resolve(undefined) },
		dropped: [],
		ontaken: () => undefined,
		ondownload: () => undefined,
	});
	return userEvent.setup();
}

describe('the history of a review', () => {
	let mine: AReview;

	beforeEach(async () => {
		mine = await aReview();
	});

	it('[N-7] names a state, shows what came since, and restores it as one change', async () => {
		const access = aControl(mine.workbook, { controlId: 'AC-01', owner: 'CTO' });
		const user = show(mine);
		await user.click(screen.getByRole('button', { name: 'Name this state' }));
		await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Before fieldwork');
		await user.click(screen.getByRole('button', { name: 'Keep' }));
		const compare = await screen.findByRole('button', {
			name: 'Compare “Before fieldwork” with now',
		});

		const edits = [{ control: access.id, column: 'owner', value: 'CISO' }] as const;
		done(mine.workbook, editControls, { edits });
		aControl(mine.workbook, { controlId: 'NEW-01' });
		await user.click(compare);
		expect(await screen.findByText('1 changed, 1 new.')).toBeVisible();
		const row = screen.getByRole('row', { name: /Owner/ });
		expect(
			within(row)
				.getAllByRole('cell')
				.map((cell) => cell.textContent),
		).toEqual(['CTO', 'CISO']);
		expect(screen.getByRole('button', { name: 'All milestones' })).toHaveFocus();
		await user.keyboard('{Enter}');
		const again = await screen.findByRole('button', { name: /^Compare “Before fieldwork”/ });
		await waitFor(() => expect(again).toHaveFocus());
		await user.keyboard('{Enter}');
		await screen.findByText('1 changed, 1 new.');
		await user.click(screen.getByRole('button', { name: 'AC-01' }));
		expect(asked).toEqual([`controls ${access.id}`]);

		await user.click(screen.getByRole('button', { name: 'Restore “Before fieldwork”' }));
		const dialog = screen.getByRole('dialog');
		await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
		expect(await screen.findByRole('heading', { name: 'Milestones' })).toBeVisible();
		expect(mine.workbook.controls.get(access.id)?.owner).toBe('CTO');
		expect(mine.workbook.history.undoStep?.label).toBe('Restore milestone “Before fieldwork”');
	});

	it('[N-5] says what is wrong with the history, and that nothing is once it is under seal', async () => {
		aControl(mine.workbook);
		const { actor, timer } = { actor: () => 'Ada', timer: mine.device.time };
		mine.review.history.begin({ actor, timer, onProblem: () => undefined });
		const user = show(mine);
		await user.click(screen.getByRole('button', { name: 'Check now' }));
		expect(
			await screen.findByText('1 entry bound by one person is as it was signed.'),
		).toBeVisible();

		const entries = mine.workbook.doc.getMap<object>('activity');
		for (const [id, entry] of entries) entries.set(id, { ...entry, label: 'Nothing happened' });
		await user.click(screen.getByRole('button', { name: 'Check now' }));
		expect(
			await screen.findByText(/1 entry of the activity list is not what Ada signed/),
		).toBeVisible();
	});

	it('[P-22] shows a milestone of another member once it has come, and offers no naming to reviewers', async () => {
		const { members, group } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = members;
		show(ben!);
		await ada!.review.history.nameMilestone('Handed over', '');
		await settle(group, 0);
		expect(await screen.findByText(/^Not here yet\. It comes by itself while Ada/)).toBeVisible();
		expect(screen.queryByRole('button', { name: 'Name this state' })).toBeNull();
		expect(screen.queryByRole('button', { name: /^Compare/ })).toBeNull();

		await settle(group, 1);
		const compare = await screen.findByRole('button', { name: /^Compare “Handed over”/ });
		expect(compare).toBeVisible();
		expect(screen.queryByText(/^Not here yet/)).toBeNull();
	});
});
