/** Entries as honest devices write them: chains without gaps, clocks that follow what was seen. */
import {
	entryId,
	type EntryBody,
	type EntryId,
	type ReviewEntry,
	type UnsignedEntry,
} from '../../../src/model/review/entry.ts';
import type { Channel, DeviceId, Role } from '../../../src/model/review/member.ts';
import {
	readRoster,
	type Roster,
	type RosterChange,
	type UnsignedStatement,
} from '../../../src/model/review/roster.ts';

/** A device's id of the right shape that begins with its owner's name. */
export function deviceOf(name: string): DeviceId {
	return name.padEnd(43, '_');
}

export const ana = deviceOf('ana');
export const ben = deviceOf('ben');
export const cleo = deviceOf('cleo');
export const dan = deviceOf('dan');

/** All that was written, by everybody, who all see it at once. */
export class ALog {
	readonly entries: ReviewEntry[] = [];

	write(
		author: DeviceId,
		body: EntryBody,
		more: Partial<UnsignedEntry> = {},
	): ReviewEntry & { readonly id: EntryId } {
		const channel: Channel = more.channel ?? 'review';
		const own = this.entries.filter((one) => one.author === author && one.channel === channel);
		const entry: ReviewEntry = {
			...{ author, channel, body, seq: own.length + 1, previous: '', signature: 's'.repeat(86) },
			clock: Math.max(0, ...this.entries.map(({ clock }) => clock)) + 1,
			at: `2026-11-21T10:00:${String(this.entries.length % 60).padStart(2, '0')}Z`,
			name: nameOf(author),
			...more,
		};
		this.entries.push(entry);
		return { ...entry, id: entryId(entry) };
	}
}

export function nameOf(device: DeviceId): string {
	const name = device.replace(/_+$/, '');
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Ana owns the workbook; Ben is an editor, Cleo a reviewer, Dan a viewer; then what a test adds. */
export function aRoster(...changes: readonly RosterChange[]): Roster {
	const all: readonly RosterChange[] = [
		{ kind: 'found', nonce: 'n', owner: memberOf(ana, 'owner') },
		{ kind: 'add', member: memberOf(ben, 'editor') },
		{ kind: 'add', member: memberOf(cleo, 'reviewer') },
		{ kind: 'add', member: memberOf(dan, 'viewer') },
		...changes,
	];
	let epoch = 1;
	const statements = all.map((change, index): UnsignedStatement => {
		const isDemotion = change.kind === 'role' && change.device === ben && change.role !== 'owner';
		if (change.kind === 'remove' || isDemotion) epoch++;
		return {
			index,
			previous: '',
			at: '2026-11-21T09:00:00Z',
			signer: ana,
			epoch,
			change,
			grants: [],
		};
	});
	const { roster, fault } = readRoster(statements);
	if (!roster || fault) throw new Error(fault?.text ?? 'No roster');
	return roster;
}

function memberOf(device: DeviceId, role: Role) {
	return { device, agreement: device, name: nameOf(device), role };
}
