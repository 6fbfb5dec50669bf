import { describe, expect, it } from 'vitest';

import {
	controlLibrary,
	libraryControlById,
} from '../../../../src/model/catalog/control-library.ts';
import { isSetKey, isControlFieldKey } from '../../../../src/model/records/control-fields.ts';
import { libraryRows } from '../../../../src/model/rules/library/library-row.ts';
import { controls as register } from '../../../../src/model/registers/controls.ts';
import { valueProblems } from '../../../../src/model/rules/value-problems.ts';
import { aControl, aWorkbook } from '../../../support/a-workbook.ts';

describe('a control of the library as a row', () => {
	it('brings everything that is known of it, and says that nothing is in place yet', () => {
		const control = libraryControlById('AC-01')!;
		const [row] = libraryRows([control], [], 'type2');
		expect(row).toMatchObject({
			controlId: 'AC-01',
			title: control.title,
			description: control.description,
			criteria: control.criteria,
			owner: control.ownerRole,
			status: 'notStarted',
			category: 'Access',
			evidenceKinds: control.evidence,
			isKey: 'yes',
		});
		expect(row?.references).toContain('A.8.5');
		expect(row?.evidence?.split('\n')).toHaveLength(control.evidence.length);
	});

	it('is tested as the report asks', () => {
		const control = libraryControlById('GV-01')!;
		const [type1] = libraryRows([control], [], 'type1');
		const [type2] = libraryRows([control], [], 'type2');
		expect(type1?.testProcedure).toContain('as-of date');
		expect(type2?.testProcedure).toContain('sample');
	});

	it('has an id that nothing else has, letter case aside', () => {
		const control = libraryControlById('AC-01')!;
		const ids = (taken: string[], ...controls: (typeof control)[]): (string | undefined)[] =>
			libraryRows(controls, taken, 'type2').map(({ controlId }) => controlId);
		expect(ids(['ac-01 '], control)).toEqual(['AC-01-2']);
		expect(ids(['AC-01', 'AC-01-2'], control, control)).toEqual(['AC-01-3', 'AC-01-4']);
	});

	it('names no framework item that could be another framework’s', () => {
		const rows = libraryRows(controlLibrary, [], 'type2');
		expect(rows.flatMap(({ references = [] }) => references)).not.toContain('9.3.1');
	});

	it('fills known fields with values that no cell would mark', () => {
		const workbook = aWorkbook();
		for (const row of libraryRows(controlLibrary, [], 'type2')) {
			expect(Object.keys(row).filter((key) => !isControlFieldKey(key))).toEqual([]);
			expect(
				Object.entries(row).filter(([key, value]) => isSetKey(key) !== Array.isArray(value)),
			).toEqual([]);
			expect(valueProblems(register, aControl(workbook, row))).toEqual([]);
		}
	});
});
