/** Ten thousand controls as a company would have them: about 1.2 kB of text each, 14 columns. */
import type { ImportControls, SourceRow } from '../../src/workbook/commands/import-controls.ts';

const sentence =
	'The security lead reviews the list of people with access every quarter and signs it off in the ticket system. ';

export function manyRows(count: number): readonly SourceRow[] {
	return Array.from({ length: count }, (_, place) => ({
		row: place + 2,
		texts: {
			controlId: `AC-${place}`,
			title: `Access to system ${place} is reviewed`,
			description: sentence.repeat(4) + String(place),
			owner: ['Dana Whitfield', 'Elena Petrova', 'Farid Haddad'][place % 3] ?? '',
			status: ['implemented', 'inProgress', 'planned'][place % 3] ?? '',
			frequency: 'quarterly',
			evidence: sentence + String(place),
			testProcedure: sentence.repeat(2) + String(place),
			notes: place % 5 ? '' : sentence,
			category: 'Access',
		},
		criteria: ['CC6.1', 'CC6.2'],
		references: ['A.5.18'],
		own: { 20: `SEC-${place}`, 21: 'Okta' },
	}));
}

export function manyControls(count: number): ImportControls {
	return {
		fileName: 'many.xlsx',
		sha256: '',
		sheet: 'Controls',
		headerRow: 1,
		columns: [
			{ index: 20, header: 'Ticket', target: { kind: 'own', name: 'Ticket', meaning: 'other' } },
			{ index: 21, header: 'System', target: { kind: 'own', name: 'System', meaning: 'system' } },
		],
		rows: manyRows(count),
		leftOut: [],
		problems: [],
		words: {},
		filledFrom: {},
	};
}
