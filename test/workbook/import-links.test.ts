import { describe, expect, it } from 'vitest';
import { LinkNames } from '../../src/model/rules/link-names.ts';
import type { RegisterName } from '../../src/model/registers/register.ts';
import { registers } from '../../src/model/registers/registers.ts';
import { importRows, type SourceRow } from '../../src/workbook/commands/import-rows.ts';
import { addRecords, type RecordValues } from '../../src/workbook/commands/records/add-records.ts';
import { retireRecords } from '../../src/workbook/commands/records/retire-records.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';

describe('the links of imported rows', () => {
	it('[I-8] are found by name or id, letter case and blanks aside', () => {
		const workbook = aWorkbook();
		const [first, second] = add(workbook, 'controls', { controlId: 'AC-1' }, { title: 'Backups' });
		bring(workbook, 'risks', { riskId: 'R-1', controls: [' ac-1', 'BACKUPS', second ?? ''] });
		expect(workbook.registers.of('risks').all()[0]?.controls).toEqual([first, second]);
	});

	it('[I-8] keep a name that nobody bears, or that several bear', () => {
		const workbook = aWorkbook();
		add(workbook, 'vendors', { name: 'Acme' }, { name: 'ACME' });
		bring(workbook, 'systems', { name: 'Mail', vendors: ['Acme', 'Nobody'] });
		expect(workbook.registers.of('systems').all()[0]?.vendors).toEqual(['Acme', 'Nobody']);
	});

	it('[I-8] are made when an import brings the record that was waited for', () => {
		const workbook = aWorkbook();
		bring(workbook, 'systems', { name: 'Mail', vendors: ['Acme Ltd'] });
		const before = workbook.registers.of('systems').all();
		bring(workbook, 'vendors', { name: 'ACME Ltd' });
		const [vendor] = workbook.registers.of('vendors').all();
		expect(workbook.registers.of('systems').all()[0]?.vendors).toEqual([vendor?.id]);
		workbook.undo();
		expect(workbook.registers.of('systems').all()).toEqual(before);
		expect(workbook.registers.of('vendors').all()).toEqual([]);
	});

	it('find records that come in with them', () => {
		const workbook = aWorkbook();
		bring(workbook, 'gaps', { gapId: 'G-1', dependsOn: ['G-2'] }, { gapId: 'G-2' });
		const [first, second] = workbook.registers.of('gaps').all();
		expect(first?.dependsOn).toEqual([second?.id]);
	});

	it('put a name with a comma together again', () => {
		const workbook = aWorkbook();
		const [id] = add(workbook, 'vendors', { name: 'Acme, Inc.' });
		bring(workbook, 'systems', { name: 'Mail', vendors: ['Acme', 'Inc.', 'Other'] });
		expect(workbook.registers.of('systems').all()[0]?.vendors).toEqual(['Other', id]);
	});

	it('[I-7] stand in the register the rows went to, with its own columns', () => {
		const workbook = aWorkbook();
		const input = anImport('vendors', [{ ...aRow({ name: 'Acme' }), own: { 7: 'EU' } }]);
		const columns = [
			{ index: 7, header: 'Region', target: { kind: 'own', name: 'Region', meaning: 'other' } },
		] as const;
		done(workbook, importRows, { ...input, columns });
		const [column] = workbook.columns.all();
		expect(column).toMatchObject({ name: 'Region', register: 'vendors' });
		expect(workbook.imports.all()[0]).toMatchObject({ register: 'vendors', rowsIn: 1 });
		expect(workbook.registers.of('vendors').all()[0]).toMatchObject({
			name: 'Acme',
			own: { [column?.id ?? '']: 'EU' },
			source: { row: 2 },
		});
	});
});

describe('the names of linked records', () => {
	it('[X-6] are those that no other record shares, or the id', () => {
		const workbook = aWorkbook();
		const [first, second, third] = add(
			...([workbook, 'controls'] as const),
			...[{ controlId: 'AC-1', title: 'Review' }, { controlId: 'AC-1', title: 'Training' }, {}],
		);
		const names = new LinkNames(registers.controls, workbook.controls.all());
		expect([first, second, third].map((id = '') => names.name(id))).toEqual([
			...['Review', 'Training', third],
		]);
		expect([first, second, third].map((id = '') => names.find(names.name(id)))).toEqual([
			...[first, second, third],
		]);
	});

	it('belong to the active record of an active and a retired one', () => {
		const workbook = aWorkbook();
		const [gone = '', stays = ''] = add(workbook, 'vendors', { name: 'Acme' }, { name: 'Acme' });
		done(workbook, retireRecords, { register: 'vendors', records: [gone], reason: 'Twice' });
		const names = new LinkNames(registers.vendors, workbook.registers.of('vendors').all());
		expect([names.name(stays), names.name(gone)]).toEqual(['Acme', gone]);
	});
});

function add(workbook: Workbook, register: RegisterName, ...rows: readonly RecordValues[]) {
	return done(workbook, addRecords, { register, rows }).created;
}

function bring(workbook: Workbook, register: RegisterName, ...rows: readonly RecordValues[]): void {
	done(workbook, importRows, anImport(register, rows.map(aRow)));
}

function aRow(values: RecordValues, at = 0): SourceRow {
	const entries = Object.entries(values);
	return {
		row: at + 2,
		texts: Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) as Record<
			string,
			string
		>,
		sets: Object.fromEntries(entries.filter(([, value]) => Array.isArray(value))) as Record<
			string,
			string[]
		>,
		own: {},
	};
}

function anImport(register: RegisterName, rows: readonly SourceRow[]) {
	return {
		register,
		...{ fileName: 'list.xlsx', sha256: '', sheet: 'Sheet', headerRow: 1 },
		...{ columns: [], rows, leftOut: [], problems: [], words: {}, filledFrom: {} },
	};
}
