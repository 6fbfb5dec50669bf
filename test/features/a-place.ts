/** What the app gives a place, for tests: ways that note where they lead, storage, and a stand-in grid. */
import { createRawSnippet } from 'svelte';
import type { Ways } from '../../src/parts/findings/follow-mend.ts';
import { CommandBoard } from '../../src/ui/commands/command-board.svelte.ts';
import { ToastQueue } from '../../src/ui/feedback/toast-queue.svelte.ts';

/** `asked` fills with where a person was led, in order. */
export function aPlace() {
	const asked: string[] = [];
	const kept = new Map<string, string>();
	const ways: Ways = {
		onplace: (place, detail) => void asked.push([place, detail].filter(Boolean).join('/')),
		onrecord: (register, id) => void asked.push(`${register} ${id}`),
	};
	return {
		asked,
		ways,
		toasts: new ToastQueue(),
		commands: new CommandBoard(),
		storage: {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
		},
		table: createRawSnippet(() => ({ render: () => '<p>The grid</p>' })),
	};
}
