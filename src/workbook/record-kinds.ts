/** The record kinds of a workbook document: their place, their sets, and how zod reads them. */
import * as z from 'zod/mini';
import { compareCriteria } from '../model/catalog/criteria.ts';
import { controlSchema, type Control, type ControlRow } from '../model/records/control.ts';
import { importRecordSchema, type ImportRecord } from '../model/records/import-record.ts';
import { ownColumnSchema, type OwnColumn, type OwnColumnRow } from '../model/records/own-column.ts';
import type { RecordKind } from './record-kind.ts';

export const controlKind: RecordKind<ControlRow, Control> = {
	name: 'controls',
	sets: ['criteria', 'references'],
	dictionaries: ['own'],
	read: (joined) => {
		const outcome = read(controlSchema, joined);
		if ('reason' in outcome) return outcome;
		const { item } = outcome;
		return {
			item: {
				...item,
				criteria: [...new Set(item.criteria)].sort(compareCriteria),
				references: [...new Set(item.references)].sort(naturally),
				source: item.source,
				retired: item.retired ?? undefined,
			},
		};
	},
};

export const ownColumnKind: RecordKind<OwnColumnRow, OwnColumn> = {
	name: 'columns',
	sets: [],
	dictionaries: [],
	read: (joined) => read(ownColumnSchema, joined),
};

export const importKind: RecordKind<Omit<ImportRecord, 'id'>, ImportRecord> = {
	name: 'imports',
	sets: [],
	dictionaries: [],
	read: (joined) => read(importRecordSchema, joined),
};

function read<Schema extends z.ZodMiniType>(
	schema: Schema,
	joined: unknown,
): { item: z.infer<Schema> } | { reason: string } {
	const parsed = schema.safeParse(joined);
	if (parsed.success) return { item: parsed.data };
	const [issue] = parsed.error.issues;
	const path = issue?.path.join(' › ') ?? '';
	return { reason: `${path || 'the whole record'}: ${issue?.message ?? 'not readable'}` };
}

const collator = new Intl.Collator('en', { numeric: true });
function naturally(a: string, b: string): number {
	return collator.compare(a, b);
}
