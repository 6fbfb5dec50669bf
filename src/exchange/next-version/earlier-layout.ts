/**
 * Reads the next version of a file as the earlier one was read: each column by its header, wherever
 * it stands now. Columns that are new stay as proposed, but take no field from one that was there.
 */
import { isControlFieldKey } from '../../model/records/control-fields.ts';
import type { ImportRecord } from '../../model/records/import-record.ts';
import type { OwnColumn } from '../../model/records/own-column.ts';
import { columnKeys } from '../proposal/layout-profile.ts';
import type {
	ColumnProposal,
	ColumnTarget,
	FieldKey,
	ImportDecisions,
	SheetProposal,
} from '../proposal/proposal.ts';
import { columnLetters } from '../sheet.ts';

type Earlier = Pick<ImportRecord, 'columns' | 'valueWords'>;

/** The decisions of that import on the new sheet; what it does not tell stays as in `decisions`. */
export function decisionsAsBefore(
	record: Earlier,
	ownColumns: readonly OwnColumn[],
	proposal: SheetProposal,
	decisions: ImportDecisions,
): ImportDecisions {
	const before = targetsByKey(record, ownColumns);
	const taken = new Set([...before.values()].flatMap(fieldOf));
	const keys = columnKeys(proposal.columns);
	const targets: Record<number, ColumnTarget> = { ...decisions.targets };
	for (const column of proposal.columns) {
		const { index, target: proposed } = column;
		const known = before.get(keys.get(index) ?? '');
		const target = known ?? asControl(column, targets[index] ?? proposed);
		targets[index] =
			!known && fieldOf(target).some((field) => taken.has(field)) ? asOwn(column) : target;
	}
	const words: Record<string, Readonly<Record<string, string>>> = { ...decisions.words };
	for (const [field, known] of Object.entries(record.valueWords)) {
		words[field] = { ...words[field], ...known };
	}
	return { ...decisions, register: 'controls', targets, words };
}

/** From 0 to 1: how many of the columns of that import stand in the sheet under the same header. */
export function columnsInCommon({ columns }: Earlier, proposal: SheetProposal): number {
	const present = new Set(columnKeys(proposal.columns).values());
	const keys = [...columnKeys(onceEach(columns)).values()];
	if (keys.length === 0) return 0;
	return keys.filter((key) => present.has(key)).length / keys.length;
}

function targetsByKey(
	{ columns }: Earlier,
	ownColumns: readonly OwnColumn[],
): ReadonlyMap<string, ColumnTarget> {
	const byIndex = new Map(onceEach(columns).map((column) => [column.index, column]));
	const found = new Map<string, ColumnTarget>();
	for (const [index, key] of columnKeys([...byIndex.values()])) {
		const target = byIndex.get(index)?.target ?? '';
		const own = ownColumns.find(({ id, retired }) => id === target && !retired);
		if (isControlFieldKey(target)) found.set(key, { kind: 'field', key: target });
		else if (own) found.set(key, { kind: 'own', name: own.name, meaning: own.meaning });
		else found.set(key, { kind: 'leaveOut' });
	}
	return found;
}

/** A column whose whole texts were kept stands twice; the first is what it filled. */
function onceEach(columns: Earlier['columns']): Earlier['columns'] {
	return columns.filter(
		({ index }, at) => columns.findIndex((other) => other.index === index) === at,
	);
}

function fieldOf(target: ColumnTarget): readonly FieldKey[] {
	return target.kind === 'field' ? [target.key] : [];
}

/** A column that was taken for one of another register says nothing of controls. */
function asControl(column: ColumnProposal, target: ColumnTarget): ColumnTarget {
	return target.kind === 'field' && !isControlFieldKey(target.key) ? asOwn(column) : target;
}

function asOwn({ index, header, target }: ColumnProposal): ColumnTarget {
	if (target.kind === 'own') return target;
	return { kind: 'own', name: header || `Column ${columnLetters(index)}`, meaning: 'other' };
}
