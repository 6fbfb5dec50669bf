/**
 * What the file of an imported control says in its row, however it was edited here since: the base
 * that writing back and comparing with the next version both start from (SPEC I-5).
 */
import { controlFields, isSetKey } from '../model/records/control-fields.ts';
import type { Control } from '../model/records/control.ts';
import type { ImportRecord, SaidValues } from '../model/records/import-record.ts';
import type { Workbook } from './workbook.ts';

/** The control as its file says it; undefined for one that was made here. */
export function saidInFile(workbook: Workbook, control: Control): Control | undefined {
	const created = control.source && workbook.controls.asCreated(control.id);
	if (!created) return undefined;
	return versions(workbook, control)
		.map(({ saidAnew }) => saidAnew?.[control.id])
		.filter((said) => said !== undefined)
		.reduce(overlaid, created);
}

/** The imports of its file, oldest first; a version whose record is gone ends the walk. */
function versions({ imports }: Workbook, { source }: Control): readonly ImportRecord[] {
	const found: ImportRecord[] = [];
	let record = source && imports.get(source.import);
	// Hostile records could name each other in a ring.
	while (record && !found.includes(record)) {
		found.unshift(record);
		record = record.versionOf && imports.get(record.versionOf);
	}
	return found;
}

function overlaid(control: Control, said: SaidValues): Control {
	const own = Object.entries(said).filter(([key]) => key.startsWith('column:'));
	const fields = controlFields.flatMap(({ key }): [string, string | string[]][] => {
		const value = Object.hasOwn(said, key) ? said[key] : undefined;
		return Array.isArray(value) === isSetKey(key) && value !== undefined ? [[key, value]] : [];
	});
	return {
		...control,
		...(Object.fromEntries(fields) as Partial<Control>),
		own: { ...control.own, ...Object.fromEntries(own.filter(([, value]) => isText(value))) },
	};
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
