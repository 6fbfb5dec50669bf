/**
 * Reads a joined row as a control. Ten thousand rows are read when a workbook opens, so well-formed
 * ones are checked and filled in one plain pass; zod's schema is the definition and says what is
 * wrong with the others.
 */
import { isId } from '../../base/ids.ts';
import { compareCriteria } from '../catalog/criteria.ts';
import { controlSchema, type Control, type RowSource } from './control.ts';
import { readRecord, type Reading } from './read-record.ts';

/** The control, every field filled and its sets sorted, or the field that cannot be read and why. */
export function readControl(joined: unknown): Reading<Control> {
	const plain = readPlainControl((joined as Partial<Control> | undefined | null)?.id, joined);
	if (plain) return { item: plain };
	const reading = readRecord(controlSchema, joined);
	if (!('item' in reading)) return reading;
	const { criteria, references, source, retired, ...rest } = reading.item;
	return {
		item: {
			...rest,
			criteria: sorted(criteria, compareCriteria),
			references: sorted(references, naturally),
			source,
			retired: retired ?? undefined,
		},
	};
}

/**
 * The control of a row that was never edited, without a joined copy of it. Undefined where
 * `readControl` would refuse it, and for rare shapes, which are left to that.
 */
export function readPlainControl(id: unknown, row: unknown): Control | undefined {
	// A row that brings a prototype of its own brings fields that joining leaves out.
	if (typeof row !== 'object' || row === null) return undefined;
	if (Object.getPrototypeOf(row) !== Object.prototype) return undefined;
	const filled = fill(id, row);
	if (!isWellFormed(filled)) return undefined;
	filled.criteria = sorted(filled.criteria, compareCriteria);
	filled.references = sorted(filled.references, naturally);
	return filled;
}

/** What stands in a row, nothing judged; the literal names each field, or V8 would make a slow object. */
function fill(id: unknown, row: Readonly<Partial<Record<keyof Control, unknown>>>) {
	return {
		id,
		order: orEmpty(row.order),
		controlId: orEmpty(row.controlId),
		title: orEmpty(row.title),
		description: orEmpty(row.description),
		owner: orEmpty(row.owner),
		frequency: orEmpty(row.frequency),
		type: orEmpty(row.type),
		nature: orEmpty(row.nature),
		status: orEmpty(row.status),
		evidence: orEmpty(row.evidence),
		testProcedure: orEmpty(row.testProcedure),
		testResult: orEmpty(row.testResult),
		category: orEmpty(row.category),
		priority: orEmpty(row.priority),
		dueDate: orEmpty(row.dueDate),
		notes: orEmpty(row.notes),
		criteria: row.criteria === undefined ? none : row.criteria,
		references: row.references === undefined ? none : row.references,
		own: row.own === undefined ? noValues : row.own,
		source: row.source,
		retired: row.retired,
	} satisfies Record<keyof Control, unknown>;
}

function orEmpty(text: unknown): unknown {
	return text === undefined ? '' : text;
}

type Filled = { -readonly [Key in keyof Control]: Control[Key] };

function isWellFormed(row: Record<keyof Control, unknown>): row is Filled {
	return (
		isId('control', row.id) &&
		typeof row.order === 'string' &&
		hasTexts(row) &&
		isTexts(row.criteria) &&
		isTexts(row.references) &&
		isDictionary(row.own) &&
		isSource(row.source) &&
		row.retired === undefined
	);
}

/** Written out: a loop over keys takes four times as long, for ten thousand rows. */
function hasTexts(row: Record<keyof Control, unknown>): boolean {
	return (
		typeof row.controlId === 'string' &&
		typeof row.title === 'string' &&
		typeof row.description === 'string' &&
		typeof row.owner === 'string' &&
		typeof row.frequency === 'string' &&
		typeof row.type === 'string' &&
		typeof row.nature === 'string' &&
		typeof row.status === 'string' &&
		typeof row.evidence === 'string' &&
		typeof row.testProcedure === 'string' &&
		typeof row.testResult === 'string' &&
		typeof row.category === 'string' &&
		typeof row.priority === 'string' &&
		typeof row.dueDate === 'string' &&
		typeof row.notes === 'string'
	);
}

const none: readonly string[] = Object.freeze([]);
const noValues = Object.freeze({});
const collator = new Intl.Collator('en', { numeric: true });

function naturally(a: string, b: string): number {
	return collator.compare(a, b);
}

/** Each member once, in order; the same array where it is so already. */
function sorted(
	members: readonly string[],
	compare: (a: string, b: string) => number,
): readonly string[] {
	const isSorted = members.every((member, at) => {
		const before = members[at - 1];
		return before === undefined || compare(before, member) < 0;
	});
	return isSorted ? members : [...new Set(members)].sort(compare);
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((member) => typeof member === 'string');
}

function isDictionary(value: unknown): value is Readonly<Record<string, string>> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	// The schema drops this key, which no column has.
	if (Object.hasOwn(value, '__proto__')) return false;
	return Object.values(value).every((entry) => typeof entry === 'string');
}

function isSource(value: unknown): value is RowSource | undefined {
	if (value === undefined) return true;
	if (typeof value !== 'object' || value === null) return false;
	const { import: importId, row } = value as Partial<RowSource>;
	return isId('import', importId) && Number.isFinite(row);
}
