/** A column the workbook has of its own: imported and mapped to no field, or added by a person. */
import * as z from 'zod/mini';
import { isId, type Id } from '../../base/ids.ts';
import { isRegisterName, type RegisterName } from '../registers/register.ts';

export type ColumnId = Id<'column'>;

/** What an own column is about, where the import could tell; it has no field of its own yet. */
export const columnMeanings = ['risk', 'policy', 'system', 'other'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** The column as it was created: what the `base` map holds. */
export interface OwnColumnRow {
	readonly name: string;
	readonly order: string;
	readonly meaning?: ColumnMeaning;
	/** Whose column it is; absent for the matrix. */
	readonly register?: RegisterName;
}

export interface OwnColumn {
	readonly id: ColumnId;
	readonly name: string;
	readonly order: string;
	readonly meaning: ColumnMeaning;
	readonly register: RegisterName;
	readonly retired: boolean;
}

export const ownColumnSchema = z.object({
	id: z.custom<ColumnId>((value) => isId('column', value)),
	name: z._default(z.string(), ''),
	order: z._default(z.string(), ''),
	meaning: z._default(z.enum(columnMeanings), 'other'),
	register: z._default(z.custom<RegisterName>(isRegisterName), 'controls'),
	retired: z._default(z.boolean(), false),
});
