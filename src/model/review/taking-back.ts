/**
 * Whether a removal could be taken back by whoever is removed. Where two statements stand at one place
 * of the member list, that of whoever was added earlier is followed, and of two by one hand that of
 * the lower hash (roster.ts, SPEC P-28). So somebody who was an owner at a place where a junior wrote,
 * or they themselves, can sign that place anew with the keys they have, and is followed from there.
 */
import type { DeviceId } from './member.ts';
import { follow, presentMember, type Roster, type UnsignedStatement } from './roster.ts';

/** True where `device`, once removed by `remover` after these statements, could undo that. */
export function mayTakeBack(
	statements: readonly UnsignedStatement[],
	{ device, remover }: { readonly device: DeviceId; readonly remover: DeviceId },
): boolean {
	let roster: Roster | undefined;
	for (const statement of statements) {
		if (yields(roster, statement.signer, device)) return true;
		const next = follow(roster, statement);
		if (typeof next === 'string') return false;
		roster = next;
	}
	return yields(roster, remover, device);
}

/** True where a statement of `device` at this place could be followed instead of the signer’s. */
function yields(roster: Roster | undefined, signer: DeviceId, device: DeviceId): boolean {
	const [theirs, own] = [presentMember(roster, signer), presentMember(roster, device)];
	if (!theirs || own?.role !== 'owner') return false;
	return own.addedBy <= theirs.addedBy;
}
