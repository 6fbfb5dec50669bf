/** On which terms somebody is invited: the role, and how long the code is good. */
import type { Role } from '../../../model/review/member.ts';

export const goodFor = [
	{ value: '1', label: 'One hour' },
	{ value: '8', label: 'Eight hours' },
	{ value: '24', label: 'One day' },
] as const;

export interface InviteTerms {
	readonly role: Role;
	/** Hours. */
	readonly hours: number;
}

/** The instant so many hours after `now`, ISO 8601. */
export function hoursAfter(now: string, hours: number): string {
	return new Date(Date.parse(now) + hours * 3_600_000).toISOString();
}
