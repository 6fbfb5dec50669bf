import { expect, it } from 'vitest';
import { noChoices } from '../../../../src/features/exchange/comparing/choices.ts';
import { addRecords } from '../../../../src/workbook/commands/records/add-records.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';
import { comparedWith, imported, took } from './versions-of-a-file.ts';

const header = [
	'Control ID',
	'Title',
	'Test procedure',
	'Test result',
	'Due date',
	'Other frameworks',
	'Systems in scope',
];
const rows = [
	header,
	['AC-1', 'Review', '', '', '', '', 'Mail, Wiki'],
	['AC-2', 'Leavers', '', '', '', '', 'Mail'],
];

it('[I-6] of a file with links changes just those that the file changed, found by name', () => {
	const workbook = aWorkbook();
	done(workbook, addRecords, { register: 'systems', rows: [{ name: 'Mail' }, { name: 'Wiki' }] });
	const [mail, wiki] = workbook.registers.of('systems').all();
	const record = imported(workbook, rows);
	expect(workbook.controls.all()[0]?.systems).toEqual([mail?.id, wiki?.id]);
	expect(
		comparedWith(workbook, record, rows).rows.flatMap((row) =>
			row.kind === 'matched' ? row.cells : [],
		),
	).toEqual([]);
	const next = [
		header,
		['AC-1', 'Review', '', '', '', '', 'Wiki'],
		['AC-2', 'Leavers', '', '', '', '', 'Mail, Chat'],
	];
	took(workbook, record, next, noChoices);
	expect(workbook.controls.all().map(({ systems }) => systems)).toEqual([
		[wiki?.id],
		['Chat', mail?.id],
	]);
	const latest = workbook.imports.all().find(({ versionOf }) => versionOf === record.id)!;
	expect(
		comparedWith(workbook, latest, next).rows.flatMap((row) =>
			row.kind === 'matched' ? row.cells : [],
		),
	).toEqual([]);
});
