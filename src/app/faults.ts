/**
 * Faults that happen while nothing is drawn: in a handler of an event, in a promise nobody waits for.
 * Each is told once, in a message that stays, so that none is lost in silence.
 */
import { on } from 'svelte/events';
import type { ToastQueue } from '../ui/feedback/toast-queue.svelte.ts';

/** Chromium reports a ResizeObserver that goes on in the next frame as an error; it is none. */
const harmless = 'ResizeObserver loop';

/** Tells the faults of the page until the function returned is called. */
export function tellFaults(page: Window, toasts: ToastQueue): () => void {
	const told = new Set<string>();
	const tell = (fault: unknown, otherwise: string): void => {
		const text = (fault instanceof Error && fault.message) || otherwise;
		if (text.startsWith(harmless) || told.has(text)) return;
		told.add(text);
		toasts.show(
			`The program made a mistake: ${text}. What is saved stays saved. If something looks wrong, reload the page.`,
			{ tone: 'problem' },
		);
	};
	const offs = [
		on(page, 'error', ({ error, message }) => tell(error, message)),
		on(page, 'unhandledrejection', ({ reason }) => tell(reason, String(reason))),
	];
	return () => {
		for (const off of offs) off();
	};
}
