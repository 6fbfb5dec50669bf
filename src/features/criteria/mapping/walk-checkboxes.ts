/** The keys of a long list of checkboxes under a search field, of which only those in view are drawn. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** Attached around both: arrow keys walk the list and lead in and out of the field; typing finds. */
export const walkCheckboxes: Attachment<HTMLElement> = (root) =>
	on(root, 'keydown', (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const target = event.target as HTMLElement;
		const search = root.querySelector<HTMLElement>('input[type="search"]');
		const item = target.closest<HTMLElement>('[data-index]');
		// The field has the focus before the key is typed.
		if (item && event.key.length === 1 && event.key !== ' ') return search?.focus();
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step === undefined || (!item && (target !== search || step < 0))) return;
		event.preventDefault();
		const at = item ? Number(item.dataset['index']) + step : 0;
		if (at < 0) search?.focus();
		else root.querySelector<HTMLElement>(`[data-index="${at}"] input`)?.focus();
	});
