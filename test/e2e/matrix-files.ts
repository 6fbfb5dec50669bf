/** Spreadsheets that the end-to-end tests bring in, built in code. */
import { columnLetters } from '../../src/exchange/sheet.ts';
import { buildXlsx } from '../support/ooxml-builder.ts';

/** What a file chooser takes. */
export interface FileToChoose {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A control matrix as a company keeps it: a banner, a header of two merged rows, section rows, a
 * column nobody else has, statuses in German, several criteria in one cell.
 */
export function companyMatrix(): FileToChoose {
	const rows: readonly (readonly string[])[] = [
		['Nordwind GmbH: SOC 2 control matrix'],
		['Confidential. Version 3, as of 1 October 2026'],
		[],
		['Control', '', '', 'Mapping', 'Operation', '', '', 'Tools'],
		[
			'Control ID',
			'Control title',
			'Control description',
			'TSC criteria',
			'Control owner',
			'Frequency',
			'Status',
			'Slack channel',
		],
		['Access'],
		[
			'AC-01',
			'Access is approved',
			'Managers approve access before it is given.',
			'CC6.1, CC6.2',
			'Head of IT',
			'Quarterly',
			'Umgesetzt',
			'#access',
		],
		[
			'AC-02',
			'Access is reviewed',
			'Owners review who has access to production.',
			'CC6.2\nCC6.3',
			'Head of IT',
			'Quarterly',
			'In Arbeit',
			'#access',
		],
		[
			'AC-03',
			'Leavers lose access',
			'Access ends on the last day of work.',
			'CC6.2',
			'People team',
			'Daily',
			'Nicht begonnen',
			'#people',
		],
		['Change'],
		[
			'CM-01',
			'Changes are reviewed',
			'A second engineer reviews every change.',
			'CC8.1',
			'CTO',
			'Daily',
			'Umgesetzt',
			'#changes',
		],
		[
			'CM-02',
			'Changes are tested',
			'The pipeline runs the tests before a release.',
			'CC7.1-CC7.2',
			'CTO',
			'Daily',
			'In Arbeit',
			'#releases',
		],
	];
	const merges = ['A1:H1', 'A2:H2', 'A4:C4', 'E4:G4', 'A6:H6', 'A10:H10']
		.map((range) => `<mergeCell ref="${range}"/>`)
		.join('');
	return {
		name: 'Nordwind control matrix.xlsx',
		mimeType: xlsxType,
		buffer: Buffer.from(
			buildXlsx({
				sheets: [
					{
						name: 'Kontrollen',
						rows: rows.map(rowXml).join(''),
						after: `<mergeCells>${merges}</mergeCells>`,
					},
				],
			}),
		),
	};
}

/** A plain list of controls of any length: id, title, description, criteria, owner, status. */
export function plainMatrix(count: number): FileToChoose {
	const rows = Array.from({ length: count }, (_, index) => {
		const number = String(index + 1).padStart(5, '0');
		return [
			`C-${number}`,
			`Control ${number}`,
			`The owner carries out the procedure ${number} and keeps the record for a year.`,
			`CC${(index % 5) + 1}.1`,
			index % 2 ? 'CTO' : 'Head of IT',
			index % 3 ? 'Implemented' : 'In progress',
		];
	});
	const header = ['Control ID', 'Title', 'Description', 'Criteria', 'Owner', 'Status'];
	return {
		name: `Matrix of ${count}.xlsx`,
		mimeType: xlsxType,
		buffer: Buffer.from(
			buildXlsx({ sheets: [{ name: 'Controls', rows: [header, ...rows].map(rowXml).join('') }] }),
		),
	};
}

function rowXml(texts: readonly string[], index: number): string {
	const cells = texts.map((text, column) =>
		text === ''
			? ''
			: `<c r="${columnLetters(column)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
	);
	return `<row r="${index + 1}">${cells.join('')}</row>`;
}
