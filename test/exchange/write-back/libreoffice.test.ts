/**
 * A spreadsheet program opens what was written back: new values, old values, and formulas worked out
 * anew. Needs `soffice` on the PATH (apt-get install libreoffice-calc); skipped, and said, without.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildXlsx, sheetLink } from '../../support/ooxml-builder.ts';
import { writtenInto } from './written.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
/** Separator, quote and encoding of LibreOffice's text export. */
const utf8Csv = 'csv:Text - txt - csv (StarCalc):44,34,76';
if (!hasOffice) {
	console.warn('NOT PROVEN: soffice is not on the PATH, so no spreadsheet program opens the file');
}

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-back-office-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The first sheet as LibreOffice shows it, a line a row. */
function shown(bytes: Uint8Array, name: string): string[] {
	writeFileSync(join(folder, `${name}.xlsx`), bytes);
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const to = ['--headless', '--convert-to', utf8Csv, '--outdir', folder];
	spawnSync('soffice', [profile, ...to, join(folder, `${name}.xlsx`)]);
	return readFileSync(join(folder, `${name}.csv`), 'utf8')
		.trimEnd()
		.split('\n');
}

const text = (cell: string, content: string): string =>
	`<c r="${cell}" t="inlineStr"><is><t>${content}</t></is></c>`;
const dataRow = (n: number, due: number, score: number): string =>
	`<row r="${n}">${text(`A${n}`, `C-${n}`)}<c r="B${n}" s="1"><v>${due}</v></c><c r="C${n}"><v>${score}</v></c><c r="D${n}"><f>C${n}*10</f><v>${score * 10}</v></c></row>`;
const header = ['ID', 'Due', 'Score', 'Ten'].map((name, at) => text(`${'ABCD'.charAt(at)}1`, name));

test.skipIf(!hasOffice)(
	'LibreOffice shows the new values, the old ones, and what formulas make of them',
	async () => {
		const total = '<c r="F1"><f>SUM(C:C)</f><v>3</v></c>';
		const original = buildXlsx({
			formats: ['yyyy\\-mm\\-dd'],
			names:
				'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Controls!$A$1:$D$3</definedName>',
			sheets: [
				{
					name: 'Controls',
					before: '<dimension ref="A1:F3"/>',
					rows: `<row r="1">${header.join('')}${total}</row>${dataRow(2, 46_000, 1)}${dataRow(3, 46_001, 2)}`,
					after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
					links: sheetLink('table', '../tables/table1.xml').replace(/Id="rId\d+"/, 'Id="rId1"'),
					parts: {
						'xl/tables/table1.xml':
							'<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:D3"><autoFilter ref="A1:D3"/><tableColumns count="4"><tableColumn id="1" name="ID"/><tableColumn id="2" name="Due"/><tableColumn id="3" name="Score"/><tableColumn id="4" name="Ten"/></tableColumns></table>',
					},
				},
			],
		});
		expect(shown(original, 'original')).toEqual([
			'ID,Due,Score,Ten,,3',
			'C-2,2025-12-09,1,10,,',
			'C-3,2025-12-10,2,20,,',
		]);
		const outcome = await writtenInto(original, [
			{ sheet: 'Controls', cell: 'A2', value: 'Größe <&> "x"' },
			{ sheet: 'Controls', cell: 'C3', value: 20 },
			{ sheet: 'Controls', appendRows: [['C-4', { date: '2026-11-21' }, '7']] },
		]);
		expect(outcome.refused).toEqual([]);
		expect(shown(outcome.bytes, 'written')).toEqual([
			'ID,Due,Score,Ten,,28',
			'"Größe <&> ""x""",2025-12-09,1,10,,',
			'C-3,2025-12-10,20,200,,',
			'C-4,2026-11-21,7,70,,',
		]);
	},
	120_000,
);
