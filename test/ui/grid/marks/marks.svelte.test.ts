/** Marks of others in a grid that is drawn: where they stand, what they say, what is drawn anew. */
import '../../jsdom-platform.ts';
import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MarksByRow } from '../../../../src/ui/grid/marks/marks-by-row.svelte.ts';
import { cell, grid } from '../grid-cells.ts';
import GridHarness from '../GridHarness.svelte';

const ana = { id: 'a', name: 'Ana Ruiz', colour: 2 } as const;
const ben = { id: 'b', name: 'Ben Ode', colour: 5 } as const;

function setup(more: { readonly onnote?: (...place: unknown[]) => void } = {}) {
	const marks = new MarksByRow();
	const ondraw = vi.fn<(rowId: string, columnKey: string) => void>();
	render(GridHarness, { rowCount: 6, columnCount: 3, marks, ondraw, ...more });
	return { marks, ondraw };
}

/** The cell or row head that holds what is found. */
const around = (element: Element | null | undefined): string | null | undefined => {
	const at = element?.closest('[role="gridcell"], [role="rowheader"]');
	return at?.querySelector('[data-content], .number')?.textContent;
};
const flags = (): (string | null | undefined)[][] =>
	[...grid().querySelectorAll('.flag')].map((flag) => [flag.textContent, around(flag)]);

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('people', () => {
	it('are outlined in their colour with their name, and said in words', async () => {
		const { marks } = setup();
		marks.showPeople([
			{ person: ana, rowId: 'row-2', columnKey: 'c1' },
			{ person: ben, rowId: 'row-2', columnKey: 'c1' },
		]);
		await tick();
		expect(flags()).toEqual([
			['Ana Ruiz', 'R-2'],
			['Ben Ode', 'R-2'],
		]);
		const outlines = [...grid().querySelectorAll('.outline')];
		expect(outlines.map((line) => line.getAttribute('data-person'))).toEqual(['2', '5']);
		expect(cell('R-2')).toHaveTextContent('Ana Ruiz and Ben Ode are here');
	});

	it('are named for a moment, and again when they move', async () => {
		const { marks } = setup();
		const fresh = (): (string | null | undefined)[] =>
			[...grid().querySelectorAll('.flag[data-fresh]')].map(around);
		marks.showPeople([{ person: ana, rowId: 'row-2', columnKey: 'c1' }]);
		await tick();
		expect(fresh()).toEqual(['R-2']);
		await vi.advanceTimersByTimeAsync(3_000);
		expect(fresh()).toEqual([]);
		expect(flags()).toEqual([['Ana Ruiz', 'R-2']]);
		marks.showPeople([{ person: ana, rowId: 'row-3', columnKey: 'c1' }]);
		await tick();
		expect(fresh()).toEqual(['R-3']);
	});

	it('stand at the head of the row where their column is hidden, or where they are in no cell', async () => {
		const { marks } = setup();
		marks.showPeople([
			{ person: ana, rowId: 'row-1', columnKey: 'hidden' },
			{ person: ben, rowId: 'row-1' },
		]);
		await tick();
		expect(flags()).toEqual([]);
		const dots = [...grid().querySelectorAll('[role="rowheader"] [data-person]')];
		expect(dots.map((dot) => [dot.getAttribute('data-person'), around(dot)])).toEqual([
			['5', '1'],
			['2', '1'],
		]);
		expect(cell('R-1').previousElementSibling).toHaveTextContent(
			'Ben Ode and Ana Ruiz are in this row',
		);
	});
});

describe('notes', () => {
	it('are shapes in the corner, a different one for each kind, with words', async () => {
		const { marks } = setup();
		marks.showNotes([
			{ rowId: 'row-1', columnKey: 'c1', threads: 2, suggestions: 0 },
			{ rowId: 'row-2', columnKey: 'c1', threads: 0, suggestions: 1 },
			{ rowId: 'row-3', columnKey: 'c1', threads: 1, suggestions: 1 },
			{ rowId: 'row-4', threads: 1, suggestions: 0 },
			{ rowId: 'row-5', columnKey: 'c1', threads: 0, suggestions: 0 },
		]);
		await tick();
		const shapes = (words: string): string[] =>
			[...cell(words).querySelectorAll('[data-note] path')].map((path) => path.getAttribute('d')!);
		const [[thread], [suggestion]] = [shapes('R-1'), shapes('R-2')];
		expect(thread).not.toBe(suggestion);
		expect(shapes('R-3')).toEqual([thread, suggestion]);
		expect(shapes('R-5')).toEqual([]);
		expect(cell('R-1')).toHaveTextContent('2 open threads');
		expect(cell('R-3')).toHaveTextContent('1 open thread, 1 suggestion');
		expect(cell('R-4').previousElementSibling).toHaveTextContent('1 open thread');
	});

	it('tell which cell or row they are of when clicked', async () => {
		const onnote = vi.fn<(...place: unknown[]) => void>();
		const { marks } = setup({ onnote });
		marks.showNotes([
			{ rowId: 'row-2', columnKey: 'c1', threads: 2, suggestions: 0 },
			{ rowId: 'row-3', threads: 1, suggestions: 0 },
		]);
		await tick();
		for (const note of grid().querySelectorAll('[data-note]')) await fireEvent.click(note);
		expect(onnote.mock.calls).toEqual([
			['row-2', 'c1'],
			['row-3', undefined],
		]);
	});
});

describe('drawing anew', () => {
	/** Rows (their index) in which anything changed while `change` was done. */
	async function changedRows(change: () => void): Promise<Set<string | undefined>> {
		const changed = new Set<string | undefined>();
		const take = (records: readonly MutationRecord[]): void => {
			for (const { target } of records) {
				const element = target instanceof Element ? target : target.parentElement;
				changed.add(element?.closest<HTMLElement>('.row')?.dataset['index']);
			}
		};
		const watcher = new MutationObserver(take);
		watcher.observe(grid(), {
			subtree: true,
			childList: true,
			attributes: true,
			characterData: true,
		});
		change();
		await tick();
		take(watcher.takeRecords());
		watcher.disconnect();
		return changed;
	}

	it('one person who moves touches the row they left and the one they came to, and no other', async () => {
		const { marks, ondraw } = setup();
		const notes = [{ rowId: 'row-5', columnKey: 'c2', threads: 1, suggestions: 0 }];
		marks.showNotes(notes);
		const peopleAt = (rowId: string) => [
			{ person: ana, rowId, columnKey: 'c1' },
			{ person: ben, rowId: 'row-5', columnKey: 'c2' },
		];
		marks.showPeople(peopleAt('row-1'));
		await vi.waitFor(() => expect(cell('R-6')).toBeVisible());
		ondraw.mockClear();
		expect(await changedRows(() => marks.showPeople(peopleAt('row-3')))).toEqual(
			new Set(['0', '2']),
		);
		expect(await changedRows(() => marks.showPeople(peopleAt('row-3')))).toEqual(new Set());
		expect(await changedRows(() => marks.showNotes([...notes]))).toEqual(new Set());
		expect(await changedRows(() => marks.showNotes([]))).toEqual(new Set(['4']));
		expect(ondraw).not.toHaveBeenCalled();
	});
});

it('a cell is brought into view without becoming active', async () => {
	const marks = new MarksByRow();
	const { component } = render(GridHarness, { rowCount: 500, columnCount: 3, marks });
	const handle = component as { show(rowId: string, columnKey: string): void };
	await userEvent.click(cell('R-2'));
	handle.show('row-300', 'c2');
	await vi.waitFor(() => expect(cell('R-300')).toBeVisible());
	expect(grid().querySelector('[data-active]')).toBe(cell('R-2'));
	expect(document.activeElement).toBe(cell('R-2'));
	expect(screen.queryByText('R-150')).toBeNull();
	handle.show('row-20', 'hidden');
	await vi.waitFor(() => expect(cell('R-20')).toBeVisible());
});
