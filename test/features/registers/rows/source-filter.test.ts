import { saidByFile } from '../../../../src/features/registers/origin/said-by-file.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { describe, expect, it } from 'vitest';
import {
	sourceChoices,
	sourceWords,
} from '../../../../src/features/registers/rows/source-choices.ts';
import {
	passesSource,
	sourceFacts,
} from '../../../../src/features/registers/rows/source-filter.ts';
import type { SourceFilter } from '../../../../src/model/records/view-filter.ts';
import { editControls } from '../../../../src/workbook/commands/edit-controls.ts';
import { importRows } from '../../../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../../../src/workbook/workbook.ts';
import { at } from '../../../support/at.ts';
import { aControl, aWorkbook, done } from '../../../support/a-workbook.ts';

const matrixFile = 'ab'.repeat(32);

/** Two sheets of one file, a paste, and a control made here. */
function aMixedWorkbook(): Workbook {
	const workbook = aWorkbook();
	bringIn(workbook, 'matrix.xlsx', matrixFile, 'Access', ['AC-1', 'AC-2']);
	bringIn(workbook, 'matrix.xlsx', matrixFile, 'Change', ['CM-1']);
	bringIn(workbook, '', '', 'Pasted cells', ['P-1']);
	aControl(workbook, { controlId: 'OWN-1' });
	return workbook;
}

describe('where controls came from', () => {
	it.each<[string, (ids: readonly string[]) => SourceFilter, readonly string[]]>([
		['all sheets of a file', () => filter(`file:${matrixFile}`), ['AC-1', 'AC-2', 'CM-1']],
		['one sheet', ([, change]) => filter(change ?? ''), ['CM-1']],
		['a paste', ([, , paste]) => filter(paste ?? ''), ['P-1']],
		['here', () => filter(''), ['OWN-1']],
		['two sources', ([access]) => filter(access ?? '', ''), ['AC-1', 'AC-2', 'OWN-1']],
		['a file that is gone', () => filter('file:00'), []],
	])('is asked by %s', (_, filterOf, shown) => {
		const workbook = aMixedWorkbook();
		const ids = workbook.imports.all().map(({ id }) => id);
		expect(shownBy(workbook, filterOf(ids))).toEqual(shown);
	});

	it('and whether a value is not what the file says any more', () => {
		const workbook = aMixedWorkbook();
		const set = (place: number, value: string) => {
			const { id } = at(workbook.controls.all(), place);
			done(workbook, editControls, { edits: [{ control: id, column: 'owner', value }] });
		};
		for (const place of [0, 2, 4]) set(place, 'Ana');
		expect(shownBy(workbook, { from: [], changed: true })).toEqual(['AC-1', 'CM-1']);
		const changes = { from: [at(workbook.imports.all(), 1).id], changed: true };
		expect(shownBy(workbook, changes)).toEqual(['CM-1']);
		set(2, '');
		expect(shownBy(workbook, changes)).toEqual([]);
	});
});

describe('the sources that are offered', () => {
	it('are each file with its sheets, pastes and what was made here, with their counts', () => {
		const workbook = aMixedWorkbook();
		const choices = sourceChoices(workbook.controls.all(), workbook.imports.all());
		expect(choices.map(({ label, count, isSeries }) => [label, count, isSeries])).toEqual([
			['matrix.xlsx', 3, true],
			['Access', 2, false],
			['Change', 1, false],
			['Pasted cells', 1, true],
			['Made here', 1, true],
		]);
		expect(choices[0]).toMatchObject({ value: `file:${matrixFile}`, hint: undefined });
	});

	it('are told apart by their day where two files have one name, and need no sheet if there is one', () => {
		const workbook = aMixedWorkbook();
		bringIn(workbook, 'matrix.xlsx', 'cd'.repeat(32), 'Access', ['AC-9']);
		const choices = sourceChoices(workbook.controls.all(), workbook.imports.all());
		expect(choices.map(({ label, hint }) => [label, hint])).toEqual([
			['matrix.xlsx', 'Imported 21 Nov 2026'],
			['Access', undefined],
			['Change', undefined],
			['Pasted cells', undefined],
			['matrix.xlsx', 'Imported 21 Nov 2026'],
			['Made here', undefined],
		]);
	});

	it('are those in use only', () => {
		const workbook = aMixedWorkbook();
		const controls = workbook.controls.all().slice(2, 3);
		const labels = sourceChoices(controls, workbook.imports.all()).map(({ label }) => label);
		expect(labels).toEqual(['matrix.xlsx', 'Change']);
	});
});

describe('the filter in words', () => {
	it.each<[readonly string[], boolean, string]>([
		[[`file:${matrixFile}`], false, 'Came from: matrix.xlsx'],
		[['access', ''], false, 'Came from: matrix.xlsx › Access or made here'],
		[['paste'], true, 'Came from: pasted cells, changed since'],
		[[], true, 'Changed since the import'],
		[['access', 'change', ''], false, 'Came from: 3 sources'],
		[['file:00'], false, 'Came from: an import that is gone'],
	])('%j, changed %j: %s', (names, changed, words) => {
		const imports = aMixedWorkbook().imports.all();
		const named = new Map(['access', 'change', 'paste'].map((name, i) => [name, imports[i]?.id]));
		const { from } = filter(...names.map((name) => named.get(name) ?? name));
		expect(sourceWords({ from, changed }, imports)).toBe(words);
	});
});

function filter(...from: readonly string[]): SourceFilter {
	return { from: from as SourceFilter['from'], changed: false };
}

function shownBy(workbook: Workbook, cameFrom: SourceFilter): readonly string[] {
	const passes = passesSource(
		cameFrom,
		sourceFacts(
			registers.controls,
			(record) => saidByFile(workbook, registers.controls, record),
			workbook.imports.all(),
		),
	);
	return workbook.controls
		.all()
		.filter(passes)
		.map(({ controlId }) => controlId);
}

function bringIn(
	workbook: Workbook,
	fileName: string,
	sha256: string,
	sheet: string,
	controlIds: readonly string[],
): void {
	done(workbook, importRows, {
		...{ fileName, sha256, sheet, headerRow: 1 },
		columns: [{ index: 0, header: 'Ref', target: { kind: 'field', key: 'controlId' } }],
		rows: controlIds.map((controlId, index) => ({
			...{ row: index + 2, texts: { controlId }, sets: {}, own: {} },
		})),
		...{ leftOut: [], problems: [], words: {}, filledFrom: {} },
	});
}
