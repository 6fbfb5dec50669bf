import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import SidePanel from '../../../src/ui/overlays/SidePanel.svelte';

const children = createRawSnippet(() => ({ render: () => '<input aria-label="Title" />' }));

it('takes focus, closes on Escape from inside, and gives focus back', async () => {
	const opener = document.body.appendChild(document.createElement('button'));
	opener.focus();
	const onclose = vi.fn();
	const { unmount } = render(SidePanel, { title: 'Row 12', onclose, children });
	expect(screen.getByRole('heading', { name: 'Row 12' })).toHaveFocus();
	await userEvent.click(screen.getByRole('textbox', { name: 'Title' }));
	await userEvent.keyboard('{Escape}');
	expect(onclose).toHaveBeenCalledOnce();
	unmount();
	expect(opener).toHaveFocus();
});

it('is widened and narrowed by keyboard, within bounds', async () => {
	render(SidePanel, { title: 'Row 12', onclose: vi.fn(), children, width: 400 });
	const edge = screen.getByRole('slider', { name: 'Width of the panel' });
	edge.focus();
	await userEvent.keyboard('{ArrowLeft}');
	expect(edge).toHaveAttribute('aria-valuenow', '424');
	await userEvent.keyboard('{ArrowRight>9/}');
	expect(edge).toHaveAttribute('aria-valuenow', '320');
});
