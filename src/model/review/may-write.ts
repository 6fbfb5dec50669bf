/** Who may say what in a review: the roles of member.ts, applied to entries. */
import type { EntryBody, ReviewEntry } from './entry.ts';
import { mayEdit, mayReview, maySeeTeam, type Role } from './member.ts';

/** Kinds that only those who change the workbook write. */
const editorsOnly: ReadonlySet<EntryBody['kind']> = new Set([
	'decide',
	'milestone',
	'deeds',
	'note',
]);

/** True where this role may write an entry of this kind into this channel. */
export function mayWrite(
	role: Role,
	{ channel, body }: { readonly channel: ReviewEntry['channel']; readonly body: EntryBody },
): boolean {
	// Whoever is a member says how they are called, to all.
	if (body.kind === 'profile') return channel === 'review';
	if (body.kind === 'note' && channel !== 'team') return false;
	if (channel === 'team' && !maySeeTeam(role)) return false;
	return editorsOnly.has(body.kind) ? mayEdit(role) : mayReview(role);
}
