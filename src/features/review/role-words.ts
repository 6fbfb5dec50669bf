/** A role in sentences. */
import { roleWords, type Role } from '../../model/review/member.ts';

/** “A reviewer reads everything but team notes; comments, suggests values and signs off.” */
export function roleSentence(role: Role): string {
	const { label, can } = roleWords[role];
	const article = role === 'owner' || role === 'editor' ? 'An' : 'A';
	return `${article} ${label.toLowerCase()} ${can.charAt(0).toLowerCase()}${can.slice(1)}`;
}
