/**
 * What is stored of a review, as the rules of the model read it. Whatever does not read back exactly
 * stays stored and is named: signatures are over every letter.
 */
import { canonicalJson } from '../../base/canonical-json.ts';
import { entrySchema, type ReviewEntry } from '../../model/review/entry.ts';
import { statementSchema, type RosterStatement } from '../../model/review/roster.ts';
import type { StoredReview } from '../../review/review-store.ts';

export type ReadableReview = Pick<StoredReview, 'statements' | 'entries' | 'unreadable'>;

interface StoredEntry {
	readonly id: string;
	readonly entry: unknown;
}

export function readReview(
	statements: readonly unknown[],
	entries: readonly StoredEntry[],
): ReadableReview {
	const unreadable: { key: string; reason: string }[] = [];
	const readAll = <Value>(
		stored: readonly (readonly [key: string, raw: unknown])[],
		schema: Schema<Value>,
	): readonly Value[] =>
		stored.flatMap(([key, raw]) => {
			const read = exactly(schema, raw);
			if ('value' in read) return [read.value];
			unreadable.push({ key, reason: read.reason });
			return [];
		});
	return {
		statements: readAll<RosterStatement>(
			statements.map((raw, index) => [`statement ${index}`, raw]),
			statementSchema,
		),
		entries: readAll<ReviewEntry>(
			entries.map(({ id, entry }) => [id, entry]),
			entrySchema,
		),
		unreadable,
	};
}

/** The entry that is stored so, whoever signed it; undefined where it cannot be read. */
export function entryIn(stored: unknown): ReviewEntry | undefined {
	const read = exactly<ReviewEntry>(entrySchema, stored);
	return 'value' in read ? read.value : undefined;
}

interface Schema<Value> {
	safeParse(
		raw: unknown,
	):
		| { readonly success: true; readonly data: Value }
		| { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
	readonly path: readonly PropertyKey[];
	readonly message: string;
}

function exactly<Value>(
	schema: Schema<Value>,
	raw: unknown,
): { readonly value: Value } | { readonly reason: string } {
	const parsed = schema.safeParse(raw);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return { reason: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}` };
	}
	// A newer program may know more parts; without them the signature would seem wrong.
	if (canonicalJson(parsed.data) !== canonicalJson(raw)) {
		return { reason: 'It has parts that this version of the program does not know.' };
	}
	return { value: parsed.data };
}
