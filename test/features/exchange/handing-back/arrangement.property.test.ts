import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { HandBackCell } from '../../../../src/exchange/hand-back/order.ts';
import {
	outline,
	unfolded,
	type OutlineLine,
} from '../../../../src/features/exchange/handing-back/arrangement.ts';
import { aCell, aConflict, anAddedCell, aRecalculated } from './a-cell.ts';

const cells = fc
	.array(
		fc.record({
			kind: fc.constantFrom('edited', 'conflict', 'recalculated'),
			sheet: fc.constantFrom('One', 'Two'),
			control: fc.constantFrom('control:a', 'control:b', undefined),
		}),
		{ maxLength: 20 },
	)
	.map((made) =>
		made.map(({ kind, sheet, control }, at): HandBackCell => {
			const place = `A${at + 1}`;
			const key = `${sheet}!${place}`;
			if (kind === 'recalculated') return { ...aRecalculated(place, sheet), key };
			if (kind === 'conflict') return { ...aConflict(place, true), sheet, key, control };
			return { ...aCell(place), sheet, key, control };
		}),
	);

function words(lines: readonly OutlineLine[]): readonly string[] {
	return lines.map(({ kind, level, cells: [cell] }) =>
		kind === 'cell' ? `${level} ${cell?.cell}` : `${level} ${kind}`,
	);
}

describe('the outline of what goes into a file', () => {
	it('shows every cell once', () => {
		fc.assert(
			fc.property(cells, (given) => {
				const shown = outline(given).filter(({ kind }) => kind === 'cell');
				expect(shown.map(({ cells: [cell] }) => cell?.key).sort()).toEqual(
					given.map(({ key }) => key).sort(),
				);
			}),
		);
	});

	it('gives every line a key of its own, its place among its like, and what is inside it', () => {
		fc.assert(
			fc.property(cells, (given) => {
				const lines = outline(given);
				expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
				lines.forEach((line, at) => {
					const inside = lines.slice(at + 1, at + 1 + line.inside);
					expect(inside.every(({ level }) => level > line.level)).toBe(true);
					expect(lines[at + 1 + line.inside]?.level ?? 0).toBeLessThanOrEqual(line.level);
					const children = inside.filter(({ level }) => level === line.level + 1);
					expect(children.map(({ place }) => place)).toEqual(children.map((_, index) => index + 1));
					expect(children.every(({ count }) => count === children.length)).toBe(true);
				});
			}),
		);
	});

	it('holds in each group just the cells inside it', () => {
		fc.assert(
			fc.property(cells, (given) => {
				const lines = outline(given);
				lines.forEach((line, at) => {
					if (line.inside === 0) return;
					const inside = lines.slice(at + 1, at + 1 + line.inside);
					const shown = inside.filter(({ kind }) => kind === 'cell').flatMap((one) => one.cells);
					expect(new Set(shown)).toEqual(new Set(line.cells));
				});
			}),
		);
	});

	it('leaves out just what is inside folded lines', () => {
		const folds = fc.array(fc.nat({ max: 30 }), { maxLength: 4 });
		fc.assert(
			fc.property(cells, folds, (given, places) => {
				const lines = outline(given);
				const folded = new Set(places.flatMap((place) => lines[place]?.key ?? []));
				const hidden = new Set(
					lines.flatMap((line, at) =>
						folded.has(line.key) ? lines.slice(at + 1, at + 1 + line.inside) : [],
					),
				);
				expect(unfolded(lines, folded)).toEqual(lines.filter((line) => !hidden.has(line)));
			}),
		);
	});

	it('puts conflicts first, and what is worked out anew at the end of its sheet', () => {
		const lines = outline([
			aRecalculated('H2'),
			aCell('E2'),
			aConflict('F2', false),
			anAddedCell('z', 'title'),
		]);
		expect(words(lines)).toEqual([
			...['1 conflicts', '2 control', '3 F2'],
			...['1 sheet', '2 control', '3 E2', '2 control', '3 A9'],
			...['2 recalculated', '3 H2'],
		]);
	});
});
