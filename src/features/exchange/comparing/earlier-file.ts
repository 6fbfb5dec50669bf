/**
 * What the next version of a file is compared with: the controls of its earlier versions as they
 * say them, and those made here, which the sender may have taken over into the file.
 */
import type { EarlierControl, EarlierFile } from '../../../exchange/next-version/comparison.ts';
import type { Control } from '../../../model/records/control.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import { linkedNames, withNames, type ReadRegisters } from '../linked-names.ts';
import type { OwnColumn } from '../../../model/records/own-column.ts';

/** What is read of the workbook; a plain one and a live one alike. */
export interface ReadWorkbook extends ReadRegisters {
	readonly controls: readonly Control[];
	readonly ownColumns: readonly OwnColumn[];
	importRecord(id: ImportId): ImportRecord | undefined;
	saidInFile(control: Control): Control | undefined;
	controlAsCreated(control: Control['id']): Control | undefined;
}

/** `latest` is the import that the new file is the next version of. */
export function earlierFile(workbook: ReadWorkbook, latest: ImportRecord): EarlierFile {
	const versions = versionsUpTo(workbook, latest);
	const names = linkedNames(workbook, 'controls', workbook.controls);
	const controls = workbook.controls
		.flatMap((now) => earlierControl(workbook, now, latest.id, versions))
		.map((earlier) => ({
			...earlier,
			now: withNames(earlier.now, names),
			said: withNames(earlier.said, names),
		}))
		.sort((a, b) => rowOf(a) - rowOf(b));
	const { columns, leftOut } = latest;
	const otherIds = workbook.controls.flatMap(({ controlId, source, retired }) =>
		retired || controlId === '' || (source && versions.has(source.import)) ? [] : [controlId],
	);
	return { columns, leftOut, controls, ownColumns: workbook.ownColumns, otherIds };
}

/** The imports of a file, this one and those before it. */
export function versionsUpTo(
	workbook: Pick<ReadWorkbook, 'importRecord'>,
	latest: ImportRecord,
): ReadonlySet<ImportId> {
	const found = new Set<ImportId>();
	let record: ImportRecord | undefined = latest;
	// Hostile records could name each other in a ring.
	while (record && !found.has(record.id)) {
		found.add(record.id);
		record = record.versionOf && workbook.importRecord(record.versionOf);
	}
	return found;
}

function earlierControl(
	workbook: ReadWorkbook,
	now: Control,
	latest: ImportId,
	versions: ReadonlySet<ImportId>,
): readonly EarlierControl[] {
	if (!now.source) {
		const said = now.retired ? undefined : workbook.controlAsCreated(now.id);
		return said ? [{ now, said, madeHere: true }] : [];
	}
	if (!versions.has(now.source.import)) return [];
	const said = workbook.saidInFile(now);
	if (!said) return [];
	// Retired and gone from the file: nothing is left to decide about it.
	const isGone = now.source.import !== latest || now.retired !== undefined;
	return [{ now, said, ...(isGone ? { isGone: true } : {}) }];
}

function rowOf({ now }: EarlierControl): number {
	return now.source?.row ?? Infinity;
}
