/** [N-1] Net change worked out from the activity list is what two snapshots differ in. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compareWorkbooks } from '../../src/workbook/compare-workbooks.ts';
import { netChange } from '../../src/workbook/net-change.ts';
import type { RecordChange } from '../../src/workbook/record-change.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aControl, aWorkbook } from '../support/a-workbook.ts';
import { anyWork } from '../support/any-work.ts';

function copyOf({ doc }: Workbook): Workbook {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return aWorkbook(copy);
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
});
