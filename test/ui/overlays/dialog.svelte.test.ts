import '../jsdom-platform.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import Dialog from '../../../src/ui/overlays/Dialog.svelte';

const children = createRawSnippet(() => ({
	render: () => '<label>Name <input data-autofocus /></label>',
}));

function setupDialog() {
	const opener = document.body.appendChild(document.createElement('button'));
	opener.focus();
	const onclose = vi.fn();
	const { unmount } = render(Dialog, { title: 'Rename', onclose, children });
	return { opener, onclose, unmount };
}

it('is named by its title and puts focus where it is asked to', () => {
	setupDialog();
	expect(screen.getByRole('dialog', { name: 'Rename' })).toHaveAttribute('open');
	expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
});

it('asks to be closed by Escape and by its button, and leaves closing to the caller', async () => {
	const { onclose } = setupDialog();
	const dialog = screen.getByRole('dialog');
	const closedByBrowser = await fireEvent(dialog, new Event('cancel', { cancelable: true }));
	expect(closedByBrowser).toBe(false);
	await userEvent.click(screen.getByRole('button', { name: 'Close' }));
	expect(onclose).toHaveBeenCalledTimes(2);
	expect(dialog).toBeInTheDocument();
});

it('does not close when a file field inside it is cancelled', async () => {
	const { onclose } = setupDialog();
	const field = screen.getByRole('textbox', { name: 'Name' });
	await fireEvent(field, new Event('cancel', { bubbles: true }));
	expect(onclose).not.toHaveBeenCalled();
});

it('gives focus back when it goes away', () => {
	const { opener, unmount } = setupDialog();
	unmount();
	expect(opener).toHaveFocus();
});
