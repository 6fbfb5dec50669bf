/** What differs between what was signed and what stands now, in the words people read (SPEC P-15). */
import { assessmentFields } from '../records/assessment.ts';
import type { Field } from '../records/field.ts';
import type { RegisterRecord } from '../registers/register.ts';
import { registerOfId } from '../registers/registers.ts';
import { valueWords } from '../registers/value-words.ts';
import type { CellValue } from './entry.ts';
import { sameValue } from './review-items.ts';
import type { SignedContent, SignedRecord } from './signed-content.ts';
import { changedParts } from './workbook-content.ts';

export interface ChangedValue {
	/** Tells the lines apart. */
	readonly key: string;
	/** What changed: 'Frequency', or 'Frequency of AC-01' within a criterion. */
	readonly label: string;
	/** '' where there was nothing. */
	readonly before: string;
	readonly after: string;
}

type RecordOf = (id: string) => RegisterRecord | undefined;
type Values = Readonly<Record<string, CellValue>>;

/**
 * The differences, fields in their usual order. Contents of different subjects have none in common:
 * that is a mistake of the caller.
 * @param recordOf names linked records as they are called now.
 */
export function whatChanged(
	signed: SignedContent,
	now: SignedContent,
	recordOf: RecordOf,
): readonly ChangedValue[] {
	if (signed.kind === 'record' && now.kind === 'record')
		return recordChanges(signed, now, recordOf);
	if (signed.kind === 'test' && now.kind === 'test') {
		return fieldChanges(fieldsOf(now.record), signed.fields, now.fields, recordOf);
	}
	if (signed.kind === 'cell' && now.kind === 'cell') return cellChanges(signed, now, recordOf);
	if (signed.kind === 'criterion' && now.kind === 'criterion') {
		return criterionChanges(signed, now, recordOf);
	}
	if (signed.kind === 'workbook' && now.kind === 'workbook') return workbookChanges(signed, now);
	throw new Error(`A signed ${signed.kind} cannot be compared with a ${now.kind}`);
}

/** What a record was called when it was signed; its id where it had no name. */
export function signedName({ record, fields }: Pick<SignedRecord, 'record' | 'fields'>): string {
	for (const key of registerOfId(record)?.naming ?? []) {
		const value = fields[key];
		if (typeof value === 'string' && value.trim() !== '') return value;
	}
	return record;
}

function recordChanges(
	signed: SignedRecord,
	now: SignedRecord,
	recordOf: RecordOf,
): readonly ChangedValue[] {
	const [ownThen, ownNow] = [ownColumns(signed), ownColumns(now)];
	const columns = [...new Set([...ownThen.keys(), ...ownNow.keys()])];
	const retirement = (record: SignedRecord): string =>
		record.retired ? record.retired.reason || 'Yes' : '';
	return [
		...fieldChanges(fieldsOf(now.record), signed.fields, now.fields, recordOf),
		...columns.flatMap((name) =>
			difference(`own/${name}`, name, ownThen.get(name) ?? '', ownNow.get(name) ?? ''),
		),
		...difference('retired', 'Retired', retirement(signed), retirement(now)),
	];
}

function cellChanges(
	signed: SignedContent & { readonly kind: 'cell' },
	now: SignedContent & { readonly kind: 'cell' },
	recordOf: RecordOf,
): readonly ChangedValue[] {
	const field = fieldsOf(now.record).find(({ key }) => key === now.field);
	const label = field?.label ?? now.column ?? signed.column ?? 'A removed column';
	const wasRenamed = difference('column', 'Column', signed.column ?? '', now.column ?? '');
	if (sameValue(signed.value, now.value)) return wasRenamed;
	const words = (value: CellValue): string => cellWords(field, value, recordOf);
	return [...wasRenamed, changed(now.field, label, words(signed.value), words(now.value))];
}

function criterionChanges(
	signed: SignedContent & { readonly kind: 'criterion' },
	now: SignedContent & { readonly kind: 'criterion' },
	recordOf: RecordOf,
): readonly ChangedValue[] {
	const then = new Map(signed.controls.map((control) => [control.record, control]));
	const present = new Set(now.controls.map(({ record }) => record));
	const gone = signed.controls.filter(({ record }) => !present.has(record));
	return [
		...fieldChanges(assessmentFields, signed.fields, now.fields, recordOf),
		...gone.map((control) => changed(control.record, 'Control', signedName(control), '')),
		...now.controls.flatMap((control) => {
			const before = then.get(control.record);
			if (!before) return [changed(control.record, 'Control', '', signedName(control))];
			return recordChanges(before, control, recordOf).map((change) => ({
				...change,
				key: `${control.record}/${change.key}`,
				label: `${change.label} of ${signedName(control)}`,
			}));
		}),
	];
}

type SignedWorkbook = SignedContent & { readonly kind: 'workbook' };

function workbookChanges(signed: SignedWorkbook, now: SignedWorkbook): readonly ChangedValue[] {
	if ('parts' in signed && 'parts' in now) {
		return changedParts(signed.parts, now.parts).map(({ part, label, before, after }) =>
			changed(part, label, before, after),
		);
	}
	if ('content' in signed && 'content' in now && signed.content === now.content) return [];
	const after = 'Something was done in the workbook since: look at the history';
	return [changed('content', 'Workbook and history', 'As they were signed', after)];
}

function fieldChanges(
	fields: readonly Field[],
	signed: Values,
	now: Values,
	recordOf: RecordOf,
): readonly ChangedValue[] {
	const known = new Map(fields.map((field) => [field.key, field]));
	// A field that this version of the program does not know is shown by its key.
	const keys = new Set([...known.keys(), ...Object.keys(signed), ...Object.keys(now)]);
	return [...keys].flatMap((key) => {
		const [before, after] = [valueIn(signed, key), valueIn(now, key)];
		if (sameValue(before, after)) return [];
		const field = known.get(key);
		const words = (value: CellValue): string => cellWords(field, value, recordOf);
		return [changed(key, field?.label ?? key, words(before), words(after))];
	});
}

/** The keys may come from a file of others: only what the object has itself counts. */
function valueIn(values: Values, key: string): CellValue {
	return Object.hasOwn(values, key) ? (values[key] ?? '') : '';
}

/** A value of a cell in words: members of a set one after another. */
export function cellWords(field: Field | undefined, value: CellValue, recordOf: RecordOf): string {
	const members = typeof value === 'string' ? [value] : value;
	return members.map((member) => valueWords(field, member, recordOf)).join(', ');
}

/** Several columns of one name stand together. */
function ownColumns({ own }: SignedRecord): ReadonlyMap<string, string> {
	const byName = new Map<string, string>();
	for (const [name, value] of own) {
		const before = byName.get(name);
		byName.set(name, before === undefined ? value : `${before}, ${value}`);
	}
	return byName;
}

function fieldsOf(record: string): readonly Field[] {
	return registerOfId(record)?.fields ?? [];
}

function difference(
	key: string,
	label: string,
	before: string,
	after: string,
): readonly ChangedValue[] {
	return before === after ? [] : [changed(key, label, before, after)];
}

function changed(key: string, label: string, before: string, after: string): ChangedValue {
	return { key, label, before, after };
}
