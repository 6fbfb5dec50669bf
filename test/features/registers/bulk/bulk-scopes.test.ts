import { expect, it } from 'vitest';
import {
	bulkScopes,
	recordsInRanges,
} from '../../../../src/features/registers/bulk/bulk-scopes.ts';
import { aControl } from '../some-records.ts';

const rows = [aControl(), aControl(), aControl()] as const;

it('counts a row once that several ranges touch, from top to bottom, heads of groups left out', () => {
	const group = { id: 'group:one', group: { label: 'One', count: 3, level: 1, expanded: true } };
	const shown = [group, ...rows];
	const ranges = [
		{ top: 2, left: 0, bottom: 3, right: 1 },
		{ top: 0, left: 3, bottom: 2, right: 3 },
	];
	expect(recordsInRanges(ranges, shown)).toEqual(rows);
});

it('offers no scope that is empty or the same as one before it', () => {
	const [first, second] = rows;
	const keys = (...lists: Parameters<typeof bulkScopes>) => bulkScopes(...lists).map((s) => s.key);
	expect(keys([first], [], rows)).toEqual(['selected', 'shown']);
	expect(keys([first], [second], rows)).toEqual(['selected', 'found', 'shown']);
	expect(keys(rows, [first], rows)).toEqual(['selected', 'found']);
	expect(keys([], rows, rows)).toEqual(['found']);
});
