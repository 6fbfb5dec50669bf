/** What this person is called, said to the others by a signed entry of their own (SPEC P-27). */
import { ok, type Result } from '../base/result.ts';
import { foldReview } from '../model/review/fold-review.ts';
import { cleanName, isUnnamed, presentName } from '../model/review/person-name.ts';
import { presentMember } from '../model/review/roster.ts';
import type { PortProblem } from '../workbook/ports.ts';
import type { Review } from './review.ts';

/**
 * Tells the others the name of this person where they know another one. A copy that has not met the
 * others yet waits, as what it writes might contradict what was written elsewhere.
 */
export async function tellName(review: Review): Promise<Result<void, PortProblem>> {
	const { membership, identity, log } = review;
	const { roster } = membership;
	const member = presentMember(roster, identity.device);
	const name = cleanName(review.name);
	if (!member || isUnnamed(name)) return ok(undefined);
	if (review.mayFork !== undefined || log.ownFork) return ok(undefined);
	const own = log.entries.filter(
		({ author, body }) => author === identity.device && body.kind === 'profile',
	);
	const { names } = foldReview(own, { roster });
	if (presentName(member, names) === name) return ok(undefined);
	const written = await review.write({ kind: 'profile', name });
	return written.ok ? ok(undefined) : written;
}
