import { describe, expect, it } from 'vitest';

import {
	returnable,
	sourceWorkbookOf,
	sourceWorkbooks,
} from '../../../src/features/exchange/source-workbook.ts';
import type { ImportRecord } from '../../../src/model/records/import-record.ts';

function aRecord(id: string, day: number, values: Partial<ImportRecord> = {}): ImportRecord {
	return {
		id: `import:${id}`,
		at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
		by: 'Dana',
		fileName: 'PBC.xlsx',
		sha256: 'a'.repeat(64),
		sheet: 'Controls',
		register: 'controls',
		headerRow: 1,
		columns: [],
		rowsIn: 1,
		leftOut: [],
		problems: [],
		valueWords: {},
		filledFrom: {},
		...values,
	};
}

const other = { sha256: 'b'.repeat(64), fileName: 'PBC v2.xlsx' };

describe('the files that were brought in', () => {
	it('stand once each with the imports of their sheets, the one brought in last first', () => {
		const files = sourceWorkbooks([
			aRecord('later', 3, { sheet: 'More', fileName: 'PBC renamed.xlsx' }),
			aRecord('first', 1),
			aRecord('other', 2, other),
		]);
		expect(files.map(({ id, fileName }) => [id, fileName])).toEqual([
			['import:first', 'PBC renamed.xlsx'],
			['import:other', 'PBC v2.xlsx'],
		]);
		expect(files[0]?.imports.map(({ id }) => id)).toEqual(['import:first', 'import:later']);
	});

	it('are found by any of their imports', () => {
		const records = [aRecord('first', 1), aRecord('second', 2)];
		expect(sourceWorkbookOf(records, 'import:second')?.id).toBe('import:first');
		expect(sourceWorkbookOf(records, 'import:gone')).toBeUndefined();
	});

	it('are one each for what was pasted, and that cannot go back', () => {
		const files = sourceWorkbooks([
			aRecord('one', 1, { sha256: '' }),
			aRecord('two', 2, { sha256: '' }),
			aRecord('three', 3),
		]);
		expect(files).toHaveLength(3);
		expect(returnable(files).map(({ id }) => id)).toEqual(['import:three']);
	});

	it('give way to a later version, which goes back in their stead', () => {
		const files = sourceWorkbooks([
			aRecord('v1', 1),
			aRecord('v2', 2, { ...other, versionOf: 'import:v1' }),
		]);
		expect(files.map(({ replacedBy }) => replacedBy?.id)).toEqual([undefined, 'import:v2']);
		expect(returnable(files).map(({ id }) => id)).toEqual(['import:v2']);
	});

	it('stay while a later version brought only some of their sheets', () => {
		const [, file] = sourceWorkbooks([
			aRecord('v1', 1),
			aRecord('notes', 1, { sheet: 'Notes' }),
			aRecord('v2', 2, { ...other, versionOf: 'import:v1' }),
		]);
		expect(file?.replacedBy).toBeUndefined();
		expect(file?.present.map(({ id }) => id)).toEqual(['import:notes']);
	});
});
