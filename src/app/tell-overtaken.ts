/** Says whose change took the place of what this person wrote, with the way to put it back. */
import type { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import type { ToastQueue } from '../ui/feedback/toast-queue.svelte.ts';
import { putBack } from '../workbook/commands/put-back.ts';
import { Overtaken } from '../workbook/overtaken.ts';
import { overtakenWords } from '../workbook/overtaken-words.ts';

/** Returns the function that says no more. What nobody weighed stays until it is dismissed. */
export function tellOvertaken(live: LiveWorkbook, toasts: ToastQueue): () => void {
	const overtaken = new Overtaken(live.workbook);
	overtaken.subscribe((values) => {
		const tone = values.some(({ isUnseen }) => isUnseen) ? 'problem' : 'neutral';
		const run = (): void => {
			const done = live.run(putBack, { values });
			if (!done.ok)
				toasts.show(done.problems.map(({ text }) => text).join(' '), { tone: 'problem' });
		};
		toasts.show(overtakenWords(values, live.names, live.doers.nameOf), {
			tone,
			action: { label: values.length === 1 ? 'Put mine back' : 'Put all mine back', run },
		});
	});
	return () => overtaken.destroy();
}
