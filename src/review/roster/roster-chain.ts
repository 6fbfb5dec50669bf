/**
 * The member list as this device knows it: a chain of statements whose hashes and signatures are
 * right and whose rules hold (model/review/roster.ts), with the keys that it grants to this device.
 */
import type { Result } from '../../base/result.ts';
import { ok, refused } from '../../base/result.ts';
import { channels, mayManage, type Channel, type Member } from '../../model/review/member.ts';
import {
	follow,
	presentMember,
	readersOf,
	readRoster,
	roleOf,
	startsEpoch,
	type Roster,
	type RosterChange,
	type RosterFault,
	type RosterStatement,
} from '../../model/review/roster.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import { EpochKeys } from './epoch-keys.ts';
import { openGrant, sealGrants, type GrantDue, type GrantPlace } from './grant.ts';
import { isSigned, signStatement, statementHash } from './statement.ts';

export interface RosterChain {
	/** SHA-256 of the first statement, hexadecimal: names the group for ever. */
	readonly group: string;
	/** The first statement's nonce: the workbook's review id, to which entries are bound. */
	readonly reviewId: string;
	/** Those that are followed, and their hashes. */
	readonly statements: readonly RosterStatement[];
	readonly hashes: readonly string[];
	readonly roster: Roster;
	/** Why the statements after these are not followed, where there were more. */
	readonly fault: RosterFault | undefined;
	readonly keys: EpochKeys;
	/** The key of a channel, where this device was given it. */
	keyOf(channel: Channel, epoch: number): CryptoKey | undefined;
}

/** Begins a member list with this device as its owner. `nonce` is the workbook's review id. */
export async function foundRoster({
	identity,
	name,
	nonce,
	at,
}: {
	readonly identity: DeviceIdentity;
	readonly name: string;
	readonly nonce: string;
	readonly at: string;
}): Promise<RosterChain> {
	const { device, agreement } = identity;
	const owner: Member = { device, agreement, name, role: 'owner' };
	const change: RosterChange = { kind: 'found', nonce, owner };
	const founded = await extended(undefined, change, identity, at);
	if (!founded.ok) throw new Error(founded.problems.join(' '));
	return founded.value;
}

/** The chain with one more statement by this device, or why it may not be made, in words. */
export async function appendStatement(
	chain: RosterChain,
	change: RosterChange,
	identity: DeviceIdentity,
	at: string,
): Promise<Result<RosterChain, string>> {
	if (!mayManage(roleOf(chain.roster, identity.device))) {
		return refused('Only an owner changes the member list.');
	}
	if (
		startsEpoch(chain.roster, change) &&
		'device' in change &&
		change.device === identity.device
	) {
		return refused('Ask another owner to do this: whoever makes the new keys knows them.');
	}
	if (change.kind === 'add') {
		const usable = await identity.agree(change.member.agreement).catch(() => undefined);
		if (!usable) return refused(`The key that ${change.member.name} sent cannot be used.`);
	}
	return extended(chain, change, identity, at);
}

/**
 * Checks statements from the first on: hashes, signatures, rules; and opens the keys granted to this
 * device. What follows a wrong statement is left out and `fault` says why; where the very first is
 * wrong there is no chain.
 */
export async function openChain(
	statements: readonly RosterStatement[],
	identity: DeviceIdentity,
): Promise<Result<RosterChain, RosterFault>> {
	let chain: RosterChain | undefined;
	for (const [index, statement] of statements.entries()) {
		const next = await followed(chain, statement, identity);
		if (typeof next !== 'string') {
			chain = next;
			continue;
		}
		const fault = { index, text: next };
		return chain ? ok({ ...chain, fault }) : refused(fault);
	}
	return chain ? ok(chain) : refused({ index: 0, text: 'The member list is empty.' });
}

/** Which of two chains is followed, and what of the other is not. */
export interface ChainChoice {
	readonly chain: RosterChain;
	/** Statements of the other chain that are not followed, to be shown. */
	readonly dropped: readonly RosterStatement[];
}

/**
 * Decides alike on every device, whichever of the two it had first: the longer where one continues
 * the other; else, where they part, the statement of whoever was last added to the list earlier, then
 * that of the lower hash. Undefined for chains of different groups.
 */
export function betterChain(ours: RosterChain, theirs: RosterChain): ChainChoice | undefined {
	if (ours.group !== theirs.group) return undefined;
	const shared = ours.hashes.findIndex((hash, index) => hash !== theirs.hashes[index]);
	const parting = shared === -1 ? ours.hashes.length : shared;
	const [a, b] = [ours.statements[parting], theirs.statements[parting]];
	if (!a || !b) return { chain: b ? theirs : ours, dropped: [] };
	// By what both lists say: who was let in again after they part has one rank in both.
	const { roster } = readRoster(ours.statements.slice(0, parting));
	const rankOf = ({ signer }: RosterStatement) => presentMember(roster, signer)?.addedBy ?? parting;
	const [rankA, rankB] = [rankOf(a), rankOf(b)];
	const isOurs = rankA === rankB ? ours.hashes[parting]! < theirs.hashes[parting]! : rankA < rankB;
	const [chain, other] = isOurs ? [ours, theirs] : [theirs, ours];
	return { chain, dropped: other.statements.slice(parting) };
}

/** The chain with one more statement that came, or what is wrong with it. */
async function followed(
	chain: RosterChain | undefined,
	statement: RosterStatement,
	identity: DeviceIdentity,
): Promise<RosterChain | string> {
	if (statement.previous !== (chain?.hashes.at(-1) ?? '')) {
		return 'A statement of the member list does not follow the one before it.';
	}
	if (!(await isSigned(statement))) {
		return 'A statement of the member list is not signed by the device it names.';
	}
	const roster = follow(chain?.roster, statement);
	if (typeof roster === 'string') return roster;
	let keys = chain?.keys ?? new EpochKeys();
	for (const grant of statement.grants) {
		const secret = await openGrant(grant, grantPlace(chain, statement), identity);
		if (secret) keys = await keys.with(grant.channel, statement.epoch, secret);
	}
	return linked(chain, statement, roster, keys);
}

/** Makes, signs and grants the next statement. */
async function extended(
	chain: RosterChain | undefined,
	change: RosterChange,
	identity: DeviceIdentity,
	at: string,
): Promise<Result<RosterChain, string>> {
	const before = chain?.roster;
	const isFresh = !before || startsEpoch(before, change);
	const place = {
		index: before?.length ?? 0,
		previous: chain?.hashes.at(-1) ?? '',
		at,
		signer: identity.device,
		epoch: (before?.epoch ?? 0) + (isFresh ? 1 : 0),
		change,
	};
	const roster = follow(before, { ...place, grants: [] });
	if (typeof roster === 'string') return refused(roster);
	let keys = chain?.keys ?? new EpochKeys();
	if (isFresh) {
		for (const channel of channels) {
			keys = await keys.with(channel, place.epoch, crypto.getRandomValues(new Uint8Array(32)));
		}
	}
	const dues = duesOf(isFresh ? undefined : before, roster, keys);
	if (dues === 'missing')
		return refused('This device does not have the keys that it should pass on.');
	if (dues.length > mostGrants)
		return refused('The member list has more members than it can hold.');
	const grants = await sealGrants(grantPlace(chain, place), dues);
	const statement = await signStatement({ ...place, grants: [...grants] }, identity);
	return ok(await linked(chain, statement, roster, keys));
}

/** As many as a statement may hold (model/review/roster.ts). */
const mostGrants = 400;

/** The keys to be given: to all where they are new, else to whoever reads a channel only now. */
function duesOf(
	before: Roster | undefined,
	after: Roster,
	keys: EpochKeys,
): readonly GrantDue[] | 'missing' {
	const dues: GrantDue[] = [];
	for (const channel of channels) {
		const secret = keys.secretOf(channel, after.epoch);
		const had = new Set(before && readersOf(before, channel).map(({ device }) => device));
		for (const member of readersOf(after, channel)) {
			if (had.has(member.device)) continue;
			if (!secret) return 'missing';
			dues.push({ member, channel, secret });
		}
	}
	return dues;
}

function grantPlace(
	chain: RosterChain | undefined,
	{ index, epoch, change }: Pick<RosterStatement, 'index' | 'epoch' | 'change'>,
): GrantPlace {
	const binding = chain?.group ?? (change.kind === 'found' ? change.nonce : '');
	return { binding, index, epoch };
}

async function linked(
	chain: RosterChain | undefined,
	statement: RosterStatement,
	roster: Roster,
	keys: EpochKeys,
): Promise<RosterChain> {
	const hash = await statementHash(statement);
	const { change } = statement;
	return {
		group: chain?.group ?? hash,
		reviewId: chain?.reviewId ?? (change.kind === 'found' ? change.nonce : ''),
		statements: [...(chain?.statements ?? []), statement],
		hashes: [...(chain?.hashes ?? []), hash],
		roster,
		fault: undefined,
		keys,
		keyOf: (channel, epoch) => keys.keyOf(channel, epoch),
	};
}
