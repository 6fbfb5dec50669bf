/**
 * Ten thousand controls as a company would have them: about 1.2 kB of text each, 12 fields filled and
 * 2 columns of their own, or more of those where asked.
 */
import type {
	ImportRows,
	SourceColumn,
	SourceRow,
} from '../../src/workbook/commands/import-rows.ts';

const sentence =
	'The security lead reviews the list of people with access every quarter and signs it off in the ticket system. ';

const firstOwn = 20;
const ownNames = ['Ticket', 'System'];

export function manyRows(count: number, ownColumns = 2): readonly SourceRow[] {
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
		sets: { criteria: ['CC6.1', 'CC6.2'], references: ['A.5.18'] },
		own: ownTexts(place, ownColumns),
	}));
}

/** An import of `count` rows that fill 12 fields and `ownColumns` columns of the workbook's own. */
export function manyControls(count: number, ownColumns = 2): ImportRows {
	return {
		fileName: 'many.xlsx',
		sha256: '',
		sheet: 'Controls',
		headerRow: 1,
		columns: Array.from({ length: ownColumns }, (_, place) => ownColumn(place)),
		rows: manyRows(count, ownColumns),
		leftOut: [],
		problems: [],
		words: {},
		filledFrom: {},
	};
}

function ownColumn(place: number): SourceColumn {
	const name = ownNames[place] ?? `Note ${place}`;
	return {
		index: firstOwn + place,
		header: name,
		target: { kind: 'own', name, meaning: place === 1 ? 'system' : 'other' },
	};
}

function ownTexts(row: number, count: number): Readonly<Record<number, string>> {
	const text = (place: number): string => (place === 1 ? 'Okta' : `SEC-${row * count + place}`);
	return Object.fromEntries(
		Array.from({ length: count }, (_, place) => [firstOwn + place, text(place)]),
	);
}
