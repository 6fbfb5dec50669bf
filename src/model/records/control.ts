/**
 * A control: what a company does to meet criteria. Text fields hold what people typed; dates and
 * terms are kept as text too, so that a value nobody can parse is shown, not lost (SPEC V-2).
 */
import * as z from 'zod/mini';
import type { Id } from '../../base/ids.ts';
import { isId } from '../../base/ids.ts';
import type { ControlTextKey } from './control-fields.ts';
import type { ColumnId } from './own-column.ts';
import type { ImportId } from './import-record.ts';

export type ControlId = Id<'control'>;

const controlIdSchema = z.custom<ControlId>((value) => isId('control', value));
const text = z.string();
const ids = z.array(z.string());

/** Where a row came from: the import it came with and its row in the sheet (1-based, as Excel shows). */
export interface RowSource {
	readonly import: ImportId;
	readonly row: number;
}

/** A text field's values as they stand in a row; an absent one is empty. */
export type ControlTexts = Readonly<Partial<Record<ControlTextKey, string>>>;

/**
 * The row as it was created or imported: what the `base` map of the document holds. Empty values
 * are left out. `order` is a fractional index; ties are broken by id.
 */
export interface ControlRow extends ControlTexts {
	readonly order: string;
	readonly criteria?: readonly string[];
	readonly references?: readonly string[];
	readonly evidenceKinds?: readonly string[];
	readonly policies?: readonly string[];
	readonly systems?: readonly string[];
	readonly testMethods?: readonly string[];
	readonly own?: Readonly<Record<ColumnId, string>>;
	readonly source?: RowSource;
}

/** Why and when a control was retired. */
export interface Retirement {
	/** ISO 8601 instant. */
	readonly at: string;
	readonly by: string;
	readonly reason: string;
}

/** A control as everything but storage sees it: every field filled, edits joined, frozen. */
export interface Control extends Required<ControlTexts> {
	readonly id: ControlId;
	readonly order: string;
	readonly criteria: readonly string[];
	readonly references: readonly string[];
	readonly evidenceKinds: readonly string[];
	readonly policies: readonly string[];
	readonly systems: readonly string[];
	readonly testMethods: readonly string[];
	/** Values of the workbook's own columns by column id; an absent one is empty. */
	readonly own: Readonly<Record<ColumnId, string>>;
	readonly source: RowSource | undefined;
	readonly retired: Retirement | undefined;
}

const textShape = {
	controlId: z._default(text, ''),
	title: z._default(text, ''),
	description: z._default(text, ''),
	owner: z._default(text, ''),
	frequency: z._default(text, ''),
	type: z._default(text, ''),
	nature: z._default(text, ''),
	status: z._default(text, ''),
	evidence: z._default(text, ''),
	testProcedure: z._default(text, ''),
	testResult: z._default(text, ''),
	category: z._default(text, ''),
	priority: z._default(text, ''),
	dueDate: z._default(text, ''),
	notes: z._default(text, ''),
	isKey: z._default(text, ''),
	design: z._default(text, ''),
	evidenceModel: z._default(text, ''),
	performer: z._default(text, ''),
	reviewer: z._default(text, ''),
	backupOwner: z._default(text, ''),
	liveDate: z._default(text, ''),
	cycleAnchor: z._default(text, ''),
	policyNeeded: z._default(text, ''),
	policyFrequency: z._default(text, ''),
	notApplicableReason: z._default(text, ''),
	tester: z._default(text, ''),
	testedOn: z._default(text, ''),
	itemsTested: z._default(text, ''),
	deviations: z._default(text, ''),
	managementResponse: z._default(text, ''),
} satisfies Record<ControlTextKey, unknown>;

/** Reads a joined row; defaults are filled here, never written (law 5). */
export const controlSchema = z.object({
	id: controlIdSchema,
	order: z._default(text, ''),
	...textShape,
	criteria: z._default(ids, []),
	references: z._default(ids, []),
	evidenceKinds: z._default(ids, []),
	policies: z._default(ids, []),
	systems: z._default(ids, []),
	testMethods: z._default(ids, []),
	own: z._default(z.record(z.string(), text), {}),
	source: z.optional(
		z.object({
			import: z.custom<ImportId>((value) => isId('import', value)),
			row: z.number(),
		}),
	),
	retired: z.nullish(z.object({ at: text, by: text, reason: text })),
});
