import { describe, expect, it } from 'vitest';
import type { ViewStorage } from '../../../../src/features/registers/view/kept-text.ts';
import { RegisterView } from '../../../../src/features/registers/view/register-view.svelte.ts';

class MemoryStorage implements ViewStorage {
	readonly items = new Map<string, string>();
	getItem(key: string): string | null {
		return this.items.get(key) ?? null;
	}
	setItem(key: string, value: string): void {
		this.items.set(key, value);
	}
}

describe('RegisterView', () => {
	it('comes back as it was left, each workbook with its own', () => {
		const storage = new MemoryStorage();
		const view = new RegisterView(storage, 'one');
		view.filter('owner', { kind: 'oneOf', values: ['Ana', ''] });
		view.filter('title', { kind: 'contains', text: 'access' });
		view.toggleSort('controlId');
		view.hide(['notes', 'column:a']);
		view.resize('title', 333);
		view.set({ showRetired: true });
		view.resizePanel(500);

		const again = new RegisterView(storage, 'one');
		expect(again.filters).toEqual(view.filters);
		expect(again.sorts).toEqual([{ column: 'controlId', direction: 'ascending' }]);
		expect(again.hidden).toEqual(['notes', 'column:a']);
		expect(again.widths).toEqual({ title: 333 });
		expect(again.showRetired).toBe(true);
		expect(again.panelWidth).toBe(500);
		expect(new RegisterView(storage, 'two').filters).toEqual([]);
	});

	it('keeps one filter a column, in its place', () => {
		const view = new RegisterView(new MemoryStorage(), 'one');
		view.filter('owner', { kind: 'empty' });
		view.filter('title', { kind: 'filled' });
		view.filter('owner', { kind: 'filled' });
		expect(view.filters).toEqual([
			{ column: 'owner', kind: 'filled' },
			{ column: 'title', kind: 'filled' },
		]);
		view.filter('owner', undefined);
		expect(view.filters.map(({ column }) => column)).toEqual(['title']);
	});

	it('sorts up, then down, then not at all', () => {
		const view = new RegisterView(new MemoryStorage(), 'one');
		const directions = [1, 2, 3, 4].map(() => {
			view.toggleSort('owner');
			return view.sortOn('owner')?.direction;
		});
		expect(directions).toEqual(['ascending', 'descending', undefined, 'ascending']);
	});

	it('adds a column to the order and turns it round in its place', () => {
		const view = new RegisterView(new MemoryStorage(), 'one');
		view.toggleSort('owner');
		view.toggleSort('status', true);
		view.toggleSort('owner', true);
		expect(view.sorts).toEqual([
			{ column: 'owner', direction: 'descending' },
			{ column: 'status', direction: 'ascending' },
		]);
		view.toggleSort('owner', true);
		expect(view.sorts.map(({ column }) => column)).toEqual(['status']);
		view.toggleSort('title');
		expect(view.sorts.map(({ column }) => column)).toEqual(['title']);
	});

	it('still reads what an earlier version kept, with one sort', () => {
		const storage = new MemoryStorage();
		storage.setItem(
			'matrix-view:one',
			'{"filters":[{"column":"owner","kind":"empty"}],"sort":{"column":"title","direction":"descending"},"showRetired":true,"hidden":["notes"],"widths":{"title":300},"panelWidth":500}',
		);
		const view = new RegisterView(storage, 'one');
		expect(view.sorts).toEqual([{ column: 'title', direction: 'descending' }]);
		expect(view.settings).toMatchObject({
			filters: [{ column: 'owner', kind: 'empty' }],
			showRetired: true,
			hidden: ['notes'],
			widths: { title: 300 },
			lines: 8,
			frozen: 1,
		});
		expect(view.panelWidth).toBe(500);
	});

	it('shows all that came from a source and asks nothing else; that is kept, too', () => {
		const storage = new MemoryStorage();
		const view = new RegisterView(storage, 'one');
		view.filter('owner', { kind: 'empty' });
		view.set({ onlyProblems: true, groupBy: 'owner' });
		view.showFrom('import:one');
		expect(view.filterCount).toBe(1);
		expect(view.groupBy).toBeNull();
		const again = new RegisterView(storage, 'one');
		expect(again.cameFrom).toEqual({ from: ['import:one'], changed: false });
		again.clearFilters();
		expect(again.isFiltered).toBe(false);
	});

	it.each([
		'not json',
		'null',
		'[]',
		'{"filters":7,"sort":"owner","hidden":{},"widths":[1],"panelWidth":-3}',
		'{"filters":[null,{"column":"__proto__","kind":"empty"},{"column":"owner","kind":"oneOf"}],"widths":{"title":"9"}}',
	])('begins afresh on garbage: %s', (garbage) => {
		const storage = new MemoryStorage();
		storage.setItem('matrix-view:one', garbage);
		const view = new RegisterView(storage, 'one');
		expect(view.filters).toEqual([]);
		expect(view.sorts).toEqual([]);
		expect(view.hidden).toEqual([]);
		expect(view.widths).toEqual({});
		expect(view.panelWidth).toBe(440);
	});

	it('lasts for the session where the browser forbids storage', () => {
		const forbidden: ViewStorage = {
			getItem: () => {
				throw new Error('denied');
			},
			setItem: () => {
				throw new Error('full');
			},
		};
		const view = new RegisterView(forbidden, 'one');
		view.toggleSort('owner');
		expect(view.sortOn('owner')).toBeDefined();
	});

	it('[S-4] hides what is hidden at first until it is asked for, also in a view kept before there was such', () => {
		const storage = new MemoryStorage();
		storage.setItem('matrix-view:one', '{"hidden":["notes"],"frozen":2}');
		const view = new RegisterView(storage, 'one');
		const [notes, owner, tester] = [
			{ key: 'notes', isHidden: false },
			{ key: 'owner', isHidden: false },
			{ key: 'tester', isHidden: true },
		];
		expect([notes, owner, tester].map((column) => view.shows(column))).toEqual([
			false,
			true,
			false,
		]);
		view.show(['tester', 'notes']);
		const again = new RegisterView(storage, 'one');
		expect([notes, owner, tester].map((column) => again.shows(column))).toEqual([true, true, true]);
		again.hide(['tester', 'owner']);
		expect(again.settings).toMatchObject({ hidden: ['owner'], shown: [] });
	});

	it('is another one for each register of a workbook', () => {
		const storage = new MemoryStorage();
		new RegisterView(storage, 'one', 'risks').toggleSort('impact');
		expect(new RegisterView(storage, 'one').sorts).toEqual([]);
		expect(new RegisterView(storage, 'one', 'risks').sorts).toHaveLength(1);
	});
});
