/** Arrow keys walk the checkboxes of a long list, of which only those in view are drawn. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** Attached around the list and the search field above it: an arrow down there leads into the list. */
export const walkCheckboxes: Attachment<HTMLElement> = (root) =>
	on(root, 'keydown', (event) => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		const target = event.target as HTMLElement;
		const item = target.closest<HTMLElement>('[data-index]');
		const at = item ? Number(item.dataset['index']) + step : 0;
		if (!item && (step < 0 || !target.matches('input[type="search"]'))) return;
		event.preventDefault();
		if (at < 0) root.querySelector<HTMLElement>('input[type="search"]')?.focus();
		else root.querySelector<HTMLElement>(`[data-index="${at}"] input`)?.focus();
	});
