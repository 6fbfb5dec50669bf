import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Guidance from '../../../src/features/guidance/Guidance.svelte';
import { articles } from '../../../src/model/guidance/articles.ts';
import { standOnRoad } from '../../../src/model/guidance/road/standing.ts';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';

const road = standOnRoad({
	today: '2026-11-21' as CalendarDate,
	reportType: 'type2',
	scopeLacks: [],
	criteriaInScope: 33,
	criteriaAnswered: 30,
	controls: 40,
	controlsJudged: 40,
	openGaps: 7,
});

function show(article?: string) {
	const onopen = vi.fn();
	const props = {
		article,
		road,
		hrefOf: (id: string | undefined) => `#/guidance/${id ?? ''}`,
		hrefOfPlace: (place: string) => `#/${place}`,
		onopen,
	};
	return { onopen, props, ...render(Guidance, props), user: userEvent.setup() };
}

const list = () => screen.getByRole('navigation', { name: 'Guidance' });
const search = () => screen.getByRole('searchbox', { name: 'Find in the guidance' });
const found = () =>
	within(screen.getByRole('region', { name: 'Found' }))
		.queryAllByRole('link')
		.map((link) => link.textContent.trim());

test('at first it shows the road with where this workbook stands', () => {
	show();
	expect(screen.getByText(/Done: 1 of 15 steps/)).toHaveTextContent(
		'Under way: Assessment, Remediation.',
	);
	const gaps = screen.getByText('7 gaps are open.').closest('li');
	expect(within(gaps!).getByRole('img', { name: 'Under way' })).toBeVisible();
	expect(within(gaps!).getByRole('link', { name: 'Remediation' })).toHaveAttribute(
		'href',
		'#/guidance/road-remediation',
	);
	expect(within(gaps!).getByRole('link', { name: 'Open the gaps' })).toHaveAttribute(
		'href',
		'#/gaps',
	);
	const [current, ...others] = screen
		.getAllByRole('listitem')
		.filter((item) => item.getAttribute('aria-current') === 'step');
	expect(current).toHaveTextContent('3 of 33 criteria have no control');
	expect(others).toEqual([]);
});

test('an article stands beside the list, which marks it', () => {
	show('categories');
	expect(screen.getByRole('heading', { level: 1, name: /The five categories/ })).toBeVisible();
	expect(within(list()).getByRole('link', { current: 'page' })).toHaveTextContent(
		'The five categories',
	);
	expect(screen.getByRole('table', { name: 'When each belongs in scope' })).toBeVisible();
	const next = screen.getByRole('region', { name: 'Read next' });
	expect(within(next).getAllByRole('link').length).toBeGreaterThan(1);
});

test('the article of a step says where this workbook stands', () => {
	show('road-remediation');
	expect(screen.getByText('7 gaps are open.')).toHaveTextContent('Under way');
	expect(screen.getByRole('link', { name: 'Open the gaps' })).toBeVisible();
});

test('before and after lead through all articles in order', () => {
	const [first, second, third] = articles;
	const { unmount } = show(second?.id);
	const ways = screen.getByRole('navigation', { name: 'Before and after' });
	expect(
		within(ways)
			.getAllByRole('link')
			.map((link) => link.getAttribute('href')),
	).toEqual([`#/guidance/${first?.id}`, `#/guidance/${third?.id}`]);
	unmount();
	show(articles.at(-1)?.id);
	const lastWays = screen.getByRole('navigation', { name: 'Before and after' });
	expect(within(lastWays).getAllByRole('link')).toHaveLength(1);
});

test('the focus goes to the title of an article that was opened', async () => {
	const { props, rerender } = show('score');
	within(list()).getByRole('link', { name: 'The four opinions' }).focus();
	await rerender({ ...props, article: 'opinions' });
	expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('articles are found by title, keyword and text, the best first, and Enter opens it', async () => {
	const { user, onopen } = show();
	await user.type(search(), 'cuec');
	expect(found()[0]).toMatch(/^Complementary controls/);
	await user.keyboard('{Enter}');
	expect(onopen).toHaveBeenCalledWith('complementary-controls');
	await user.clear(search());
	await user.type(search(), 'restore test record');
	expect(found()[0]).toBe('What each kind of evidence should show');
	await user.clear(search());
	await user.type(search(), 'four opin');
	expect(found()[0]).toBe('The four opinions');
});

test('where nothing is found it says so, and Esc brings all back', async () => {
	const { user, onopen } = show();
	await user.type(search(), 'zebra');
	expect(screen.getByText(/Nothing is found for “zebra”/)).toBeVisible();
	await user.keyboard('{Enter}');
	expect(onopen).not.toHaveBeenCalled();
	await user.keyboard('{Escape}');
	expect(within(list()).getAllByRole('link')).toHaveLength(articles.length + 1);
});

test('an address that names no article says so and leads back', () => {
	show('mistyped');
	expect(screen.getByText('There is no such article')).toBeVisible();
	expect(screen.getByRole('link', { name: 'Back to the guidance' })).toHaveAttribute(
		'href',
		'#/guidance/',
	);
});
