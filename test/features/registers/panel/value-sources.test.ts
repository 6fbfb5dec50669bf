import { describe, expect, it } from 'vitest';
import { valueSources } from '../../../../src/features/registers/panel/value-sources.ts';
import type { ImportRecord } from '../../../../src/model/records/import-record.ts';
import { aControl, controlColumns } from '../some-records.ts';

const record: ImportRecord = {
	id: 'import:1',
	at: '2026-11-21T12:00:00.000Z',
	by: 'Dana',
	fileName: 'Controls.xlsx',
	sha256: 'ab',
	sheet: 'Matrix',
	register: 'controls',
	headerRow: 2,
	columns: [
		{ index: 0, header: 'Ref', target: 'controlId' },
		{ index: 3, header: 'Common criteria', target: 'criteria' },
		{ index: 27, header: 'Additional criteria', target: 'criteria' },
		{ index: 5, header: 'Left out', target: '' },
		{ index: 6, header: 'Tool', target: 'column:1' },
	],
	rowsIn: 1,
	leftOut: [],
	problems: [],
	valueWords: {},
	filledFrom: { '12/0': 'A9' },
};
const columns = controlColumns([
	{
		...{ id: 'column:1', name: 'Tool', order: 'a', meaning: 'other' },
		...{ register: 'controls', retired: false },
	},
]);

describe('valueSources', () => {
	it('gives each value its cell, merged cells their anchor, sets all their cells (I-1)', () => {
		const control = aControl({ source: { import: 'import:1', row: 12 } });
		const sources = valueSources(control, record, columns);
		expect(sources.map(({ column, cells }) => [column.key, cells])).toEqual([
			['controlId', ['A9']],
			['criteria', ['D12', 'AB12']],
			['column:1', ['G12']],
		]);
	});

	it('is empty for a control that was made here', () => {
		expect(valueSources(aControl(), record, columns)).toEqual([]);
	});
});
