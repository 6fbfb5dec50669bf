import '../jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tick } from 'svelte';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import ToastsHarness from './ToastsHarness.svelte';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

function setup(dialog = false) {
	const queue = new ToastQueue();
	const closed = vi.fn();
	const page = render(ToastsHarness, { queue, dialog, onclose: closed });
	const user = userEvent.setup({ advanceTimers: (ms) => void vi.advanceTimersByTime(ms) });
	return { queue, closed, page, user };
}

const work = () => screen.getByRole('button', { name: 'Work' });
const messages = () => screen.getByRole('region', { name: 'Messages', hidden: true });

test('speaks a message politely, a problem at once', async () => {
	const { queue } = setup();
	queue.show('Row 12 removed');
	await tick();
	expect(screen.getByRole('status')).toHaveTextContent('Row 12 removed');
	queue.show('Row 13 could not be read.', { tone: 'problem' });
	await tick();
	expect(screen.getByRole('alert')).toHaveTextContent('Row 13 could not be read.');
});

test('stays while focus is in it or the pointer on it, and then has its full time', async () => {
	const { queue, user } = setup();
	queue.show('Row 12 removed', { action: { label: 'Undo', run: vi.fn() } });
	await tick();
	const undo = screen.getByRole('button', { name: 'Undo' });
	undo.focus();
	await user.hover(undo);
	await user.unhover(undo);
	vi.advanceTimersByTime(60_000);
	expect(queue.toasts).toHaveLength(1);
	work().focus();
	vi.advanceTimersByTime(7_900);
	expect(queue.toasts).toHaveLength(1);
	vi.advanceTimersByTime(100);
	expect(queue.toasts).toHaveLength(0);
});

test('gives focus back after its action and after Escape, and lets the others go on', async () => {
	const { queue, user } = setup();
	const run = vi.fn();
	queue.show('Row 12 removed', { action: { label: 'Undo', run } });
	queue.show('Row 13 removed');
	work().focus();
	await tick();
	await user.click(screen.getByRole('button', { name: 'Undo' }));
	expect(run).toHaveBeenCalledOnce();
	expect(work()).toHaveFocus();
	screen.getByRole('button', { name: 'Dismiss' }).focus();
	await user.keyboard('{Escape}');
	expect(queue.toasts).toEqual([]);
	expect(work()).toHaveFocus();
	queue.show('Row 14 removed');
	vi.advanceTimersByTime(8_000);
	expect(queue.toasts).toEqual([]);
});

test('while a dialog is open, the messages are inside it, and outside again afterwards', async () => {
	const { queue, page, closed, user } = setup(true);
	queue.show('Row 12 removed');
	await tick();
	expect(screen.getByRole('dialog')).toContainElement(messages());
	within(messages()).getByRole('button', { name: 'Dismiss' }).focus();
	await user.keyboard('{Escape}');
	expect(closed).not.toHaveBeenCalled();
	queue.show('Row 13 removed');
	await page.rerender({ dialog: false });
	expect(within(messages()).getByText('Row 13 removed')).toBeVisible();
});
