import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSharedView } from '../../../src/model/records/shared-view.ts';
import {
	firstSettings,
	readSettings,
	sameSetting,
	type ViewSettings,
} from '../../../src/model/records/view-settings.ts';

const someSettings: ViewSettings = {
	filters: [
		{ column: 'owner', kind: 'oneOf', values: ['Ana', ''] },
		{ column: 'title', kind: 'excludes', text: 'access' },
		{ column: 'dueDate', kind: 'dates', from: '2026-01-01', to: '' },
		{ column: 'column:gone', kind: 'next', days: 30 },
	],
	cameFrom: { from: ['import:one', 'file:ab12', ''], changed: true },
	onlyProblems: true,
	showRetired: true,
	sorts: [
		{ column: 'status', direction: 'descending' },
		{ column: 'owner', direction: 'ascending' },
	],
	groupBy: 'series',
	columnOrder: ['title', 'controlId'],
	hidden: ['notes'],
	shown: ['tester'],
	widths: { title: 300 },
	frozen: 2,
	lines: 3,
};

describe('the settings of a view', () => {
	it('come back from JSON as they were', () => {
		expect(readSettings(JSON.parse(JSON.stringify(someSettings)))).toEqual(someSettings);
	});

	it.each([
		[
			{ from: ['import:one', 7, 'elsewhere', 'import:one', ''] },
			{ from: ['import:one', ''], changed: false },
		],
		[
			{ from: 'import:one', changed: true },
			{ from: [], changed: true },
		],
		[{ from: ['elsewhere'], changed: 'yes' }, null],
		['import:one', null],
	])('[S-1] read of where controls came from in %j what can be read', (kept, read) => {
		expect(readSettings({ cameFrom: kept }).cameFrom).toEqual(read);
	});

	it('[S-1] keep every part that can be read and begin afresh with the others', () => {
		expect(
			readSettings({
				...someSettings,
				filters: [
					null,
					{ column: 'owner', kind: 'oneOf' },
					{ column: '__proto__', kind: 'empty' },
					{ column: 'owner', kind: 'of a newer version' },
					{ column: 'title', kind: 'filled' },
				],
				sorts: 'owner',
				lines: 900,
				frozen: -1,
				widths: { title: '300', owner: 200 },
				groupBy: 'moonPhase',
			}),
		).toEqual({
			...someSettings,
			filters: [{ column: 'title', kind: 'filled' }],
			sorts: [],
			lines: 8,
			frozen: 1,
			widths: { owner: 200 },
			groupBy: null,
		});
	});

	it('[S-1] are read from anything at all, and reading them again changes nothing', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.anything(),
					fc.record(
						Object.fromEntries(Object.keys(firstSettings).map((key) => [key, fc.anything()])),
					),
				),
				(kept) => {
					const read = readSettings(kept);
					expect(readSettings(read)).toEqual(read);
				},
			),
		);
	});

	it('[S-1] leave a shared view readable whatever they hold; what is no view says why', () => {
		const row = { id: 'view:1', name: 'Mine', order: 'a0', sorts: 7, lines: 3 };
		expect(readSharedView(row)).toEqual({
			item: {
				id: 'view:1',
				name: 'Mine',
				order: 'a0',
				register: 'controls',
				retired: false,
				settings: { ...firstSettings, lines: 3 },
			},
		});
		const bad = readSharedView({ ...row, name: 7 });
		expect('reason' in bad && bad.reason).toMatch(/^name: /);
	});

	it('are the same where they look the same, in whatever order widths were set', () => {
		const widths = { title: 300, owner: 120 };
		expect(sameSetting(widths, { owner: 120, title: 300 })).toBe(true);
		expect(sameSetting(widths, { owner: 120 })).toBe(false);
		expect(sameSetting(['title', 'owner'], ['owner', 'title'])).toBe(false);
		expect(sameSetting(null, {})).toBe(false);
		expect(sameSetting([], {})).toBe(false);
	});
});
