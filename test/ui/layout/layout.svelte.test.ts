import '../jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Disclosure from '../../../src/ui/layout/Disclosure.svelte';
import FactList from '../../../src/ui/layout/FactList.svelte';
import PageSection from '../../../src/ui/layout/PageSection.svelte';
import PlacePage from '../../../src/ui/layout/PlacePage.svelte';
import SplitView from '../../../src/ui/layout/SplitView.svelte';

const user = userEvent.setup();
const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));

test('a place has one title, what it is for, and what can be done', () => {
	render(PlacePage, {
		title: 'Harbour',
		lead: 'Who keeps what.',
		actions: snippet('<button>Export</button>'),
		children: snippet('<p>Below</p>'),
	});
	expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Harbour');
	expect(screen.getByText('Who keeps what.')).toBeVisible();
	expect(screen.getByRole('button', { name: 'Export' })).toBeVisible();
});

test('a section is named by its heading, at the level asked for', async () => {
	const children = snippet('<p>Within</p>');
	const { rerender } = render(PageSection, { title: 'Places', children });
	const region = screen.getByRole('region', { name: 'Places' });
	expect(region).toContainElement(screen.getByRole('heading', { level: 2, name: 'Places' }));
	await rerender({ level: 3 });
	expect(screen.getByRole('heading', { level: 3, name: 'Places' })).toBeVisible();
});

test('a panel beside a place takes focus, closes on Esc and gives focus back', async () => {
	const onclose = vi.fn();
	const children = snippet('<button>Open Mill</button>');
	const { rerender } = render(SplitView, { children, panel: undefined, onclose });
	expect(screen.queryByRole('complementary')).toBeNull();
	await user.click(screen.getByRole('button', { name: 'Open Mill' }));
	await rerender({
		panel: {
			title: 'Mill',
			content: snippet('<p>Ground floor</p>'),
			tools: snippet('<i>More</i>'),
		},
	});
	expect(screen.getByRole('complementary', { name: 'Mill' })).toHaveTextContent('Ground floor');
	expect(screen.getByRole('heading', { name: 'Mill' })).toHaveFocus();
	await rerender({ panel: { title: 'Quarry', content: snippet('<p>Pit</p>') } });
	expect(screen.getByRole('complementary', { name: 'Quarry' })).toHaveTextContent('Pit');
	await user.keyboard('{Escape}');
	expect(onclose).toHaveBeenCalledOnce();
	await rerender({ panel: undefined });
	expect(screen.getByRole('button', { name: 'Open Mill' })).toHaveFocus();
});

test('facts are names and values, and what is not known is said', () => {
	render(FactList, {
		facts: [
			{ label: 'Keeper', text: 'Ada' },
			{ label: 'Last count', text: '' },
		],
	});
	const pairs = screen
		.getAllByRole('term')
		.map((term) => [term.textContent, term.nextElementSibling?.textContent.trim()]);
	expect(pairs).toEqual([
		['Keeper', 'Ada'],
		['Last count', 'Not given'],
	]);
});

test('a disclosure opens and closes, and says how much there is', async () => {
	render(Disclosure, { label: 'Sources', count: 1200, children: snippet('<p>Two books</p>') });
	expect(screen.getByText('Two books')).not.toBeVisible();
	await user.click(screen.getByText('Sources'));
	expect(screen.getByText('Two books')).toBeVisible();
	expect(screen.getByText('1,200')).toBeVisible();
	await user.click(screen.getByText('Sources'));
	expect(screen.getByText('Two books')).not.toBeVisible();
});
