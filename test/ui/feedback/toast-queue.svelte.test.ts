import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (queue: ToastQueue): string[] => queue.toasts.map((toast) => toast.text);

it('keeps a message for eight seconds', () => {
	const queue = new ToastQueue();
	queue.show('Row 12 removed');
	vi.advanceTimersByTime(7_999);
	expect(texts(queue)).toEqual(['Row 12 removed']);
	vi.advanceTimersByTime(1);
	expect(texts(queue)).toEqual([]);
});

it('stands still while paused and gives the full time again afterwards', () => {
	const queue = new ToastQueue();
	queue.show('Row 12 removed');
	vi.advanceTimersByTime(7_000);
	queue.pause();
	vi.advanceTimersByTime(60_000);
	queue.resume();
	vi.advanceTimersByTime(7_999);
	expect(texts(queue)).toEqual(['Row 12 removed']);
});

it('keeps a problem until it is dismissed', () => {
	const queue = new ToastQueue();
	const id = queue.show('Could not save.', { tone: 'problem' });
	vi.advanceTimersByTime(600_000);
	expect(texts(queue)).toEqual(['Could not save.']);
	queue.dismiss(id);
	expect(texts(queue)).toEqual([]);
});

it('shows a problem that stands already only once', () => {
	const queue = new ToastQueue();
	const first = queue.show('Could not send.', { tone: 'problem' });
	expect(queue.show('Could not send.', { tone: 'problem' })).toBe(first);
	expect(texts(queue)).toEqual(['Could not send.']);
	queue.dismiss(first);
	queue.show('Could not send.', { tone: 'problem' });
	expect(texts(queue)).toEqual(['Could not send.']);
});

it('runs an action once and takes its message away', () => {
	const queue = new ToastQueue();
	const run = vi.fn();
	queue.show('Row 12 removed', { action: { label: 'Undo', run } });
	queue.act(queue.toasts[0]!);
	expect(run).toHaveBeenCalledOnce();
	expect(texts(queue)).toEqual([]);
});

it('shows the latest four', () => {
	const queue = new ToastQueue();
	for (const text of ['a', 'b', 'c', 'd', 'e']) queue.show(text);
	expect(texts(queue)).toEqual(['b', 'c', 'd', 'e']);
});

it('pushes out what would pass anyway, never a problem nor the newest', () => {
	const queue = new ToastQueue();
	queue.show('a');
	for (const text of ['b!', 'c!', 'd!', 'e!']) queue.show(text, { tone: 'problem' });
	queue.show('f');
	expect(texts(queue)).toEqual(['b!', 'c!', 'd!', 'e!', 'f']);
});

it('shows nothing for less than its time, however attention comes and goes', () => {
	const queue = new ToastQueue();
	queue.pause();
	queue.show('Row 12 removed');
	vi.advanceTimersByTime(60_000);
	expect(texts(queue)).toEqual(['Row 12 removed']);
	queue.resume();
	vi.advanceTimersByTime(8_000);
	expect(texts(queue)).toEqual([]);
});

it('takes away what offers to act on something that is gone, and leaves the rest', () => {
	const queue = new ToastQueue();
	queue.show('Row 12 removed', { action: { label: 'Undo', run: vi.fn() } });
	queue.show('Row 13 could not be read.', { tone: 'problem' });
	queue.withdrawOffers();
	expect(texts(queue)).toEqual(['Row 13 could not be read.']);
});
