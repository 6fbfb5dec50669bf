/** Who may say what in a review: the roles of model/review/member.ts, applied to entries. */
import type { EntryBody, ReviewEntry } from '../../model/review/entry.ts';
import { mayEdit, mayReview, maySeeTeam, type Role } from '../../model/review/member.ts';
import type { Roster } from '../../model/review/roster.ts';
import type { Refusal } from '../frame.ts';

/** Kinds that only those who change the workbook write. */
const editorsOnly: ReadonlySet<EntryBody['kind']> = new Set([
	'decide',
	'milestone',
	'deeds',
	'note',
]);

/** True where this role may write an entry of this kind into this channel. */
export function mayWrite(role: Role, { channel, body }: Pick<ReviewEntry, 'channel' | 'body'>) {
	if (body.kind === 'note' && channel !== 'team') return false;
	if (channel === 'team' && !maySeeTeam(role)) return false;
	return editorsOnly.has(body.kind) ? mayEdit(role) : mayReview(role);
}

/**
 * Why an entry of another device is not taken, as far as the member list decides that; undefined
 * where it may. Of members who were removed, or may write less than before, what they had written by
 * then counts.
 */
export function refusedByRoster(
	entry: ReviewEntry,
	roster: Roster | undefined,
): Refusal | undefined {
	const author = roster?.members.find(({ device }) => device === entry.author);
	if (!author) return 'stranger';
	if (author.heads && entry.seq <= author.heads[entry.channel]) return undefined;
	if (author.removedAt) return 'not-allowed';
	return mayWrite(author.role, entry) ? undefined : 'not-allowed';
}
