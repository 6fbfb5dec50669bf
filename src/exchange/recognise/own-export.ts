/**
 * Knows a sheet that this workbook exported by our labels above its columns: nothing has to be
 * guessed there, and every row and value is taken as it stands.
 */
import { controlFields } from '../../model/records/control-fields.ts';
import type { ColumnFacts } from './column-claims.ts';
import type { RecognisedColumn } from './recognise-columns.ts';

/** Labels that hardly anyone else writes this way, letter case included. */
const telling = ['Test procedure', 'Test result', 'Due date'];
const guess = { confidence: 1, reason: 'Exported by this workbook' };

/** True for the headers of our own export, all columns or most of them. */
export function isOwnExport(headers: readonly string[]): boolean {
	const labels = controlFields.filter((field) => headers.includes(field.label)).length;
	if (headers.includes('Other frameworks')) return labels >= 4;
	return labels >= 8 && telling.filter((label) => headers.includes(label)).length >= 2;
}

/** The first column under one of our labels is that field; every other is one of the workbook's own. */
export function ownExportColumns(columns: readonly ColumnFacts[]): readonly RecognisedColumn[] {
	const seen = new Set<string>();
	return columns.map(({ index, header }) => {
		const field = controlFields.find(({ label }) => label === header && !seen.has(label));
		if (!field) {
			const target = { kind: 'own', name: header, meaning: 'other' } as const;
			return { index, about: 'other', target, guess, alternatives: [] };
		}
		seen.add(header);
		const target = { kind: 'field', key: field.key } as const;
		return { index, about: field.key, target, guess, alternatives: [] };
	});
}
