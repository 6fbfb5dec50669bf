import { describe, expect, it } from 'vitest';

import { compareVersions } from '../../../src/exchange/next-version/compare-versions.ts';
import { at } from '../../support/at.ts';
import {
	aControlOf,
	aDraft,
	anEarlierFile,
	compared,
	counterparts,
	matched,
	regionColumn,
	type RowValues,
} from './versions.ts';

const reviews = {
	controlId: 'AC-1',
	title: 'Access reviews',
	description: 'Managers review the access of their teams to production every quarter.',
	owner: 'Dana',
	criteria: ['CC6.1', 'CC6.2'],
	region: 'EU',
};
const backups = {
	controlId: 'AC-2',
	title: 'Backups',
	description: 'Databases are copied every night and restored once a year as a test.',
	owner: 'Sam',
	criteria: ['A1.2'],
};
const training = {
	controlId: 'AC-3',
	title: 'Training',
	description: 'Everybody takes the security training within thirty days of joining.',
	owner: 'Kim',
};

function cellsOf(
	said: RowValues,
	now: RowValues,
	next: RowValues,
): Readonly<Record<string, readonly unknown[]>> {
	const [row] = matched(compared(anEarlierFile([said], [now]), [next]));
	return Object.fromEntries(
		(row?.cells ?? []).map(({ key, state, taken }) => [key, [state, taken]]),
	);
}

describe('a cell of three versions', () => {
	it('is not listed where all three say the same', () => {
		expect(cellsOf(reviews, reviews, reviews)).toEqual({});
	});

	it('is theirs, ours, of both or in conflict, by who changed it to what', () => {
		const theirs = { ...reviews, owner: 'Ann', title: 'Access review', region: 'EU and UK' };
		const ours = { ...reviews, owner: 'Bob', title: 'Access review', description: 'Reviewed.' };
		expect(cellsOf(reviews, ours, theirs)).toEqual({
			owner: ['conflict', 'Ann'],
			title: ['both', 'Access review'],
			description: ['ours', reviews.description],
			[regionColumn.id]: ['theirs', 'EU and UK'],
		});
	});

	it('that was emptied there is a change of theirs', () => {
		expect(cellsOf(reviews, reviews, { ...reviews, owner: '', region: '' })).toEqual({
			owner: ['theirs', ''],
			[regionColumn.id]: ['theirs', ''],
		});
	});

	it('of a set keeps what either side put in and drops what either side took out', () => {
		const ours = { ...reviews, criteria: ['CC6.1', 'CC7.1'] };
		const theirs = { ...reviews, criteria: ['CC6.2', 'CC6.3'] };
		expect(cellsOf(reviews, ours, theirs)).toEqual({ criteria: ['merged', ['CC7.1', 'CC6.3']] });
	});
});

describe('the rows of the next version', () => {
	it('are found by their id wherever they stand', () => {
		const rows = compared(anEarlierFile([reviews, backups, training]), [
			training,
			{ ...reviews, description: 'Leads look at who can reach production twice a year.' },
			backups,
		]);
		expect(counterparts(rows)).toEqual({ 'control:2': 2, 'control:0': 3, 'control:1': 4 });
		expect(matched(rows).map(({ match }) => match.reason)).toEqual(['', '', '']);
	});

	it('are found by their text where the file was numbered anew', () => {
		const inserted = { controlId: 'AC-1', title: 'Policy', description: 'Policies are approved.' };
		const renumbered = [reviews, backups, training].map((row, place) => ({
			...row,
			controlId: `AC-${place + 2}`,
		}));
		const rows = compared(anEarlierFile([reviews, backups, training]), [inserted, ...renumbered]);
		expect(counterparts(rows)).toEqual({ 'control:0': 3, 'control:1': 4, 'control:2': 5 });
		expect(at(matched(rows), 0).match).toMatchObject({
			how: 'sameText',
			reason: 'The ID was AC-1 and is AC-2 now; title and text are the same.',
		});
		expect(rows[0]).toMatchObject({ kind: 'added', row: { row: 2 } });
	});

	it('are found by likeness where ids and words changed', () => {
		const changed = {
			...backups,
			controlId: 'BK-9',
			description: 'Databases are copied every night and restored twice a year as a test.',
		};
		const rows = compared(anEarlierFile([reviews, backups, training]), [
			reviews,
			changed,
			training,
		]);
		expect(at(matched(rows), 1)).toMatchObject({ control: 'control:1', match: { how: 'alike' } });
		expect(at(matched(rows), 1).match.reason).toMatch(
			/^The ID was AC-2 and is BK-9 now; \d\d % of the words are the same, and it stands between the same rows\.$/,
		);
	});

	it('with an id that stands twice are told apart by what they say', () => {
		const twice = [reviews, { ...backups, controlId: 'AC-1' }];
		const rows = compared(anEarlierFile(twice), [at(twice, 1), { ...reviews, owner: 'Ann' }]);
		expect(counterparts(rows)).toEqual({ 'control:1': 2, 'control:0': 3 });
	});

	it('keep their id where they say something else altogether and nothing else is likelier', () => {
		const rows = compared(anEarlierFile([reviews]), [{ ...training, controlId: 'AC-1' }]);
		expect(counterparts(rows)).toEqual({ 'control:0': 2 });
	});

	it('that are like no control are added, and controls like no row are removed', () => {
		const rows = compared(anEarlierFile([reviews, backups]), [reviews, training]);
		expect(rows.map(({ kind }) => kind)).toEqual(['matched', 'added', 'removed']);
		expect(rows[2]).toEqual({ kind: 'removed', control: 'control:1' });
	});

	it('say so where a row with the same words was left out before', () => {
		const earlier = anEarlierFile([reviews]);
		const leftOut = [
			{ row: 9, reason: 'Left out by you', text: Object.values(backups).join(' | ') },
		];
		const rows = compared({ ...earlier, leftOut }, [reviews, backups]);
		expect(rows[1]).toMatchObject({
			kind: 'added',
			doubt: 'A row with the same words was left out before.',
		});
	});

	it('say so where another control of the workbook has their id', () => {
		const rows = compared({ ...anEarlierFile([reviews]), otherIds: ['AC-2'] }, [reviews, backups]);
		expect(rows[1]).toMatchObject({
			kind: 'added',
			doubt: 'A control that did not come from this file has its ID.',
		});
	});

	it('do not remove a second time what an earlier version took out, but find it when it is back', () => {
		const earlier = anEarlierFile([reviews, backups]);
		const gone = earlier.controls.map((control) => ({ ...control, isGone: true as const }));
		expect(compared({ ...earlier, controls: gone }, [])).toEqual([]);
		expect(counterparts(compared({ ...earlier, controls: gone }, [backups]))).toEqual({
			'control:1': 2,
		});
	});

	it('are found by the id of a control made here, and then every difference is asked for', () => {
		const made = { said: aControlOf(7, {}), now: aControlOf(7, backups), madeHere: true as const };
		const rows = compared({ ...anEarlierFile([]), controls: [made] }, [
			{ ...backups, owner: 'Ann', description: '', criteria: ['A1.3'], region: 'EU' },
		]);
		const [row] = matched(rows);
		expect(row?.match.how).toBe('madeHere');
		expect(row?.cells.map(({ key, state, taken }) => [key, state, taken])).toEqual([
			['controlId', 'both', 'AC-2'],
			['title', 'both', 'Backups'],
			['description', 'ours', ''],
			['owner', 'conflict', 'Ann'],
			['criteria', 'merged', ['A1.2', 'A1.3']],
			[regionColumn.id, 'theirs', 'EU'],
		]);
	});
});

describe('the columns of the next version', () => {
	it('that are gone say nothing, and are named', () => {
		const draft = aDraft([{ ...reviews, owner: '', region: '' }]);
		const columns = draft.columns.filter(({ header }) => !['owner', 'Region'].includes(header));
		const { file, rows } = compareVersions({ ...draft, columns }, anEarlierFile([reviews]), String);
		expect(file.missing).toEqual(['owner', 'Region']);
		expect(at(matched(rows), 0).cells).toEqual([]);
	});

	it('that are new are compared with what stands here', () => {
		const earlier = anEarlierFile([reviews]);
		const before = { ...earlier, columns: earlier.columns.slice(0, 5), ownColumns: [] };
		const { file, rows } = compareVersions(aDraft([reviews]), before, String);
		expect(file.added).toEqual(['Region']);
		expect(at(matched(rows), 0).cells).toMatchObject([{ key: 'index:5', state: 'theirs' }]);
	});

	it('that kept a whole text have become empty where no text needs keeping', () => {
		const keeper = {
			...regionColumn,
			id: 'column:keeper',
			name: 'criteria (original text)',
		} as const;
		const said = {
			...aControlOf(0, reviews),
			own: { [regionColumn.id]: 'EU', [keeper.id]: 'CC6.1, partly' },
		};
		const earlier = anEarlierFile([reviews]);
		const { file, rows } = compareVersions(
			aDraft([reviews]),
			{
				...earlier,
				columns: [...earlier.columns, { index: 4, header: 'criteria', target: keeper.id }],
				ownColumns: [regionColumn, keeper],
				controls: [{ said, now: said }],
			},
			String,
		);
		expect(at(matched(rows), 0).cells).toMatchObject([
			{ key: keeper.id, state: 'theirs', before: 'CC6.1, partly', taken: '' },
		]);
		expect(file.missing).toEqual([]);
		expect(file.draft.columns.at(-1)).toMatchObject({ index: 4, target: { kind: 'own' } });
	});
});
