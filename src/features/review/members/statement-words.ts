/** What an owner changed in the member list, in words that follow their name. */
import { roleWords, type DeviceId, type Role } from '../../../model/review/member.ts';
import type { RosterChange } from '../../../model/review/roster.ts';

/** “removed Ben”, “added Cleo as a reviewer”. */
export function statementWords(change: RosterChange, nameOf: (device: DeviceId) => string): string {
	switch (change.kind) {
		case 'found':
			return 'began the member list';
		case 'add':
			return `added ${change.member.name} as ${aRole(change.member.role)}`;
		case 'role':
			return `made ${nameOf(change.device)} ${aRole(change.role)}`;
		case 'remove':
			return `removed ${nameOf(change.device)}`;
		case 'rename':
			return `called ${nameOf(change.device)} “${change.name}”`;
	}
}

function aRole(role: Role): string {
	const article = role === 'owner' || role === 'editor' ? 'an' : 'a';
	return `${article} ${roleWords[role].label.toLowerCase()}`;
}
