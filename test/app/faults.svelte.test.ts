import { expect, test } from 'vitest';
import { tellFaults } from '../../src/app/faults.ts';
import { ToastQueue } from '../../src/ui/feedback/toast-queue.svelte.ts';

function setup() {
	const toasts = new ToastQueue();
	const stop = tellFaults(window, toasts);
	const fail = (error: unknown, message = ''): void => {
		window.dispatchEvent(new ErrorEvent('error', { error, message }));
	};
	const reject = (reason: unknown): void => {
		window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
	};
	return { fail, reject, stop, texts: () => toasts.toasts.map(({ text }) => text), toasts };
}

test('a fault outside of drawing becomes a message that stays, with the fault in it', () => {
	const { fail, reject, stop, texts, toasts } = setup();
	fail(new Error('the sky fell'));
	reject(new Error('the disk is gone'));
	reject('just a word');
	expect(texts()).toEqual([
		expect.stringContaining('the sky fell'),
		expect.stringContaining('the disk is gone'),
		expect.stringContaining('just a word'),
	]);
	expect(toasts.toasts.map(({ tone }) => tone)).toEqual(['problem', 'problem', 'problem']);
	stop();
});

test('each is told once, and what the browser only remarks is none', () => {
	const { fail, stop, texts } = setup();
	fail(undefined, 'ResizeObserver loop completed with undelivered notifications.');
	expect(texts()).toEqual([]);
	fail(new Error('again'));
	fail(new Error('again'));
	expect(texts()).toHaveLength(1);
	stop();
	fail(undefined, 'after the end');
	expect(texts()).toHaveLength(1);
});
