/**
 * The list of members as a chain of signed statements, each by somebody who was an owner just before
 * it. This file says what a chain means; review/roster checks signatures and opens keys.
 *
 * Where two owners wrote at the same place, the one who was a member earlier is followed, then the
 * statement of the lower hash: every device decides alike, and what was not followed is shown.
 */
import * as z from 'zod/mini';
import { comingBack, type ComingBack } from './coming-back.ts';
import { headsSchema, type Heads } from './heads.ts';
import {
	channelSchema,
	deviceIdSchema,
	mayEdit,
	mayManage,
	memberSchema,
	roleSchema,
	type Channel,
	type DeviceId,
	type Member,
	type Role,
} from './member.ts';

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const rosterChangeSchema = z.discriminatedUnion('kind', [
	/** The first statement; its hash names the group for ever. */
	z.object({ kind: z.literal('found'), nonce: z.string(), owner: memberSchema }),
	/** Of somebody new, or again of somebody who was removed. */
	z.object({ kind: z.literal('add'), member: memberSchema }),
	/** `heads`: what counts of somebody who may no longer write as before. */
	z.object({
		kind: z.literal('role'),
		device: deviceIdSchema,
		role: roleSchema,
		heads: headsSchema,
	}),
	z.object({ kind: z.literal('remove'), device: deviceIdSchema, heads: headsSchema }),
	z.object({ kind: z.literal('rename'), device: deviceIdSchema, name: memberSchema.shape.name }),
]);
export type RosterChange = Readonly<z.infer<typeof rosterChangeSchema>>;

/** An epoch's key of a channel, sealed to one member (review/roster/grant.ts), base64url. */
export const grantSchema = z.object({
	to: deviceIdSchema,
	channel: channelSchema,
	sealed: z.string().check(z.maxLength(400)),
});
export type Grant = Readonly<z.infer<typeof grantSchema>>;

export const statementSchema = z.object({
	/** From 0, without gaps. */
	index: z.number().check(z.int(), z.nonnegative(), z.lte(100_000)),
	/** SHA-256 of the statement before; '' for the first. */
	previous: z.union([digest, z.literal('')]),
	at: z.string().check(z.maxLength(40)),
	signer: deviceIdSchema,
	/** The epoch from this statement on: one more than before where keys changed. */
	epoch: z.number().check(z.int(), z.gte(1), z.lte(0xffff_ffff)),
	change: rosterChangeSchema,
	grants: z.array(grantSchema).check(z.maxLength(400)),
	signature: z.string().check(z.regex(/^[\w-]{86}$/)),
});
export type RosterStatement = Readonly<Omit<z.infer<typeof statementSchema>, 'change'>> & {
	readonly change: RosterChange;
};
export type UnsignedStatement = Omit<RosterStatement, 'signature'>;

export interface ListedMember extends Member {
	/** When, and by which statement, they were last added: who was added earlier is the senior. */
	readonly addedAt: string;
	readonly addedBy: number;
	readonly removedAt: string | undefined;
	/** The last entries of this member that count, by channel; undefined while all do. */
	readonly heads: Heads | undefined;
	/** Earlier roles, oldest first, each with the last entries written in it; none while removed. */
	readonly earlier: readonly { readonly role: Role | undefined; readonly until: Heads }[];
	/** Each time they were let in again after they had been removed, oldest first. */
	readonly returns: readonly ComingBack[];
}

export interface Roster {
	readonly epoch: number;
	/** In the order they were first added, removed ones too. */
	readonly members: readonly ListedMember[];
	/** The number of statements. */
	readonly length: number;
}

/** Why a chain ends here: the statement's place and what is wrong, in words. */
export interface RosterFault {
	readonly index: number;
	readonly text: string;
}

/**
 * What a chain says up to its first wrong statement. Signatures and hashes are the caller's to check.
 */
export function readRoster(statements: readonly UnsignedStatement[]): {
	readonly roster: Roster | undefined;
	readonly fault: RosterFault | undefined;
} {
	let roster: Roster | undefined;
	for (const statement of statements) {
		const next = follow(roster, statement);
		if (typeof next === 'string') {
			return { roster, fault: { index: statement.index, text: next } };
		}
		roster = next;
	}
	return { roster, fault: undefined };
}

/** The roster after one more statement, or why that may not follow. */
export function follow(
	roster: Roster | undefined,
	{ index, at, signer, epoch, change }: UnsignedStatement,
): Roster | string {
	if (index !== (roster?.length ?? 0)) return 'A statement of the member list is missing.';
	if (!roster || change.kind === 'found') {
		if (roster || change.kind !== 'found') return 'The member list does not begin as it should.';
		const { owner } = change;
		if (owner.role !== 'owner' || owner.device !== signer || epoch !== 1) {
			return 'The member list was not begun by its owner.';
		}
		return { epoch, length: 1, members: [listed(owner, at, 0)] };
	}
	if (!mayManage(roleOf(roster, signer)))
		return 'Somebody who is no owner changed the member list.';
	const expected = roster.epoch + (startsEpoch(roster, change) ? 1 : 0);
	if (epoch !== expected) return 'The member list counts its keys wrongly.';
	const members = changed(roster.members, change, { index, at });
	if (typeof members === 'string') return members;
	if (!members.some(({ role, removedAt }) => role === 'owner' && !removedAt)) {
		return 'The member list would be left without an owner.';
	}
	return { epoch, length: index + 1, members };
}

/** True where keys have to change: somebody may no longer read what they could read. */
export function startsEpoch(roster: Roster, change: RosterChange): boolean {
	if (change.kind === 'remove') return true;
	return change.kind === 'role' && mayEdit(roleOf(roster, change.device)) && !mayEdit(change.role);
}

/** The role of a present member; undefined for strangers and removed ones. */
export function roleOf(roster: Roster | undefined, device: DeviceId): Role | undefined {
	return presentMember(roster, device)?.role;
}

export function presentMember(
	roster: Roster | undefined,
	device: DeviceId,
): ListedMember | undefined {
	return roster?.members.find((member) => member.device === device && !member.removedAt);
}

/** The role in which a member wrote an entry; undefined where it does not count (SPEC P-13). */
export function roleWhenWritten(
	roster: Roster,
	{
		author,
		channel,
		seq,
	}: { readonly author: DeviceId; readonly channel: Channel; readonly seq: number },
): Role | undefined {
	const member = roster.members.find(({ device }) => device === author);
	if (!member || (member.heads && seq > member.heads[channel])) return undefined;
	const earlier = member.earlier.find(({ until }) => seq <= until[channel]);
	return earlier ? earlier.role : member.role;
}

/** Who gets the key of a channel. */
export function readersOf(roster: Roster, channel: Channel): readonly ListedMember[] {
	return roster.members.filter(
		({ removedAt, role }) => !removedAt && (channel === 'review' || mayEdit(role)),
	);
}

function changed(
	members: readonly ListedMember[],
	change: Exclude<RosterChange, { readonly kind: 'found' }>,
	place: StatementPlace,
): readonly ListedMember[] | string {
	if (change.kind === 'add') return added(members, change.member, place);
	const { device } = change;
	if (!members.some((member) => member.device === device && !member.removedAt)) {
		return 'Somebody who is no member was changed in the member list.';
	}
	return members.map((member) => {
		if (member.device !== device) return member;
		if (change.kind === 'rename') return { ...member, name: change.name };
		if (change.kind === 'remove') return { ...member, removedAt: place.at, heads: change.heads };
		return {
			...member,
			role: change.role,
			heads: headsAfter(change.role, change.heads),
			earlier: [...member.earlier, { role: member.role, until: change.heads }],
		};
	});
}

interface StatementPlace {
	readonly index: number;
	readonly at: string;
}

function added(
	members: readonly ListedMember[],
	member: Member,
	{ index, at }: StatementPlace,
): readonly ListedMember[] | string {
	const before = members.find(({ device }) => device === member.device);
	if (!before) return [...members, listed(member, at, index)];
	if (before.removedAt === undefined) return 'Somebody was added to the member list twice.';
	if (before.agreement !== member.agreement) {
		return 'Somebody came back to the member list with other keys.';
	}
	const back = comingBack(before, index);
	const earlier = [
		...before.earlier,
		{ role: before.role, until: back.until },
		{ role: undefined, until: back.from },
	];
	const returned = { ...listed(member, at, index), earlier, returns: [...before.returns, back] };
	return members.map((each) => (each === before ? returned : each));
}

/** What counts of somebody in a new role: all, or of the team's what they had written. */
function headsAfter(role: Role, heads: Heads): Heads | undefined {
	return mayEdit(role) ? undefined : { review: Number.MAX_SAFE_INTEGER, team: heads.team };
}

function listed(member: Member, at: string, index: number): ListedMember {
	return {
		...{ ...member, addedAt: at, addedBy: index, removedAt: undefined, heads: undefined },
		...{ earlier: [], returns: [] },
	};
}
