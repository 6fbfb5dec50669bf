/** Finds parts of the grid of the harness by their words: names of every cell take jsdom seconds. */
import { screen } from '@testing-library/svelte';

export const grid = (): HTMLElement =>
	screen.getByLabelText('Sample', { selector: '[role="grid"], [role="treegrid"]' });

export function cell(words: string): HTMLElement {
	const found = screen.getByText(words, { selector: '[role="gridcell"] > *' }).parentElement;
	if (!found) throw new Error(`No cell holds ${words}`);
	return found;
}

export function head(label: string): HTMLElement {
	const found = screen.getByText(label, { selector: '[role="columnheader"] > *' }).parentElement;
	if (!found) throw new Error(`No column is called ${label}`);
	return found;
}

export function group(label: string): HTMLElement {
	const row = screen.getByText(label, { selector: '[data-toggle] > *' }).closest('[role="row"]');
	if (!(row instanceof HTMLElement)) throw new Error(`No group is called ${label}`);
	return row;
}

/** The part of the element that has focus a person would name: its group, else its text. */
export function focused(): string {
	const words = document.activeElement?.querySelector('.label') ?? document.activeElement;
	return words?.textContent.trim() ?? '';
}

export function rowIndexOf(element: Element): string | null | undefined {
	return element.closest('[role="row"]')?.getAttribute('aria-rowindex');
}
