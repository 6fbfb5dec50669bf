/** Which records came from a source, and whether they were changed since. */
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import type { SourceFilter, SourceKey } from '../../../model/records/view-filter.ts';
import { changedFields } from '../../../model/rules/changed-values.ts';

/** What the filter depends on beside the record. */
export interface SourceFacts {
	/** The file of an import, as a filter names it; undefined for pasted cells. */
	readonly fileOf: (id: ImportId) => SourceKey | undefined;
	/** Whether a value is not what the record's file says; never for one that was made here. */
	readonly isChanged: (record: RegisterRecord) => boolean;
}

/** `saidOf` tells what a record's file says; other `imports` mean other facts. */
export function sourceFacts(
	about: Register,
	saidOf: (record: RegisterRecord) => RegisterRecord | undefined,
	imports: readonly ImportRecord[],
): SourceFacts {
	const files = new Map(imports.map((imported) => [imported.id, fileKey(imported)]));
	const changed = new WeakMap<RegisterRecord, boolean>();
	return {
		fileOf: (id) => files.get(id),
		isChanged: (record) => {
			const known = changed.get(record);
			if (known !== undefined) return known;
			const said = saidOf(record);
			const isChanged = said !== undefined && changedFields(about, said, record).length > 0;
			changed.set(record, isChanged);
			return isChanged;
		},
	};
}

/** The key of the whole file that an import read; undefined for pasted cells, which are in no file. */
export function fileKey({ sha256 }: ImportRecord): SourceKey | undefined {
	return sha256 === '' ? undefined : `file:${sha256}`;
}

/** The test of a record for the filter. */
export function passesSource(
	{ from, changed }: SourceFilter,
	{ fileOf, isChanged }: SourceFacts,
): (record: RegisterRecord) => boolean {
	const wanted = new Set<SourceKey | undefined>(from);
	const isFrom = ({ source }: RegisterRecord): boolean =>
		source ? wanted.has(source.import) || wanted.has(fileOf(source.import)) : wanted.has('');
	return (record) => (wanted.size === 0 || isFrom(record)) && (!changed || isChanged(record));
}
