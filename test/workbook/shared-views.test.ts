import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ViewId } from '../../src/model/records/shared-view.ts';
import { firstSettings } from '../../src/model/records/view-settings.ts';
import { changeView, retireView, saveView } from '../../src/workbook/commands/shared-views.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { countingIds } from '../support/fixed.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';

function aView(workbook: Workbook, name = 'Late'): ViewId {
	return done(workbook, saveView, { name, settings: firstSettings }).created[0] as ViewId;
}

function meet(a: Y.Doc, b: Y.Doc): void {
	const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'peer');
	Y.applyUpdate(a, forA, 'peer');
}

describe('shared views', () => {
	it('stand in the document, are undone as one step and come back', () => {
		const workbook = aWorkbook();
		const view = aView(workbook);
		expect(workbook.views.all()).toMatchObject([{ name: 'Late', settings: firstSettings }]);
		workbook.undo();
		expect(workbook.views.all()).toEqual([]);
		workbook.redo();
		expect(workbook.views.get(view)?.name).toBe('Late');
	});

	it('[S-2] go on naming a column that is gone', () => {
		const workbook = aWorkbook();
		const view = aView(workbook);
		const filters = [{ column: 'column:gone', kind: 'filled' }] as const;
		done(workbook, changeView, { view, settings: { filters } });
		expect(workbook.views.get(view)?.settings.filters).toEqual(filters);
	});

	it('[S-3] keep what two people changed in different settings of one view', () => {
		const here = aWorkbook(new Y.Doc(), countingIds('a'));
		const view = aView(here);
		const there = aWorkbook(new Y.Doc(), countingIds('b'));
		meet(here.doc, there.doc);
		const { settings } = there.views.get(view) ?? { settings: firstSettings };
		done(here, changeView, { view, settings: { ...settings, lines: 3 } });
		done(there, changeView, {
			view,
			settings: { ...settings, sorts: [{ column: 'owner', direction: 'ascending' }] },
		});
		meet(here.doc, there.doc);
		const both = { lines: 3, sorts: [{ column: 'owner', direction: 'ascending' }] };
		expect(here.views.get(view)?.settings).toMatchObject(both);
		expect(there.views.get(view)?.settings).toMatchObject(both);
	});

	it('[K-2] write nothing where every setting stands already', () => {
		const workbook = aWorkbook();
		const view = aView(workbook);
		const same = { ...firstSettings, widths: {} };
		expect(done(workbook, changeView, { view, settings: same }).changed).toBe(false);
	});

	it('take back a group that was set, since null is a value of its own', () => {
		const workbook = aWorkbook();
		const view = aView(workbook);
		done(workbook, changeView, { view, settings: { groupBy: 'owner' } });
		done(workbook, changeView, { view, settings: { groupBy: null } });
		expect(workbook.views.get(view)?.settings.groupBy).toBeNull();
		workbook.undo();
		expect(workbook.views.get(view)?.settings.groupBy).toBe('owner');
	});

	it('[K-1] are refused a name that is empty or taken, and changes once they are gone', () => {
		const workbook = aWorkbook();
		const view = aView(workbook);
		const other = aView(workbook, 'Other');
		const before = workbook.activity.latest().length;
		for (const name of [' ', 'late ']) {
			expect(workbook.run(changeView, { view: other, name }).ok).toBe(false);
			expect(workbook.run(saveView, { name, settings: firstSettings }).ok).toBe(false);
		}
		expect(workbook.run(changeView, { view: 'view:gone', name: 'x' })).toMatchObject({
			problems: [{ record: 'view:gone' }],
		});
		expect(workbook.run(retireView, { view: 'view:gone' }).ok).toBe(false);
		expect(workbook.activity.latest().length).toBe(before);
		expect(done(workbook, changeView, { view, name: 'LATE' }).changed).toBe(true);
	});

	it('free their name when they are taken out, and keep what they held', () => {
		const workbook = aWorkbook();
		const view = aView(workbook);
		done(workbook, retireView, { view });
		expect(workbook.views.get(view)).toMatchObject({ name: 'Late', retired: true });
		expect(workbook.run(saveView, { name: 'Late', settings: firstSettings }).ok).toBe(true);
	});
});
