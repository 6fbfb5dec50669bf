/** Which controls came from a source, and whether they were changed since. */
import type { Control } from '../../../model/records/control.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import type { SourceFilter, SourceKey } from '../../../model/records/view-filter.ts';
import { changedColumns } from '../../../model/rules/changed-values.ts';
import { saidInFile } from '../../../workbook/said-in-file.ts';
import type { Workbook } from '../../../workbook/workbook.ts';

/** What the filter depends on beside the control. */
export interface SourceFacts {
	/** The file of an import, as a filter names it; undefined for pasted cells. */
	readonly fileOf: (id: ImportId) => SourceKey | undefined;
	/** Whether a value is not what the control's file says; never for one that was made here. */
	readonly isChanged: (control: Control) => boolean;
}

/** `imports` are those of the workbook: other ones mean other facts. */
export function sourceFacts(workbook: Workbook, imports: readonly ImportRecord[]): SourceFacts {
	const files = new Map(imports.map((record) => [record.id, fileKey(record)]));
	const changed = new WeakMap<Control, boolean>();
	return {
		fileOf: (id) => files.get(id),
		isChanged: (control) => {
			const known = changed.get(control);
			if (known !== undefined) return known;
			const said = saidInFile(workbook, control);
			const isChanged = said !== undefined && changedColumns(said, control).length > 0;
			changed.set(control, isChanged);
			return isChanged;
		},
	};
}

/** The key of the whole file that an import read; undefined for pasted cells, which are in no file. */
export function fileKey({ sha256 }: ImportRecord): SourceKey | undefined {
	return sha256 === '' ? undefined : `file:${sha256}`;
}

/** The test of a control for the filter. */
export function passesSource(
	{ from, changed }: SourceFilter,
	{ fileOf, isChanged }: SourceFacts,
): (control: Control) => boolean {
	const wanted = new Set<SourceKey | undefined>(from);
	const isFrom = ({ source }: Control): boolean =>
		source ? wanted.has(source.import) || wanted.has(fileOf(source.import)) : wanted.has('');
	return (control) => (wanted.size === 0 || isFrom(control)) && (!changed || isChanged(control));
}
