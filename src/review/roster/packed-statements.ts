/** The member list's statements as bytes: deflated JSON. Reading them is bounded and takes any bytes. */
import * as z from 'zod/mini';
import { canonicalJson } from '../../base/canonical-json.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { statementSchema, type RosterStatement } from '../../model/review/roster.ts';
import { greatestBody, type Refusal } from '../frame.ts';
import type { Bytes } from '../sealing/bytes.ts';
import { deflated, inflated } from '../sealing/deflated.ts';

export function packStatements(statements: readonly RosterStatement[]): Promise<Bytes> {
	return deflated(new TextEncoder().encode(JSON.stringify(statements)));
}

/** The statements as they were packed; their signatures are for openChain to check. */
export async function unpackStatements(
	bytes: Bytes,
): Promise<
	Result<readonly RosterStatement[], Extract<Refusal, 'malformed' | 'oversized' | 'newer'>>
> {
	const text = await inflated(bytes, greatestBody);
	if (!text.ok) return text;
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(text.value));
		const read = z.array(statementSchema).safeParse(value);
		if (!read.success) return refused('malformed');
		// A part that this version does not know would fall out, and no signature would fit any more.
		return canonicalJson(read.data) === canonicalJson(value) ? ok(read.data) : refused('newer');
	} catch {
		return refused('malformed');
	}
}
