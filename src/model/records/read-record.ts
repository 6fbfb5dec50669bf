/** Reading stored data by a schema: the record, or the path that is wrong and the reason (law 7). */
import type * as z from 'zod/mini';

export type Reading<Item> = { readonly item: Item } | { readonly reason: string };

export function readRecord<Schema extends z.ZodMiniType>(
	schema: Schema,
	joined: unknown,
): Reading<z.infer<Schema>> {
	const parsed = schema.safeParse(joined);
	if (parsed.success) return { item: parsed.data };
	const [issue] = parsed.error.issues;
	const path = issue?.path.join(' › ') ?? '';
	return { reason: `${path || 'the whole record'}: ${issue?.message ?? 'not readable'}` };
}
