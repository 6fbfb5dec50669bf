import '../jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import BarList from '../../../src/ui/charts/BarList.svelte';
import Figure from '../../../src/ui/charts/Figure.svelte';
import RangeMeter from '../../../src/ui/charts/RangeMeter.svelte';
import StackBar from '../../../src/ui/charts/StackBar.svelte';
import TimeStrip from '../../../src/ui/charts/TimeStrip.svelte';
import TrendLine from '../../../src/ui/charts/TrendLine.svelte';

const user = userEvent.setup();
const day = (text: string) => text as CalendarDate;

test('a figure is a picture named by its sentence, and on demand a table of the same numbers', async () => {
	render(Figure, {
		title: 'Repairs',
		sentence: 'Most are at the harbour.',
		columns: [{ label: 'Place' }, { label: 'Repairs', numeric: true }],
		rows: [
			['Harbour', 7],
			['Mill', 3],
		],
		children: createRawSnippet(() => ({ render: () => '<b>drawn</b>' })),
	});
	expect(screen.getByRole('figure', { name: 'Repairs' })).toBeVisible();
	expect(screen.getByRole('img', { name: 'Most are at the harbour.' })).toHaveTextContent('drawn');
	const toggle = screen.getByRole('button', { name: 'Show as table' });
	await user.click(toggle);
	expect(toggle).toHaveAttribute('aria-pressed', 'true');
	expect(screen.queryByRole('img')).toBeNull();
	const row = screen.getByRole('row', { name: 'Harbour 7' });
	expect(within(row).getByRole('rowheader')).toHaveTextContent('Harbour');
	await user.click(toggle);
	expect(screen.getByRole('img')).toBeVisible();
});

test('a meter says its value, its band, its range and what caps it', () => {
	render(RangeMeter, {
		size: 'large',
		label: 'Repairs',
		value: 0.6,
		low: 0.55,
		high: 0.8,
		cap: { at: 0.6, label: 'the crane is out of order' },
		bands: [
			{ from: 0, label: 'Not ready' },
			{ from: 0.5, label: 'Work to do' },
		],
	});
	const meter = screen.getByRole('meter', { name: 'Repairs' });
	expect(meter).toHaveAttribute('aria-valuenow', '60');
	expect(meter).toHaveAttribute(
		'aria-valuetext',
		'60%, Work to do, between 55% and 80%, at most 60%: the crane is out of order',
	);
	expect(screen.getByText('55 to 80%')).toBeVisible();
});

test('a meter without a value says so, and a share that is not all is not shown as all', async () => {
	const { rerender } = render(RangeMeter, { label: 'Repairs', value: undefined });
	const meter = screen.getByRole('meter');
	expect(meter).toHaveAttribute('aria-valuetext', 'Not known yet');
	await rerender({ value: 0.998 });
	expect(meter).toHaveAttribute('aria-valuetext', '99%');
	await rerender({ value: 0.001 });
	expect(meter).toHaveAttribute('aria-valuetext', '1%');
});

const parts = [
	{ id: 'met', state: 'met', label: 'In place', count: 1200 },
	{ id: 'part', state: 'part', label: 'In part', count: 0 },
	{ id: 'late', state: 'late', label: 'Late', count: 3 },
] as const;

test('a thin stack says all its parts in its name, and leaves out what there is none of', async () => {
	const { rerender } = render(StackBar, { label: 'Repairs', parts, thin: true });
	expect(screen.getByRole('img', { name: 'Repairs: 1,200 In place, 3 Late' })).toBeVisible();
	await rerender({ parts: [] });
	expect(screen.getByRole('img', { name: 'Repairs: Nothing to show yet' })).toBeVisible();
});

test('the parts of a stack are listed under it, and open where they can', async () => {
	const onopen = vi.fn();
	render(StackBar, { label: 'Repairs', parts, onopen });
	const list = screen.getByRole('list', { name: 'Repairs' });
	expect(within(list).getAllByRole('listitem')).toHaveLength(2);
	await user.click(screen.getByRole('button', { name: '3 Late' }));
	expect(onopen).toHaveBeenCalledExactlyOnceWith('late');
});

test('bars are ranked, the rest comes on demand, and equal ones keep their order', async () => {
	const bars = [3, 9, 3, 5].map((value, index) => ({
		id: `${index}`,
		label: `Bar ${index}`,
		value,
	}));
	render(BarList, { label: 'Bars', bars, most: 2 });
	const names = () => screen.getAllByRole('listitem').map((item) => item.textContent.trim());
	expect(names()).toEqual([
		expect.stringMatching(/^Bar 1 +9$/),
		expect.stringMatching(/^Bar 3 +5$/),
	]);
	await user.click(screen.getByRole('button', { name: 'Show all 4' }));
	expect(names().map((name) => name.slice(0, 5))).toEqual(['Bar 1', 'Bar 3', 'Bar 0', 'Bar 2']);
	await user.click(screen.getByRole('button', { name: 'Show fewer' }));
	expect(names()).toHaveLength(2);
});

test('a bar is a link, a button or neither; no bars are said to be none', async () => {
	const onopen = vi.fn();
	const bars = [
		{ id: 'link', label: 'Link', value: 2, href: '#/there' },
		{ id: 'button', label: 'Button', value: 1 },
	];
	const { rerender } = render(BarList, { label: 'Bars', bars, onopen });
	expect(screen.getByRole('link', { name: 'Link' })).toHaveAttribute('href', '#/there');
	await user.click(screen.getByRole('button', { name: 'Button' }));
	expect(onopen).toHaveBeenCalledExactlyOnceWith('button');
	await rerender({ bars: [], empty: 'Nothing broke.' });
	expect(screen.getByText('Nothing broke.')).toBeVisible();
});

const series = [
	{
		id: 'open',
		label: 'Open',
		kind: 'counted',
		points: [
			{ date: day('2026-11-01'), value: 10 },
			{ date: day('2026-11-11'), value: 4 },
			{ date: day('2026-11-15'), value: 2 },
		],
	},
] as const;

test('a trend is read off by the arrow keys, from its last date', async () => {
	render(TrendLine, { label: 'Open repairs', series, today: day('2026-11-12') });
	const slider = screen.getByRole('slider', { name: 'Read off Open repairs' });
	expect(slider).toHaveAttribute('aria-valuetext', '15 Nov 2026: Open 2');
	await user.tab();
	expect(slider).toHaveFocus();
	await user.keyboard('{ArrowLeft}');
	expect(slider).toHaveAttribute('aria-valuetext', '11 Nov 2026: Open 4');
	await user.keyboard('{Home}{ArrowLeft}');
	expect(slider).toHaveAttribute('aria-valuetext', '1 Nov 2026: Open 10');
	expect(screen.getByText('1 Nov 2026')).toBeVisible();
	await user.keyboard('{Escape}');
	expect(screen.queryByText('1 Nov 2026')).toBeNull();
});

test('a trend marks today where it is among its dates, and says where it has none', async () => {
	const { rerender } = render(TrendLine, { label: 'Open', series, today: day('2026-11-12') });
	expect(screen.getByText('Today')).toBeVisible();
	await rerender({ today: day('2026-12-24') });
	expect(screen.queryByText('Today')).toBeNull();
	await rerender({ series: [], empty: 'No week has been counted yet.' });
	expect(screen.queryByRole('slider')).toBeNull();
	expect(screen.getByText('No week has been counted yet.')).toBeVisible();
});

test('a strip of time lists its dates in order, today among them', () => {
	render(TimeStrip, {
		label: 'The season',
		from: day('2026-04-01'),
		to: day('2027-03-31'),
		today: day('2026-11-21'),
		marks: [{ id: 'count', date: day('2026-06-30'), label: 'First count', state: 'met' }],
	});
	const list = screen.getByRole('list', { name: 'The season' });
	const lines = within(list).getAllByRole('listitem');
	expect(lines.map((line) => line.textContent.replace(/\s+/g, ' ').trim())).toEqual([
		'Start 1 Apr 2026',
		'First count 30 Jun 2026',
		'Today 21 Nov 2026',
		'End 31 Mar 2027',
	]);
});
