import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import Checks from '../../../src/features/checks/Checks.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { countingIds } from '../../support/fixed.ts';

/** A workbook in scope with a control that has no owner and one that is mapped to too many criteria. */
function opened(check: string) {
	const workbook = aWorkbook();
	done(workbook, setScope, { values: { categories: ['security'] } });
	const unowned = aControl(workbook, { controlId: 'AC-01', criteria: ['CC6.1'] });
	const broad = aControl(workbook, {
		controlId: 'AC-02',
		owner: 'Dana',
		criteria: ['CC6.1', 'CC6.2', 'CC6.3', 'CC6.4', 'CC6.5', 'CC6.6', 'CC6.7', 'CC6.8', 'CC7.1'],
	});
	return { workbook, unowned, broad, ...shown(workbook, check) };
}

/** The checks of a workbook, one of them open. */
function shown(workbook: Workbook, check: string) {
	const onrecord = vi.fn();
	const onopen = vi.fn();
	const live = new LiveWorkbook(workbook);
	render(Checks, {
		workbook: live,
		toasts: new ToastQueue(),
		opened: check,
		onopen,
		onrecord,
		onplace: vi.fn(),
	});
	return { live, onrecord, onopen };
}

const found = (check: string) => screen.getByRole('list', { name: `Found by ${check}` });

test('a finding leads to the very cell that mends it, and goes when that is mended', async () => {
	const { workbook, unowned, onrecord } = opened('CTL-01');
	const list = found('CTL-01');
	expect(within(list).getByText('AC-01 has no owner.')).toBeVisible();
	await userEvent.click(screen.getByRole('button', { name: 'Go to: AC-01 has no owner.' }));
	expect(onrecord).toHaveBeenCalledWith('controls', unowned.id, 'owner');
	done(workbook, editControls, {
		edits: [{ control: unowned.id, column: 'owner', value: 'Jun' }],
	});
	await vi.waitFor(() => expect(screen.queryByText('AC-01 has no owner.')).toBeNull());
});

test('an error is mended, not accepted', () => {
	opened('CTL-01');
	expect(screen.queryByRole('button', { name: /^Accept: AC-01/ })).toBeNull();
});

test('[Q-3] a warning is accepted with a reason, by name and date, until its record changes', async () => {
	const { workbook, broad } = opened('COV-06');
	await userEvent.click(screen.getByRole('button', { name: /^Accept: AC-02/ }));
	const dialog = screen.getByRole('dialog', { name: 'Accept this warning' });
	await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
	expect(within(dialog).getByText('Say why this is acceptable.')).toBeVisible();
	await userEvent.type(within(dialog).getByLabelText(/Why/), 'It is one gateway for all');
	await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
	expect(screen.queryByRole('list', { name: 'Found by COV-06' })).toBeNull();
	await userEvent.click(screen.getByRole('radio', { name: /^Accepted/ }));
	expect(within(found('COV-06')).getByText(/Accepted by Dana .*: It is one gateway/)).toBeVisible();
	done(workbook, editControls, { edits: [{ control: broad.id, column: 'notes', value: 'New' }] });
	await userEvent.click(screen.getByRole('radio', { name: 'Open' }));
	expect(within(found('COV-06')).getByText(/AC-02 is mapped to 9 criteria/)).toBeVisible();
});

test('a finding is put into the plan once', async () => {
	const { live } = opened('CTL-01');
	await userEvent.click(screen.getByRole('button', { name: 'Plan: AC-01 has no owner.' }));
	const [gap] = live.records('gaps');
	expect(gap).toMatchObject({ title: 'AC-01 has no owner', foundBy: 'check', status: 'open' });
	expect(screen.queryByRole('button', { name: 'Plan: AC-01 has no owner.' })).toBeNull();
	expect(screen.getByRole('button', { name: /^In the plan/ })).toBeVisible();
});

test('filters leave what they say, and can be taken off', async () => {
	opened('CTL-01');
	await userEvent.click(screen.getByRole('radio', { name: /^Warnings/ }));
	expect(screen.queryByRole('button', { name: /CTL-01/ })).toBeNull();
	await userEvent.type(screen.getByRole('searchbox', { name: 'Find in checks' }), 'zebra');
	expect(screen.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
	await userEvent.click(screen.getByRole('button', { name: 'Show all findings' }));
	expect(screen.getByRole('button', { name: /CTL-01/ })).toBeVisible();
});

test('says how many checks run, which do not, and what these wait for', async () => {
	opened('CTL-01');
	expect(screen.getByText(/101 checks run here, \d+ of them found nothing/)).toBeVisible();
	await userEvent.click(screen.getByText('Checks that do not run yet, by what they wait for'));
	expect(screen.getByText('A register of incidents')).toBeVisible();
	expect(screen.getByText('INC-03')).toBeVisible();
});

test('[Q-7] a value that was dropped unseen is put back from its finding', async () => {
	const ada = aWorkbook(new Y.Doc(), countingIds('a'));
	const { id } = aControl(ada, { controlId: 'AC-01', owner: 'Dana' });
	const bo = aWorkbook(new Y.Doc(), countingIds('b'));
	Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(ada.doc));
	// Of two writings unseen, the one of the greater client stands.
	[ada.doc.clientID, bo.doc.clientID] = [1, 2];
	done(ada, editControls, { edits: [{ control: id, column: 'owner', value: 'Ana' }] });
	done(bo, editControls, { edits: [{ control: id, column: 'owner', value: 'Ben' }] });
	Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(bo.doc), 'peer');
	shown(ada, 'WKB-06');
	expect(ada.controls.get(id)?.owner).toBe('Ben');
	await userEvent.click(
		screen.getByRole('button', { name: /^Put it back: Owner of AC-01 had two edits.*“Ana” by/ }),
	);
	expect(ada.controls.get(id)?.owner).toBe('Ana');
	await vi.waitFor(() => expect(screen.queryByText(/had two edits/)).toBeNull());
});
