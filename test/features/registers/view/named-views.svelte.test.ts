import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ViewStorage } from '../../../../src/features/registers/view/kept-text.ts';
import { RegisterView } from '../../../../src/features/registers/view/register-view.svelte.ts';
import {
	NamedViews,
	type NamedView,
} from '../../../../src/features/registers/view/named-views.svelte.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import type { Workbook } from '../../../../src/workbook/workbook.ts';
import { aWorkbook } from '../../../support/a-workbook.ts';
import { countingIds } from '../../../support/fixed.ts';

class MemoryStorage implements ViewStorage {
	readonly items = new Map<string, string>();
	getItem(key: string): string | null {
		return this.items.get(key) ?? null;
	}
	setItem(key: string, value: string): void {
		this.items.set(key, value);
	}
}

interface Given {
	readonly workbook?: Workbook;
	readonly storage?: ViewStorage;
}

function setup({ workbook = aWorkbook(), storage = new MemoryStorage() }: Given = {}) {
	const view = new RegisterView(storage, 'one');
	const views = new NamedViews(
		new LiveWorkbook(workbook),
		registers.controls,
		view,
		() => undefined,
	);
	return { workbook, storage, view, views };
}

function only(list: readonly NamedView[]): NamedView {
	const [view, another] = list;
	if (!view || another) throw new Error(`Expected one view, not ${list.length}`);
	return view;
}

const names = (list: readonly NamedView[]): string[] => list.map(({ name }) => name);

describe('ready-made views', () => {
	it('begin with all controls, and leave the columns as they are', () => {
		const { view, views } = setup();
		expect(views.current.name).toBe('All controls');
		view.resize('title', 300);
		view.hide(['notes']);
		expect(views.isChanged).toBe(false);
		const noOwner = views.ready.find(({ name }) => name === 'No owner');
		if (noOwner) views.turnOn(noOwner);
		expect(view.filters).toEqual([{ column: 'owner', kind: 'empty' }]);
		expect(view.hidden).toEqual(['notes']);
		expect(views.current).toMatchObject({ name: 'No owner' });
	});

	it('say when something was changed, and go back to what they were', () => {
		const { view, views } = setup();
		view.toggleSort('owner');
		expect(views.isChanged).toBe(true);
		views.revert();
		expect(views.isChanged).toBe(false);
		expect(view.sorts).toEqual([]);
	});
});

describe('personal views', () => {
	it('keep all settings under a name, in the browser, and come back on', () => {
		const { view, views, storage } = setup();
		view.set({ groupBy: 'series' });
		view.resize('title', 300);
		views.saveAs('Mine');
		expect(views.isChanged).toBe(false);
		const again = setup({ storage });
		expect(again.views.current).toMatchObject({ name: 'Mine', kind: 'personal' });
		again.view.set({ groupBy: null });
		expect(again.views.isChanged).toBe(true);
		again.views.revert();
		expect(again.view.groupBy).toBe('series');
	});

	it('take what was changed when they are saved', () => {
		const { view, views } = setup();
		views.saveAs('Mine');
		view.toggleSort('owner');
		expect(views.save()).toBeUndefined();
		expect(views.isChanged).toBe(false);
		expect(only(views.personal).settings.sorts).toHaveLength(1);
	});

	it('lose nothing where a name is taken: the newer one gets a number', () => {
		const { views } = setup();
		views.saveAs('Mine');
		views.saveAs('mine');
		views.duplicate(views.current);
		expect(names(views.personal)).toEqual(['Mine', 'mine 2', 'mine 2 copy']);
		const last = views.personal.at(-1);
		if (last) views.rename(last, 'MINE');
		expect(names(views.personal)).toEqual(['Mine', 'mine 2', 'MINE 3']);
		expect(views.saveAs('  ')).toBe('Give the view a name.');
	});

	it('keep those of another tab that came since', () => {
		const { views, storage } = setup();
		const other = setup({ storage });
		views.saveAs('Here');
		other.views.saveAs('There');
		expect(names(other.views.personal)).toEqual(['Here', 'There']);
		expect(new Set(other.views.personal.map(({ id }) => id)).size).toBe(2);
	});

	it('last for the session where the browser forbids storage', () => {
		const full: ViewStorage = {
			getItem: () => null,
			setItem: () => {
				throw new Error('full');
			},
		};
		const { views } = setup({ storage: full });
		views.saveAs('One');
		views.saveAs('Two');
		expect(names(views.personal)).toEqual(['One', 'Two']);
	});

	it('come back where they stood when their removal is taken back', () => {
		const { views } = setup();
		for (const name of ['One', 'Two', 'Three']) views.saveAs(name);
		const two = views.personal[1];
		const removed = two && views.remove(two);
		expect(names(views.personal)).toEqual(['One', 'Three']);
		removed?.undo();
		expect(names(views.personal)).toEqual(['One', 'Two', 'Three']);
	});

	it('leave all controls behind when the one that is on goes', () => {
		const { view, views } = setup();
		view.toggleSort('owner');
		views.saveAs('Mine');
		views.remove(views.current);
		expect(views.current.name).toBe('All controls');
		expect(view.sorts).toHaveLength(1);
		expect(views.isChanged).toBe(true);
	});

	it.each(['not json', '{}', '[7,{"id":"personal:1"},{"id":"view:1","name":"x"}]'])(
		'begin afresh on garbage: %s',
		(garbage) => {
			const storage = new MemoryStorage();
			storage.setItem('matrix-views:one', garbage);
			const { views } = setup({ storage });
			expect(views.personal).toEqual([]);
			views.saveAs('Mine');
			expect(names(views.personal)).toEqual(['Mine']);
		},
	);
});

describe('shared views', () => {
	it('reach everybody who has the workbook, and their changes too', () => {
		const here = setup();
		here.view.toggleSort('owner');
		here.views.saveAs('Late');
		expect(here.views.share(here.views.current)).toBeUndefined();
		expect(here.views.current).toMatchObject({ name: 'Late', kind: 'shared' });
		expect(here.views.personal).toEqual([]);
		const there = setup({ workbook: copyOf(here.workbook) });
		there.views.turnOn(only(there.views.shared));
		expect(there.view.sorts).toEqual(here.view.sorts);
		there.view.set({ lines: 3 });
		expect(there.views.isChanged).toBe(true);
		expect(there.views.save()).toBeUndefined();
		Y.applyUpdate(here.workbook.doc, Y.encodeStateAsUpdate(there.workbook.doc));
		expect(here.views.isChanged).toBe(true);
		here.views.revert();
		expect(here.view.lines).toBe(3);
	});

	it('come back as personal ones when sharing is undone', () => {
		const { workbook, views } = setup();
		views.saveAs('Late');
		views.share(views.current);
		workbook.undo();
		expect(views.shared).toEqual([]);
		expect(names(views.personal)).toEqual(['Late']);
		workbook.redo();
		expect(names(views.shared)).toEqual(['Late']);
		expect(views.personal).toEqual([]);
	});

	it('are kept by whoever takes them out of the workbook', () => {
		const here = setup();
		here.views.saveAs('Late');
		here.views.share(here.views.current);
		const there = setup({ workbook: copyOf(here.workbook) });
		there.views.turnOn(only(there.views.shared));
		expect(there.views.unshare(there.views.current)).toBeUndefined();
		expect(there.views.shared).toEqual([]);
		expect(there.views.current).toMatchObject({ name: 'Late', kind: 'personal' });
		there.workbook.undo();
		expect(names(there.views.shared)).toEqual(['Late']);
		expect(there.views.personal).toEqual([]);
	});

	it('get a number where their name is shared already, and are refused one that is taken', () => {
		const { views } = setup();
		for (const name of ['Late', 'Early']) {
			views.saveAs(name);
			views.share(views.current);
		}
		views.saveAs('late');
		views.share(views.current);
		expect(names(views.shared)).toEqual(['Late', 'Early', 'late 2']);
		expect(views.rename(views.current, 'Early')).toContain('Choose another name');
	});

	it('are deleted for everyone, and come back by undo', () => {
		const { views } = setup();
		views.saveAs('Late');
		views.share(views.current);
		const removed = views.remove(views.current);
		expect(views.shared).toEqual([]);
		expect(views.personal).toEqual([]);
		removed?.undo();
		expect(names(views.shared)).toEqual(['Late']);
	});
});

function copyOf(workbook: Workbook): Workbook {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(workbook.doc));
	return aWorkbook(doc, countingIds('copy'));
}
