import '../../ui/jsdom-platform.ts';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import SessionTab from '../../../src/features/review/session/SessionTab.svelte';
import type { Role } from '../../../src/model/review/member.ts';
import CopyNotice from '../../../src/parts/review/CopyNotice.svelte';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import { manyControls } from '../../bench/many-controls.ts';
import { settle } from '../../support/a-group.ts';
import { aReviewGroup } from '../../support/a-review.ts';
import { aControl, done } from '../../support/a-workbook.ts';
import { tabProps } from './a-session.ts';

/** Ada takes an import of 30 controls back; Ben keeps them. */
async function keptByBen(role: Role) {
	const { group, members } = await aReviewGroup(['owner', role]);
	const [ada, ben] = members;
	if (!ada || !ben) throw new Error('Two members');
	done(ada.workbook, importRows, manyControls(30, 0));
	await settle(group, 1);
	ben.device.takesMass = false;
	ada.workbook.undo();
	await settle(group);
	return { group, ada, ben };
}

const title = 'On 21 Nov 2026 you kept 31 records that Ada removed. Your copy differs from theirs.';

test('[P-9] a change that removes many records waits, and says what either answer means', async () => {
	const { group, members } = await aReviewGroup(['owner', 'editor']);
	const [ada, ben] = members;
	if (!ada || !ben) throw new Error('Two members');
	done(ada.workbook, importRows, manyControls(30, 0));
	await settle(group, 1);
	ben.device.answers = false;
	ada.workbook.undo();
	ada.device.time.turn(60);
	await ada.device.session.settled();
	group.cables.deliverAll();
	const { props } = tabProps(ben.review, ben.live, 'Ben');
	render(SessionTab, props);
	render(CopyNotice, { review: ben.review, onopen: () => undefined });
	expect(await screen.findByText(/Ada removes 31 of \d+ records/)).toBeInTheDocument();
	expect(screen.getByRole('button', { name: 'A change waits for you' })).toBeInTheDocument();
	await userEvent.click(screen.getByRole('button', { name: 'Keep them' }));
	expect(await screen.findByText(title)).toBeInTheDocument();
	expect(ben.workbook.controls.all()).toHaveLength(30);
});

test('[P-29] what an editor kept is told until they keep it for everybody, which is one step of theirs', async () => {
	const { group, ada, ben } = await keptByBen('editor');
	const { props } = tabProps(ben.review, ben.live, 'Ben');
	render(SessionTab, props);
	expect(screen.getByText(title)).toBeInTheDocument();
	await userEvent.click(screen.getByRole('button', { name: 'Keep them for everybody' }));
	await waitFor(() => expect(screen.queryByText(title)).toBeNull());
	await settle(group);
	expect(ada.workbook.controls.all()).toHaveLength(30);
	expect(ben.live.undoStep?.label).toBe('Keep 31 records for everybody');
});

test('[P-29] a reviewer is told to ask an editor, and removes the records here once that was confirmed', async () => {
	const { ben } = await keptByBen('reviewer');
	const { props } = tabProps(ben.review, ben.live, 'Ben');
	render(SessionTab, props);
	expect(screen.getByText(/ask an editor/)).toBeInTheDocument();
	expect(screen.queryByRole('button', { name: 'Keep them for everybody' })).toBeNull();
	await userEvent.click(screen.getByRole('button', { name: 'Remove them here too' }));
	const dialog = screen.getByRole('dialog', { name: 'Remove 31 records here too?' });
	expect(ben.workbook.controls.all()).toHaveLength(30);
	await userEvent.click(within(dialog).getByRole('button', { name: 'Remove 31 records' }));
	await waitFor(() => expect(screen.queryByText(title)).toBeNull());
	expect(ben.workbook.controls.all()).toEqual([]);
});

test('[P-29] whoever removed them is told who kept them, and the header leads there who kept', async () => {
	const { ada, ben } = await keptByBen('editor');
	render(SessionTab, tabProps(ada.review, ada.live).props);
	expect(screen.getByText('Ben kept 31 records that a member removed')).toBeInTheDocument();
	expect(screen.queryByRole('alert')).toBeNull();
	let opened = 0;
	render(CopyNotice, { review: ben.review, onopen: () => void (opened += 1) });
	await userEvent.click(screen.getByRole('button', { name: 'Your copy differs' }));
	expect(opened).toBe(1);
});

test('what others wrote over mine stands with both values, leads to the record, and goes once mine is back', async () => {
	const { group, members } = await aReviewGroup(['owner', 'editor']);
	const [ada, ben] = members;
	if (!ada || !ben) throw new Error('Two members');
	const control = aControl(ben.workbook, { controlId: 'AC-1' });
	const other = aControl(ben.workbook, { controlId: 'AC-2' });
	const write = ({ workbook }: typeof ada, value: string): void => {
		const edits = [control, other].map(({ id }) => ({
			...{ control: id, column: 'owner' as const, value },
		}));
		done(workbook, editControls, { edits });
	};
	write(ben, 'Ben Ode');
	await settle(group, 1);
	write(ada, 'Ada Lund');
	await settle(group, 1);
	const { props, asked } = tabProps(ben.review, ben.live, 'Ben');
	render(SessionTab, props);
	const list = await screen.findByRole('list', { name: 'Written over yours' });
	expect(within(list).getAllByText('Ada Lund')).toHaveLength(2);
	await userEvent.click(within(list).getByRole('button', { name: 'Owner of AC-1' }));
	expect(asked).toEqual([`controls ${control.id} owner`]);
	await userEvent.click(screen.getByRole('button', { name: 'Put mine back: Owner of AC-1' }));
	expect(ben.workbook.controls.get(control.id)?.owner).toBe('Ben Ode');
	await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
	expect(list).toContainElement(document.activeElement as HTMLElement);
	await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Owner of AC-2' }));
	await waitFor(() =>
		expect(screen.queryByRole('list', { name: 'Written over yours' })).toBeNull(),
	);
	expect(ben.workbook.controls.get(other.id)?.owner).toBe('Ada Lund');
});
