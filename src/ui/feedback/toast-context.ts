/** The messages of the product, for the dialogs, which show them while they cover everything else. */
import { getContext, setContext } from 'svelte';
import type { ToastQueue } from './toast-queue.svelte.ts';

const key = Symbol('messages');

export function shareToasts(queue: ToastQueue): void {
	setContext(key, queue);
}

/** Undefined where nobody shares any, as in a test of one component. */
export function sharedToasts(): ToastQueue | undefined {
	return getContext<ToastQueue | undefined>(key);
}
