import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import Button from '../../../src/ui/actions/Button.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>Save</span>' }));

it('is a plain button that says what it does', async () => {
	const onclick = vi.fn();
	render(Button, { children, onclick });
	const button = screen.getByRole('button', { name: 'Save' });
	expect(button).toHaveAttribute('type', 'button');
	await userEvent.click(button);
	expect(onclick).toHaveBeenCalledOnce();
});

it('keeps focus and ignores clicks while busy', async () => {
	const onclick = vi.fn();
	render(Button, { children, onclick, busy: true });
	const button = screen.getByRole('button', { name: 'Save' });
	await userEvent.click(button);
	expect(onclick).not.toHaveBeenCalled();
	expect(button).toHaveFocus();
	expect(button).toHaveAttribute('aria-busy', 'true');
});
