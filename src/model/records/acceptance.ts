/** A warning that somebody lives with: who said so, when, why, and what the records were like then. */
import * as z from 'zod/mini';
import { isId, type Id } from '../../base/ids.ts';

export type AcceptanceId = Id<'acceptance'>;

export const acceptanceSchema = z.object({
	id: z.custom<AcceptanceId>((value) => isId('acceptance', value)),
	/** The finding's stable key. */
	finding: z.string(),
	/** Fingerprint of the records concerned as they were: the acceptance ends when they change. */
	of: z.string(),
	by: z.string(),
	/** ISO 8601 instant. */
	at: z.string(),
	reason: z.string(),
	/** Taken back. */
	withdrawn: z._default(z.boolean(), false),
});

export type Acceptance = Readonly<z.infer<typeof acceptanceSchema>>;
