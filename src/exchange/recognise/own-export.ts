/**
 * Knows a sheet that this workbook exported by the headers above its columns: nothing has to be
 * guessed there, and every row and value is taken as it stands.
 */
import { controlFields } from '../../model/records/control-fields.ts';
import { registerNames } from '../../model/registers/register.ts';
import { destinations, type Destination } from '../destinations.ts';
import type { ColumnTarget } from '../proposal/proposal.ts';
import type { ColumnFacts } from './column-claims.ts';
import type { RegisterColumn } from './register-column.ts';
import { templateSheets } from './template-sheets.ts';

/** Labels of the matrix that hardly anyone else writes this way, letter case included. */
const telling = ['Test procedure', 'Test result', 'Due date'];
export const exportedByUs = { confidence: 1, reason: 'Exported by this workbook' };

/**
 * Where a sheet with these headers goes that we exported. The matrix is known by most of its columns,
 * since a view may be exported; the other registers and the sheets made for others go out whole and
 * are known by all their columns.
 */
export function destinationOfExport(headers: readonly string[]): Destination | undefined {
	const present = new Set(headers);
	const template = templateSheets.find(({ targets }) =>
		Object.keys(targets).every((header) => present.has(header)),
	);
	if (template) return template.destination;
	const whole = registerNames.find(
		(name) =>
			name !== 'controls' && destinations[name].fields.every(({ label }) => present.has(label)),
	);
	return whole ?? (isOwnMatrix(present) ? 'controls' : undefined);
}

function isOwnMatrix(headers: ReadonlySet<string>): boolean {
	const labels = controlFields.filter(({ label }) => headers.has(label)).length;
	if (headers.has('Other frameworks')) return labels >= 4;
	return labels >= 8 && telling.filter((label) => headers.has(label)).length >= 2;
}

/**
 * The first column under one of our labels is that field; every other is one of the workbook's own. A
 * sheet made for others says itself what its columns become.
 */
export function ownExportColumns(
	destination: Destination,
	columns: readonly ColumnFacts[],
): readonly RegisterColumn[] {
	const present = new Set(columns.map(({ header }) => header));
	const template = templateSheets.find(
		(sheet) =>
			sheet.destination === destination &&
			Object.keys(sheet.targets).every((header) => present.has(header)),
	);
	const seen = new Set<string>();
	return columns.map(({ index, header }) => {
		const own: ColumnTarget = { kind: 'own', name: header, meaning: 'other' };
		const target = seen.has(header)
			? own
			: (template?.targets[header] ?? fieldTarget(destination, header) ?? own);
		seen.add(header);
		return { index, target, guess: exportedByUs, alternatives: [] };
	});
}

function fieldTarget(destination: Destination, header: string): ColumnTarget | undefined {
	const field = destinations[destination].fields.find(({ label }) => label === header);
	return field && { kind: 'field', key: field.key };
}
