/**
 * Reads a joined row as a control. Ten thousand rows are read when a workbook opens, so well-formed
 * ones are checked and filled in one plain pass; zod's schema is the definition and says what is
 * wrong with the others.
 */
import { isId } from '../../base/ids.ts';
import { compareCriteria } from '../catalog/criterion-ids.ts';
import type { ControlSetKey } from './control-fields.ts';
import { controlSchema, type Control, type RowSource } from './control.ts';
import { readRecord, type Reading } from './read-record.ts';

/** The control, every field filled and its sets sorted, or the field that cannot be read and why. */
export function readControl(joined: unknown): Reading<Control> {
	const plain = readPlainControl((joined as Partial<Control> | undefined | null)?.id, joined);
	if (plain) return { item: plain };
	const reading = readRecord(controlSchema, joined);
	if (!('item' in reading)) return reading;
	const { source, retired, ...rest } = reading.item;
	return {
		item: {
			...rest,
			...sortedSets(rest),
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
	const sets = sortedSets(filled);
	filled.criteria = sets.criteria;
	filled.references = sets.references;
	filled.evidenceKinds = sets.evidenceKinds;
	filled.policies = sets.policies;
	filled.systems = sets.systems;
	filled.testMethods = sets.testMethods;
	return filled;
}

/** Members in order, so that every copy shows the same. */
function sortedSets(row: Pick<Control, ControlSetKey>): Pick<Control, ControlSetKey> {
	return {
		criteria: sorted(row.criteria, compareCriteria),
		references: sorted(row.references, naturally),
		evidenceKinds: sorted(row.evidenceKinds, naturally),
		policies: sorted(row.policies, naturally),
		systems: sorted(row.systems, naturally),
		testMethods: sorted(row.testMethods, naturally),
	};
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
		isKey: orEmpty(row.isKey),
		design: orEmpty(row.design),
		evidenceModel: orEmpty(row.evidenceModel),
		performer: orEmpty(row.performer),
		reviewer: orEmpty(row.reviewer),
		backupOwner: orEmpty(row.backupOwner),
		liveDate: orEmpty(row.liveDate),
		cycleAnchor: orEmpty(row.cycleAnchor),
		policyNeeded: orEmpty(row.policyNeeded),
		policyFrequency: orEmpty(row.policyFrequency),
		notApplicableReason: orEmpty(row.notApplicableReason),
		tester: orEmpty(row.tester),
		testedOn: orEmpty(row.testedOn),
		itemsTested: orEmpty(row.itemsTested),
		deviations: orEmpty(row.deviations),
		managementResponse: orEmpty(row.managementResponse),
		criteria: row.criteria === undefined ? none : row.criteria,
		references: row.references === undefined ? none : row.references,
		evidenceKinds: row.evidenceKinds === undefined ? none : row.evidenceKinds,
		policies: row.policies === undefined ? none : row.policies,
		systems: row.systems === undefined ? none : row.systems,
		testMethods: row.testMethods === undefined ? none : row.testMethods,
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
		isTexts(row.evidenceKinds) &&
		isTexts(row.policies) &&
		isTexts(row.systems) &&
		isTexts(row.testMethods) &&
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
		typeof row.notes === 'string' &&
		typeof row.isKey === 'string' &&
		typeof row.design === 'string' &&
		typeof row.evidenceModel === 'string' &&
		typeof row.performer === 'string' &&
		typeof row.reviewer === 'string' &&
		typeof row.backupOwner === 'string' &&
		typeof row.liveDate === 'string' &&
		typeof row.cycleAnchor === 'string' &&
		typeof row.policyNeeded === 'string' &&
		typeof row.policyFrequency === 'string' &&
		typeof row.notApplicableReason === 'string' &&
		typeof row.tester === 'string' &&
		typeof row.testedOn === 'string' &&
		typeof row.itemsTested === 'string' &&
		typeof row.deviations === 'string' &&
		typeof row.managementResponse === 'string'
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
