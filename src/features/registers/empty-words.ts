/** What is said instead where a register is empty, and offered beside adding and importing. */
import type { Snippet } from 'svelte';

export interface EmptyWords {
	readonly title?: string;
	readonly text?: string;
	readonly actions?: Snippet;
}
