/**
 * The filters of a view of a register: one a column, and one on where records came from. Read
 * defensively: a filter may come from a newer version or be damaged, and then it is left out.
 */
import { isCalendarDate } from '../../base/calendar-date.ts';
import { isId } from '../../base/ids.ts';
import { registers } from '../registers/registers.ts';
import type { ImportId } from './import-record.ts';

/** The key of a column: a field of a register's records or one of the workbook's own columns. */
export type ViewColumn = string;

export type TextRuleKind = 'contains' | 'excludes' | 'begins';

export type FilterRule =
	/** The shown words hold this text, do not hold it or begin with it, letter case aside. */
	| { readonly kind: TextRuleKind; readonly text: string }
	/**
	 * The stored value, or a member of the set, is one of these; '' stands for an empty cell, and a
	 * series (CC6) for each of its criteria.
	 */
	| { readonly kind: 'oneOf'; readonly values: readonly string[] }
	| { readonly kind: 'empty' }
	| { readonly kind: 'filled' }
	/** A date from one day to another, both included, as YYYY-MM-DD; '' leaves an end open. */
	| { readonly kind: 'dates'; readonly from: string; readonly to: string }
	/** A date before today, of a record whose work is not done. */
	| { readonly kind: 'overdue' }
	/** A date from today up to so many days later. */
	| { readonly kind: 'next'; readonly days: number }
	/** The cell is marked (SPEC V-2, V-3). */
	| { readonly kind: 'problem' };

export type ColumnFilter = { readonly column: ViewColumn } & FilterRule;

/** A sheet that was imported, all sheets of a file by its SHA-256, or '' for what was made here. */
export type SourceKey = ImportId | `file:${string}` | '';

export interface SourceFilter {
	/** Empty for any. */
	readonly from: readonly SourceKey[];
	/** Only records with a value that is not what their file says (SPEC I-5). */
	readonly changed: boolean;
}

/** The filter on where records came from; null where it asks nothing or cannot be read. */
export function readSourceFilter(kept: unknown): SourceFilter | null {
	const { from, changed } = asObject(kept);
	const filter = {
		from: Array.isArray(from) ? [...new Set(from.filter(isSourceKey))] : [],
		changed: changed === true,
	};
	return filter.from.length > 0 || filter.changed ? filter : null;
}

function isSourceKey(kept: unknown): kept is SourceKey {
	if (typeof kept !== 'string') return false;
	return kept === '' || kept.startsWith('file:') || isId('import', kept);
}

/** The filter, or undefined where it cannot be read. */
export function readFilter(kept: unknown): ColumnFilter | undefined {
	const loose = asObject(kept);
	const column = readColumn(loose['column']);
	const rule = readRule(loose);
	return column !== undefined && rule ? { column, ...rule } : undefined;
}

/** The key of a column, or undefined for what is none; the column may be gone from the workbook. */
export function readColumn(kept: unknown): ViewColumn | undefined {
	if (typeof kept !== 'string') return undefined;
	return fieldKeys.has(kept) || isId('column', kept) ? kept : undefined;
}

/** Of every register: which of them a view is about is not known where it is read. */
const fieldKeys: ReadonlySet<string> = new Set(
	Object.values(registers).flatMap(({ fields }) => fields.map(({ key }) => key)),
);

/** An object's entries; none for anything else. */
export function asObject(kept: unknown): Readonly<Record<string, unknown>> {
	return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

function readRule({
	kind,
	text,
	values,
	from,
	to,
	days,
}: Readonly<Record<string, unknown>>): FilterRule | undefined {
	switch (kind) {
		case 'empty':
		case 'filled':
		case 'overdue':
		case 'problem':
			return { kind };
		case 'contains':
		case 'excludes':
		case 'begins':
			return typeof text === 'string' ? { kind, text } : undefined;
		case 'oneOf':
			if (!Array.isArray(values)) return undefined;
			return { kind, values: values.filter((value) => typeof value === 'string') };
		case 'dates':
			return { kind, from: readDate(from), to: readDate(to) };
		case 'next':
			return typeof days === 'number' && days >= 0 && days <= 3660
				? { kind, days: Math.floor(days) }
				: undefined;
		default:
			return undefined;
	}
}

function readDate(kept: unknown): string {
	return typeof kept === 'string' && isCalendarDate(kept) ? kept : '';
}
