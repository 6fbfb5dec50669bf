/**
 * What one import brought: the source workbook (by SHA-256), the sheet, which column became which
 * field, and what was left out and why. With a row's `source` it gives every value its cell.
 */
import * as z from 'zod/mini';
import { isId, type Id } from '../../base/ids.ts';

export type ImportId = Id<'import'>;

const leftOutSchema = z.object({ row: z.number(), reason: z.string(), text: z.string() });
const problemSchema = z.object({
	/** A1 reference, or the column letter or row where the whole is meant; '' for the sheet. */
	cell: z.string(),
	severity: z.enum(['error', 'warning', 'note']),
	text: z.string(),
});
const importedColumnSchema = z.object({
	/** 0-based index in the sheet. */
	index: z.number(),
	header: z.string(),
	/** A control's field key, an own column's id, or '' where the user left the column out. */
	target: z.string(),
});

export const importRecordSchema = z.object({
	id: z.custom<ImportId>((value) => isId('import', value)),
	/** ISO 8601 instant. */
	at: z.string(),
	by: z.string(),
	fileName: z.string(),
	/** Lower-case hexadecimal SHA-256 of the source file's bytes; '' for pasted cells. */
	sha256: z.string(),
	sheet: z.string(),
	/** 1-based row of the (last) header line; 0 where there is none. */
	headerRow: z.number(),
	columns: z.array(importedColumnSchema),
	rowsIn: z.number(),
	leftOut: z.array(leftOutSchema),
	problems: z.array(problemSchema),
	/** Per field key: the file's words and the token each became. */
	valueWords: z._default(z.record(z.string(), z.record(z.string(), z.string())), {}),
	/** Cells filled from a cell merged down over them: 'row/column index' → A1 of the anchor. */
	filledFrom: z._default(z.record(z.string(), z.string()), {}),
});

export type ImportRecord = Readonly<z.infer<typeof importRecordSchema>>;
export type LeftOutRow = z.infer<typeof leftOutSchema>;
export type ImportProblem = z.infer<typeof problemSchema>;
export type ImportedColumn = z.infer<typeof importedColumnSchema>;
