/**
 * Members who come, go, come back and change roles while they write: what counts is what a naive
 * diary of it says.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayWrite } from '../../../src/model/review/may-write.ts';
import { channels, roles, type Channel, type Role } from '../../../src/model/review/member.ts';
import {
	follow,
	roleOf,
	roleWhenWritten,
	startsEpoch,
	type Roster,
	type RosterChange,
} from '../../../src/model/review/roster.ts';
import { countedLength } from '../../../src/model/review/coming-back.ts';

const names = ['a', 'b', 'c'].map((letter) => letter.repeat(43));
const founder = 'f'.repeat(43);
const memberOf = (device: string, role: Role) => ({
	...{ device, agreement: device, name: device.slice(0, 1), role },
});

/** The list with one more change by the founder; undefined where that is refused. */
function after(roster: Roster | undefined, change: RosterChange, signer = founder) {
	const epoch = (roster?.epoch ?? 0) + (!roster || startsEpoch(roster, change) ? 1 : 0);
	const place = { index: roster?.length ?? 0, previous: '', at: '2026-11-22', signer };
	return follow(roster, { ...place, epoch, change, grants: [] });
}

function found(): Roster {
	const roster = after(undefined, {
		...{ kind: 'found', nonce: 'n', owner: memberOf(founder, 'owner') },
	});
	if (typeof roster === 'string') throw new Error(roster);
	return roster;
}

/** What somebody wrote, and what they were then. */
interface Written {
	readonly channel: Channel;
	readonly seq: number;
	readonly role: Role | undefined;
}

/** The naive diary of one device. */
interface Diary {
	readonly written: Written[];
	/** The last place in the chain, and the last that an owner knows of. */
	readonly last: Record<Channel, number>;
	readonly known: Record<Channel, number>;
}

const step = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({
			what: fc.constant('write' as const),
			who: fc.nat(2),
			channel: fc.constantFrom(...channels),
			role: fc.constantFrom(...roles),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			what: fc.constantFrom('add', 'remove', 'role'),
			who: fc.nat(2),
			channel: fc.constantFrom(...channels),
			role: fc.constantFrom(...roles),
		}),
	},
);

function thread(channel: Channel) {
	const subject = { kind: 'workbook' as const };
	return { channel, body: { kind: 'thread' as const, subject, text: 'x', mentions: [] } };
}

function write(diary: Diary, channel: Channel, role: Role | undefined): void {
	// Who knows that they may not write does not; who was removed does not know it.
	if (role && !mayWrite(role, thread(channel))) return;
	const seq = ++diary.last[channel];
	diary.written.push({ channel, seq, role });
	if (role) diary.known[channel] = seq;
}

describe('members who come and go', () => {
	test('[P-28] what they wrote counts in the role they had, and what they wrote while removed never does', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				let roster = found();
				const diaries = names.map((): Diary => ({
					written: [],
					last: { review: 0, team: 0 },
					known: { review: 0, team: 0 },
				}));
				for (const { what, who, channel, role } of steps) {
					const [device, diary] = [names[who]!, diaries[who]!];
					if (what === 'write') {
						const hasBeenIn = roster.members.some((each) => each.device === device);
						if (hasBeenIn) write(diary, channel, roleOf(roster, device));
						continue;
					}
					const heads = { ...diary.known };
					const changes = {
						add: { kind: 'add', member: memberOf(device, role) },
						remove: { kind: 'remove', device, heads },
						role: { kind: 'role', device, role, heads },
					} as const;
					const next = after(roster, changes[what]);
					if (typeof next === 'string') continue;
					roster = next;
					const back = roster.members.find((each) => each.device === device)?.returns.at(-1);
					if (what === 'add' && back) {
						for (const each of channels) {
							expect(back.from[each]).toBeGreaterThan(diary.last[each]);
							diary.last[each] = back.from[each];
						}
					}
				}
				for (const [who, { written }] of diaries.entries()) {
					for (const { channel, seq, role } of written) {
						const now = roleWhenWritten(roster, { author: names[who]!, channel, seq });
						expect(now && mayWrite(now, thread(channel)) ? now : undefined).toBe(role);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('[P-28] a chain counts up to its last entry that counts, however much was written while away', () => {
		let roster = found();
		const [device = ''] = names;
		for (const change of [
			{ kind: 'add', member: memberOf(device, 'editor') },
			{ kind: 'remove', device, heads: { review: 3, team: 0 } },
			{ kind: 'add', member: memberOf(device, 'reviewer') },
		] as const) {
			const next = after(roster, change);
			if (typeof next === 'string') throw new Error(next);
			roster = next;
		}
		const member = roster.members[1]!;
		expect(member).toMatchObject({
			...{ role: 'reviewer', removedAt: undefined, addedBy: 3 },
			returns: [{ statement: 3, from: { review: 1_000_000, team: 1_000_000 } }],
		});
		const lengths = [2, 3, 4, 1_000_000, 1_000_001];
		expect(lengths.map((length) => countedLength(member, 'review', length))).toEqual([
			2, 3, 3, 3, 1_000_001,
		]);
	});

	test('[P-28] nobody who was removed lets themselves in again', () => {
		const [device = ''] = names;
		const added = after(found(), { kind: 'add', member: memberOf(device, 'owner') });
		if (typeof added === 'string') throw new Error(added);
		const removed = after(added, { kind: 'remove', device, heads: { review: 0, team: 0 } });
		if (typeof removed === 'string') throw new Error(removed);
		const back: RosterChange = { kind: 'add', member: memberOf(device, 'owner') };
		expect(after(removed, back, device)).toContain('no owner');
		expect(after(removed, back)).toMatchObject({ epoch: removed.epoch });
		const otherKeys = { ...memberOf(device, 'owner'), agreement: founder };
		expect(after(removed, { kind: 'add', member: otherKeys })).toContain('other keys');
		expect(after(added, back)).toContain('twice');
	});
});
