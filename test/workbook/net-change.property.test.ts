/** [N-1] Net change worked out from the activity list is what two snapshots differ in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compareWorkbooks } from '../../src/workbook/compare-workbooks.ts';
import type { ActivityEntry } from '../../src/workbook/activity.ts';
import { arrivalsNow, hadArrived } from '../../src/workbook/arrivals.ts';
import { netChange, stretchOf } from '../../src/workbook/net-change.ts';
import type { RecordChange } from '../../src/workbook/record-change.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook } from '../support/a-workbook.ts';
import { anyWork, type Work } from '../support/any-work.ts';
import { countingIds, fixedClock } from '../support/fixed.ts';

function copyOf({ doc }: Workbook): Workbook {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return aWorkbook(copy);
}

const anyWorks = fc.array(anyWork, { maxLength: 8 });

/**
 * Somebody works on a document for a while, on a device of this name and at this time. What others did
 * is not theirs to undo.
 */
function work(doc: Y.Doc, device: string, at: string, works: readonly Work[]): void {
	const clock = { ...fixedClock(), now: () => at };
	const actor = () => ({ device, name: device });
	const workbook = new Workbook(doc, { ids: countingIds(`${device}-`), clock, actor });
	for (const each of works) each(workbook);
	workbook.destroy();
}

function copied(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

/** Without who and how often, and in an order of its own. */
function bare(changes: readonly RecordChange[]): readonly unknown[] {
	return changes
		.map(({ table, id, kind, changes: values }) => ({
			...{ table, id, kind },
			values: values.map(({ path }) => path).sort(),
		}))
		.sort((a, b) => (`${a.table}/${a.id}` < `${b.table}/${b.id}` ? -1 : 1));
}

describe('net change', () => {
	it('[N-1] equals the comparison of two snapshots, whatever was done between and before', () => {
		fc.assert(
			fc.property(
				fc.array(anyWork, { maxLength: 12 }),
				fc.array(anyWork, { maxLength: 12 }),
				fc.array(anyWork, { maxLength: 8 }),
				(before, within, after) => {
					const workbook = aWorkbook();
					aControl(workbook, { controlId: 'AC-01', owner: 'CTO' });
					for (const work of before) work(workbook);
					const first = copyOf(workbook);
					const old = new Set(workbook.activity.latest().map(({ id }) => id));
					for (const work of within) work(workbook);
					const second = copyOf(workbook);
					const then = new Set(workbook.activity.latest().map(({ id }) => id));
					for (const work of after) work(workbook);

					const all = workbook.activity.latest();
					const stretch = {
						before: all.filter(({ id }) => old.has(id)),
						within: all.filter(({ id }) => then.has(id) && !old.has(id)),
						after: all.filter(({ id }) => !then.has(id)),
					};
					expect(bare(netChange(workbook, stretch))).toEqual(bare(compareWorkbooks(first, second)));
					for (const each of [first, second, workbook]) each.destroy();
				},
			),
			{ numRuns: 30 },
		);
	});

	it('[N-9] since a moment counts what arrived since, whenever it was done', () => {
		fc.assert(
			fc.property(
				...([anyWorks, anyWorks, anyWorks, anyWorks] as const),
				fc.boolean(),
				(common, here, apart, later, isEarlier) => {
					const now = '2026-11-21T12:00:00.000Z';
					const doc = new Y.Doc();
					const begin: Work = (each) => void aControl(each, { controlId: 'AC-01', owner: 'CTO' });
					work(doc, 'first', now, [begin, ...common]);
					const other = copied(doc);
					work(other, 'apart', `2026-11-${isEarlier ? '20' : '22'}T12:00:00.000Z`, apart);
					work(doc, 'here', now, here);

					const seen = aWorkbook(copied(doc));
					const then = arrivalsNow(doc);
					Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
					work(doc, 'later', now, later);

					const workbook = aWorkbook(doc);
					const isNews = ({ id }: ActivityEntry) => !hadArrived(doc, id, then);
					const stretch = stretchOf(workbook.activity.latest(), isNews);
					expect(bare(netChange(workbook, stretch))).toEqual(
						bare(compareWorkbooks(seen, workbook)),
					);
					for (const each of [workbook, seen]) each.destroy();
				},
			),
			{ numRuns: 40 },
		);
	});
});
