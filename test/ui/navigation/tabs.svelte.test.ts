import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import Tabs from '../../../src/ui/navigation/Tabs.svelte';

const panel = createRawSnippet<[string]>((key) => ({ render: () => `<p>Panel of ${key()}</p>` }));
const tabs = [
	{ key: 'open', label: 'Open', count: 3 },
	{ key: 'done', label: 'Done' },
	{ key: 'all', label: 'All' },
];

it('is one tab stop whose arrow keys choose and go round', async () => {
	const onselect = vi.fn();
	const { rerender } = render(Tabs, { label: 'Lists', tabs, selected: 'open', onselect, panel });
	await userEvent.tab();
	expect(screen.getByRole('tab', { name: 'Open 3' })).toHaveFocus();
	await userEvent.keyboard('{ArrowLeft}');
	expect(onselect).toHaveBeenLastCalledWith('all');
	await rerender({ selected: 'all' });
	expect(screen.getByRole('tab', { name: 'All' })).toHaveFocus();
	await userEvent.keyboard('{Home}');
	expect(onselect).toHaveBeenLastCalledWith('open');
});

it('names the panel by the tab it belongs to', () => {
	render(Tabs, { label: 'Lists', tabs, selected: 'done', onselect: vi.fn(), panel });
	expect(screen.getByRole('tabpanel', { name: 'Done' })).toHaveTextContent('Panel of done');
});
