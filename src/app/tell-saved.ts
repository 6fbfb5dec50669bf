/** Answers the habit of pressing Ctrl+S: what could not be stored is tried again, else nothing is to do. */
import type { ToastQueue } from '../ui/feedback/toast-queue.svelte.ts';
import type { OpenWorkbook } from './services.ts';

export async function tellSaved(
	{ saving }: OpenWorkbook,
	toasts: ToastQueue,
	oncopy: () => void,
): Promise<void> {
	const state = await saving.retry();
	if (state.kind === 'failed') return;
	toasts.show('Every change is saved on this device as you make it.', {
		action: { label: 'Download a copy', run: oncopy },
	});
}
