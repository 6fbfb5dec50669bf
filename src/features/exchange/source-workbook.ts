/** The files that the controls of a workbook came from, each with the imports of its sheets. */
import type { ImportId, ImportRecord } from '../../model/records/import-record.ts';

export interface SourceWorkbook {
	/** Its first import, which stands for it in addresses. */
	readonly id: ImportId;
	/** As it was called when it was brought in last. */
	readonly fileName: string;
	/** Lower-case hexadecimal SHA-256 of its bytes; '' for pasted cells, of which there is no file. */
	readonly sha256: string;
	/** Oldest first. */
	readonly imports: readonly ImportRecord[];
	/** Those of them that no import of a later version has taken the place of. */
	readonly present: readonly ImportRecord[];
	/** Those of them that brought controls: only the matrix goes back, and has next versions. */
	readonly matrix: readonly ImportRecord[];
	/** The import of a later version, where one has taken the place of the whole file. */
	readonly replacedBy: ImportRecord | undefined;
}

/** Every source file, the one brought in last first. Each paste is one of its own. */
export function sourceWorkbooks(records: readonly ImportRecord[]): readonly SourceWorkbook[] {
	const together = new Map<string, ImportRecord[]>();
	for (const record of records.toSorted((a, b) => a.at.localeCompare(b.at))) {
		const key = record.sha256 || record.id;
		together.set(key, [...(together.get(key) ?? []), record]);
	}
	const laterOf = new Map(records.flatMap((one) => (one.versionOf ? [[one.versionOf, one]] : [])));
	return [...together.values()]
		.flatMap((imports) => sourceWorkbook(imports, laterOf))
		.sort((a, b) => lastInstant(b).localeCompare(lastInstant(a)));
}

/** The source file that an import read. */
export function sourceWorkbookOf(
	records: readonly ImportRecord[],
	id: ImportId,
): SourceWorkbook | undefined {
	return sourceWorkbooks(records).find(({ imports }) => imports.some((one) => one.id === id));
}

/** The files that can be filled in and handed back: read as files for the matrix, and not replaced since. */
export function returnable(files: readonly SourceWorkbook[]): readonly SourceWorkbook[] {
	return files.filter(({ sha256, matrix }) => sha256 !== '' && matrix.length > 0);
}

function sourceWorkbook(
	imports: readonly ImportRecord[],
	laterOf: ReadonlyMap<ImportId, ImportRecord>,
): readonly SourceWorkbook[] {
	const first = imports[0];
	const last = imports.at(-1);
	if (!first || !last) return [];
	const present = imports.filter(({ id }) => !laterOf.has(id));
	const replacedBy = present.length > 0 ? undefined : laterOf.get(last.id);
	const matrix = present.filter(({ register }) => register === 'controls');
	const { id, sha256 } = first;
	return [{ id, fileName: last.fileName, sha256, imports, present, matrix, replacedBy }];
}

function lastInstant({ imports }: SourceWorkbook): string {
	return imports.at(-1)?.at ?? '';
}
