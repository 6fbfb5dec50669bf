import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GridRow } from '../../../../src/ui/grid/grid-column.ts';
import { groupOf, outlineOf } from '../../../../src/ui/grid/rows/row-outline.ts';

/** Rows and heads of groups in any order; true is a head. */
const tables = fc.array(fc.boolean()).map((kinds) =>
	kinds.map((isHead, index): GridRow => {
		const id = `${index}`;
		const group = { label: id, count: 0, level: 1, expanded: true };
		return isHead ? Object.assign({ id }, { group }) : { id };
	}),
);

it('numbers data rows as if there were no heads, and leads each row to the head above it', () => {
	fc.assert(
		fc.property(tables, (rows) => {
			const outline = outlineOf(rows);
			const isHead = (index: number): boolean => 'group' in (rows[index] ?? {});
			expect(outline === undefined).toBe(!rows.some((_, index) => isHead(index)));
			rows.forEach((_, index) => {
				const above = rows.slice(0, index + 1);
				const heads = above.flatMap((_row, at) => (isHead(at) ? [at] : []));
				expect(groupOf(outline, index)).toBe(heads.at(-1));
				if (!outline || isHead(index)) return;
				expect(outline.numbers[index]).toBe(above.length - heads.length);
				expect(outline.levels[index]).toBe(heads.length ? 2 : 1);
			});
		}),
	);
});
