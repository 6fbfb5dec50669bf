import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { paragraph } from '../../../src/base/text-blocks.ts';
import Explain from '../../../src/ui/overlays/Explain.svelte';

const props = { title: 'Two gates', blocks: [paragraph('The desk keeps a list of both.')] };

test('it opens its text right there, with the focus at its title, and Esc gives the focus back', async () => {
	render(Explain, props);
	const user = userEvent.setup();
	const button = screen.getByRole('button', { name: 'What is this? Two gates' });
	expect(button).toHaveAttribute('aria-expanded', 'false');
	await user.click(button);
	expect(screen.getByRole('dialog', { name: 'Two gates' })).toHaveTextContent(
		'The desk keeps a list of both.',
	);
	expect(button).toHaveAttribute('aria-expanded', 'true');
	expect(screen.getByRole('heading', { name: 'Two gates' })).toHaveFocus();
	await user.keyboard('{Escape}');
	expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
	expect(button).toHaveFocus();
});

test('a press elsewhere closes it', async () => {
	render(Explain, props);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: /What is this/ }));
	await user.click(document.body);
	expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('it leads on to more only where there is more', async () => {
	const onmore = vi.fn();
	const { rerender } = render(Explain, props);
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: /What is this/ }));
	expect(screen.queryByRole('button', { name: /Read more/ })).not.toBeInTheDocument();
	await rerender({ ...props, onmore });
	await user.click(screen.getByRole('button', { name: 'Read more in the guidance' }));
	expect(onmore).toHaveBeenCalledOnce();
	expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
