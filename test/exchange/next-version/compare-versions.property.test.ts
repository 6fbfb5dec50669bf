import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CellValue, ComparedRow } from '../../../src/exchange/next-version/comparison.ts';
import { matchRows } from '../../../src/exchange/next-version/match-rows.ts';
import { valueOfControl } from '../../../src/exchange/next-version/row-values.ts';
import { at } from '../../support/at.ts';
import {
	anEarlierFile,
	aControlOf,
	compared,
	counterparts,
	matched,
	regionColumn,
	type RowValues,
} from './versions.ts';

const keys = ['controlId', 'title', 'description', 'owner', 'criteria', regionColumn.id] as const;

const word = fc.constantFrom(
	'access',
	'backup',
	'log',
	'review',
	'policy',
	'key',
	'vendor',
	'test',
);
const words = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '));
const values: fc.Arbitrary<RowValues> = fc.record({
	title: words,
	description: words,
	owner: fc.constantFrom('', 'Dana', 'Sam', 'Kim'),
	criteria: fc.uniqueArray(fc.constantFrom('CC6.1', 'CC6.2', 'CC7.1', 'A1.2')),
	region: fc.constantFrom('', 'EU', 'US'),
});
/** Ids that are missing, doubled and everything between. */
const anyRow = fc
	.tuple(values, fc.constantFrom('', 'AC-1', 'AC-2', 'AC-3', 'AC-4', 'AC-5'))
	.map(([row, controlId]) => ({ ...row, controlId }));
const anyRows = fc.array(anyRow, { maxLength: 12 });
/** One row in three versions, under an id that stands once in each. */
const threeVersions = fc
	.array(fc.tuple(values, values, values), { minLength: 1, maxLength: 8 })
	.map((rows) => {
		const version = (which: 0 | 1 | 2) =>
			rows.map((versions, place) => ({ ...versions[which], controlId: `AC-${place}` }));
		return { said: version(0), now: version(1), next: version(2) };
	});

/** What the new file says in a column, as a record keeps it. */
function saysOf(row: RowValues, key: (typeof keys)[number]): CellValue {
	return valueOfControl(aControlOf(0, row), key);
}

/** The naive three-way merge, member by member for sets; undefined where it has to be asked for. */
function naively(before: CellValue, ours: CellValue, theirs: CellValue): CellValue | undefined {
	if (typeof before === 'string' || typeof ours === 'string' || typeof theirs === 'string') {
		if (ours === before) return theirs;
		return theirs === before || theirs === ours ? ours : undefined;
	}
	const members = new Set([...before, ...ours, ...theirs]);
	return [...members].filter((member) => {
		const here = ours.includes(member);
		return here === before.includes(member) ? theirs.includes(member) : here;
	});
}

/** A control's value after everything of theirs that collides with nothing was taken. */
function afterTaking(rows: readonly ComparedRow[], control: string, key: string, ours: CellValue) {
	const row = matched(rows).find((each) => each.control === control);
	const cell = row?.cells.find((each) => each.key === key);
	if (cell?.state === 'conflict') return undefined;
	return cell?.state === 'theirs' || cell?.state === 'merged' ? cell.taken : ours;
}

const asSet = (value: CellValue | undefined) =>
	typeof value === 'object' ? [...value].sort() : value;

describe('comparing versions', () => {
	it('without edits here, taking everything gives exactly the new file', () => {
		fc.assert(
			fc.property(anyRows, anyRows, (said, next) => {
				const rows = compared(anEarlierFile(said), next);
				const result = rows.flatMap((row) => {
					if (row.kind === 'removed') return [];
					const version = at(next, (row.kind === 'added' ? row.row.row : row.row) - 2);
					if (row.kind === 'added') return [[version, keys.map((key) => saysOf(version, key))]];
					const control = aControlOf(0, at(said, Number(row.control.slice('control:'.length))));
					return [
						[
							version,
							keys.map((key) => afterTaking(rows, row.control, key, valueOfControl(control, key))),
						],
					];
				});
				expect(result).toEqual(next.map((row) => [row, keys.map((key) => saysOf(row, key))]));
			}),
		);
	});

	it('without changes there, nothing changes, whatever was edited here', () => {
		fc.assert(
			fc.property(
				fc
					.array(values, { maxLength: 10 })
					.map((rows) => rows.map((row, place) => ({ ...row, controlId: `AC-${place}` }))),
				fc.array(values, { minLength: 10, maxLength: 10 }),
				(said, edits) => {
					const now = said.map((row, place) => ({ ...row, ...edits[place] }));
					const rows = compared(anEarlierFile(said, now), said);
					expect(Object.values(counterparts(rows))).toEqual(said.map((_, place) => place + 2));
					const states = matched(rows).flatMap(({ cells }) => cells.map(({ state }) => state));
					expect(states.filter((state) => state !== 'ours')).toEqual([]);
				},
			),
		);
	});

	it('merges each cell as the naive model does, and loses nothing of ours that did not collide', () => {
		fc.assert(
			fc.property(threeVersions, ({ said, now, next }) => {
				const rows = compared(anEarlierFile(said, now), next);
				for (const { control, row } of matched(rows)) {
					const place = Number(control.slice('control:'.length));
					for (const key of keys) {
						const [before, ours] = [at(said, place), at(now, place)].map((v) => saysOf(v, key));
						const theirs = saysOf(at(next, row - 2), key);
						const expected = naively(before ?? '', ours ?? '', theirs);
						expect(asSet(afterTaking(rows, control, key, ours ?? ''))).toEqual(asSet(expected));
					}
				}
			}),
		);
	});

	it('finds the same changes with the sides exchanged', () => {
		const mirrored = {
			theirs: 'ours',
			ours: 'theirs',
			both: 'both',
			conflict: 'conflict',
		} as const;
		fc.assert(
			fc.property(threeVersions, ({ said: [said], now: [now], next: [next] }) => {
				const forth = matched(compared(anEarlierFile([said!], [now!]), [next!]))[0];
				const back = matched(compared(anEarlierFile([said!], [next!]), [now!]))[0];
				expect(forth?.cells.length).toBe(back?.cells.length);
				for (const cell of forth?.cells ?? []) {
					const other = back?.cells.find(({ key }) => key === cell.key);
					const expected = cell.state === 'merged' ? 'merged' : mirrored[cell.state];
					expect(other?.state).toBe(expected);
				}
			}),
		);
	});

	it('puts rows together one to one, the same on every run, and accounts for all of them', () => {
		fc.assert(
			fc.property(anyRows, anyRows, (said, next) => {
				const rows = compared(anEarlierFile(said), next);
				expect(compared(anEarlierFile(said), next)).toEqual(rows);
				const controls = rows.flatMap((row) => (row.kind === 'added' ? [] : [row.control]));
				expect(controls.toSorted()).toEqual(said.map((_, place) => `control:${place}`).toSorted());
				const places = rows.flatMap((row) =>
					row.kind === 'removed' ? [] : [row.kind === 'added' ? row.row.row : row.row],
				);
				expect(places).toEqual(next.map((_, place) => place + 2));
			}),
		);
	});

	it('finds every row again in a file that was put in another order', () => {
		const distinct = fc.uniqueArray(anyRow, {
			selector: ({ controlId, title, description }) => `${controlId}${title}${description}`,
			maxLength: 12,
		});
		fc.assert(
			fc.property(
				distinct.chain((rows) =>
					fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
				),
				([said, next]) => {
					const likable = (row: RowValues) => ({
						id: row.controlId ?? '',
						title: row.title ?? '',
						text: row.description ?? '',
						criteria: row.criteria ?? [],
					});
					const telling = said.filter(
						({ controlId, title, description }) =>
							controlId !== '' && `${title}${description}`.length > 0,
					);
					const pairs = matchRows(said.map(likable), next.map(likable));
					for (const row of telling) {
						const pair = pairs.find(({ ours }) => said[ours] === row);
						expect(next[pair?.theirs ?? -1]).toBe(row);
					}
				},
			),
		);
	});
});
