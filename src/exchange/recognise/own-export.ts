/**
 * Knows a sheet that this workbook exported by our labels above its columns: nothing has to be
 * guessed there, and every row and value is taken as it stands.
 */
import { controlFields } from '../../model/records/control-fields.ts';
import { registerNames, type RegisterName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import type { FieldKey } from '../proposal/proposal.ts';
import type { ColumnFacts } from './column-claims.ts';
import type { RegisterColumn } from './register-column.ts';

/** Labels of the matrix that hardly anyone else writes this way, letter case included. */
const telling = ['Test procedure', 'Test result', 'Due date'];
export const exportedByUs = { confidence: 1, reason: 'Exported by this workbook' };

/**
 * The register whose export has these headers. The matrix is known by most of its columns, since a
 * view may be exported; the other registers go out whole and are known by all their columns.
 */
export function registerOfOwnExport(headers: readonly string[]): RegisterName | undefined {
	const present = new Set(headers);
	const whole = registerNames.find(
		(name) =>
			name !== 'controls' && registers[name].fields.every(({ label }) => present.has(label)),
	);
	return whole ?? (isOwnMatrix(present) ? 'controls' : undefined);
}

function isOwnMatrix(headers: ReadonlySet<string>): boolean {
	const labels = controlFields.filter(({ label }) => headers.has(label)).length;
	if (headers.has('Other frameworks')) return labels >= 4;
	return labels >= 8 && telling.filter((label) => headers.has(label)).length >= 2;
}

/** The first column under one of our labels is that field; every other is one of the workbook's own. */
export function ownExportColumns(
	register: RegisterName,
	columns: readonly ColumnFacts[],
): readonly RegisterColumn[] {
	const seen = new Set<FieldKey>();
	return columns.map(({ index, header }) => {
		const field = registers[register].fields.find(
			({ key, label }) => label === header && !seen.has(key),
		);
		if (!field) {
			const target = { kind: 'own', name: header, meaning: 'other' } as const;
			return { index, target, guess: exportedByUs, alternatives: [] };
		}
		seen.add(field.key);
		const target = { kind: 'field', key: field.key } as const;
		return { index, target, guess: exportedByUs, alternatives: [] };
	});
}
