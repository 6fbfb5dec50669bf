/** Member lists of a made-up team. */
import type { Role } from '../../src/model/review/member.ts';
import type { RosterChange } from '../../src/model/review/roster.ts';
import type { DeviceIdentity } from '../../src/review/keys/device-keys.ts';
import {
	appendStatement,
	foundRoster,
	type RosterChain,
} from '../../src/review/roster/roster-chain.ts';

const at = '2026-11-21T10:00:00.000Z';
const heads = { review: 0, team: 0 };

/** A list that `owner` has begun. */
export function founded(owner: DeviceIdentity): Promise<RosterChain> {
	return foundRoster({ identity: owner, name: 'Ana', nonce: 'review:9f8e7d', at });
}

/** The chain with one more statement; throws where that is refused. */
export async function stated(
	chain: RosterChain,
	signer: DeviceIdentity,
	change: RosterChange,
): Promise<RosterChain> {
	const next = await appendStatement(chain, change, signer, at);
	if (!next.ok) throw new Error(next.problems.join(' '));
	return next.value;
}

export function adding(
	{ device, agreement }: DeviceIdentity,
	role: Role,
	name = 'Ben',
): RosterChange {
	return { kind: 'add', member: { device, agreement, name, role } };
}

export function removing({ device }: DeviceIdentity): RosterChange {
	return { kind: 'remove', device, heads };
}

export function turning({ device }: DeviceIdentity, role: Role): RosterChange {
	return { kind: 'role', device, role, heads };
}

export function renaming({ device }: DeviceIdentity, name: string): RosterChange {
	return { kind: 'rename', device, name };
}
