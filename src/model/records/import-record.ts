/**
 * What one import brought: the source workbook (by SHA-256), the sheet, which column became which
 * field, and what was left out and why. With a row's `source` it gives every value its cell.
 */
import * as z from 'zod/mini';
import { isId, type Id } from '../../base/ids.ts';
import { isRegisterName, type RegisterName } from '../registers/register.ts';

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

/** A text, or the members of a set. */
const saidSchema = z.union([z.string(), z.array(z.string())]);

export const importRecordSchema = z.object({
	id: z.custom<ImportId>((value) => isId('import', value)),
	/** ISO 8601 instant. */
	at: z.string(),
	by: z.string(),
	fileName: z.string(),
	/** Lower-case hexadecimal SHA-256 of the source file's bytes; '' for pasted cells. */
	sha256: z.string(),
	sheet: z.string(),
	/** The register its rows went to. */
	register: z._default(z.custom<RegisterName>(isRegisterName), 'controls'),
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
	/** The import of the version before, where this one brought the next version of a sheet. */
	versionOf: z.optional(z.custom<ImportId>((value) => isId('import', value))),
	/**
	 * By control id and column key (a field's, or an own column's id): what this version of the file
	 * says where that is something else than the version before said.
	 */
	saidAnew: z.optional(z.record(z.string(), z.record(z.string(), saidSchema))),
});

export type ImportRecord = Readonly<z.infer<typeof importRecordSchema>>;
export type LeftOutRow = z.infer<typeof leftOutSchema>;
export type ImportProblem = z.infer<typeof problemSchema>;
/** What a file says in the columns of one row, by column key. */
export type SaidValues = NonNullable<ImportRecord['saidAnew']>[string];
export type ImportedColumn = z.infer<typeof importedColumnSchema>;
