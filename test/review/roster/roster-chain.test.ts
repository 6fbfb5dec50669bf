/** The chain of members: who gets which keys, and what is not followed. */
import { beforeAll, describe, expect, test } from 'vitest';

import { statementSchema, type RosterStatement } from '../../../src/model/review/roster.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import {
	appendStatement,
	openChain,
	type RosterChain,
} from '../../../src/review/roster/roster-chain.ts';
import { signStatement } from '../../../src/review/roster/statement.ts';
import { openFrame } from '../../../src/review/sealing/open-frame.ts';
import { sealFrame } from '../../../src/review/sealing/seal-frame.ts';
import { deviceOf } from '../../support/a-device.ts';
import { adding, founded, removing, renaming, stated, turning } from '../../support/a-roster.ts';

let ana: DeviceIdentity;
let ben: DeviceIdentity;
let cleo: DeviceIdentity;

beforeAll(async () => {
	[ana, ben, cleo] = [await deviceOf(1), await deviceOf(3), await deviceOf(5)];
});

/** The chain as another device opens it, through JSON. */
async function opened(
	statements: readonly RosterStatement[],
	identity: DeviceIdentity,
): Promise<RosterChain> {
	const read = JSON.parse(JSON.stringify(statements)) as unknown[];
	const chain = await openChain(
		read.map((each) => statementSchema.parse(each)),
		identity,
	);
	if (!chain.ok) throw new Error(chain.problems[0]?.text);
	return chain.value;
}

/** Which channels of an epoch this device can read of what `writer` seals. */
async function reads(writer: RosterChain, reader: RosterChain, epoch: number): Promise<string> {
	const readable: string[] = [];
	for (const channel of ['review', 'team'] as const) {
		const key = writer.keyOf(channel, epoch);
		if (!key) throw new Error('The writer has no key');
		const place = { group: writer.group, channel, epoch };
		const body = new Uint8Array([1]);
		const frame = await sealFrame({ ...place, key, identity: ana, kind: 'have', body });
		const { group } = reader;
		const keyOf = reader.keyOf.bind(reader);
		const result = await openFrame(frame, { group, epoch, keyOf });
		if (result.ok) readable.push(channel);
	}
	return readable.join(' ');
}

describe('the keys of a group', () => {
	test('its founder has them, again and again', async () => {
		const chain = await founded(ana);
		expect(chain.roster).toMatchObject({ epoch: 1, length: 1 });
		expect(chain.reviewId).toBe('review:9f8e7d');
		const again = await opened(chain.statements, ana);
		expect(again.group).toBe(chain.group);
		expect(await reads(chain, again, 1)).toBe('review team');
	});

	test('editors are given both, reviewers and viewers not that of the team, strangers none', async () => {
		let chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
		chain = await stated(chain, ana, adding(cleo, 'reviewer'));
		expect(await reads(chain, await opened(chain.statements, ben), 1)).toBe('review team');
		expect(await reads(chain, await opened(chain.statements, cleo), 1)).toBe('review');
		expect(await reads(chain, await opened(chain.statements, await deviceOf(7)), 1)).toBe('');
	});

	test('whoever becomes an editor is given the key of the team', async () => {
		let chain = await stated(await founded(ana), ana, adding(ben, 'viewer'));
		chain = await stated(chain, ana, turning(ben, 'reviewer'));
		expect(chain.statements.at(-1)?.grants).toEqual([]);
		chain = await stated(chain, ana, turning(ben, 'editor'));
		expect(chain.roster.epoch).toBe(1);
		expect(await reads(chain, await opened(chain.statements, ben), 1)).toBe('review team');
	});

	test('a removed member has no key of the next epoch, everybody else has', async () => {
		let chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
		chain = await stated(chain, ana, adding(cleo, 'reviewer'));
		chain = await stated(chain, ana, removing(ben));
		expect(chain.roster.epoch).toBe(2);
		expect(await reads(chain, await opened(chain.statements, ben), 2)).toBe('');
		expect(await reads(chain, await opened(chain.statements, cleo), 2)).toBe('review');
		expect(await reads(chain, await opened(chain.statements, ana), 2)).toBe('review team');
		expect(await reads(chain, await opened(chain.statements, ben), 1)).toBe('review team');
	});

	test('an editor who becomes a reviewer reads on, but not the team', async () => {
		let chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
		chain = await stated(chain, ana, turning(ben, 'reviewer'));
		expect(chain.roster.epoch).toBe(2);
		expect(await reads(chain, await opened(chain.statements, ben), 2)).toBe('review');
	});

	test('a newcomer is given the present keys, not the earlier ones', async () => {
		let chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
		chain = await stated(chain, ana, removing(ben));
		chain = await stated(chain, ana, adding(cleo, 'editor'));
		const theirs = await opened(chain.statements, cleo);
		expect(await reads(chain, theirs, 2)).toBe('review team');
		expect(theirs.keyOf('review', 1)).toBeUndefined();
	});

	test('a second owner can add and remove as the first', async () => {
		let chain = await stated(await founded(ana), ana, adding(ben, 'owner'));
		const theirs = await opened(chain.statements, ben);
		chain = await stated(theirs, ben, adding(cleo, 'reviewer'));
		chain = await stated(chain, ben, removing(cleo));
		expect(await reads(chain, await opened(chain.statements, ana), 2)).toBe('review team');
	});

	test('no two grants are the same bytes, and none holds a key in clear', async () => {
		const one = await founded(ana);
		const other = await founded(ana);
		const grants = [one, other].flatMap(({ statements }) => statements[0]?.grants ?? []);
		expect(new Set(grants.map(({ sealed }) => sealed)).size).toBe(4);
		expect(one.group).not.toBe(other.group);
	});
});

describe('statements that may not be made', () => {
	test('by whoever is no owner', async () => {
		const chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
		const theirs = await opened(chain.statements, ben);
		expect(await appendStatement(theirs, adding(cleo, 'viewer'), ben, '')).toEqual({
			ok: false,
			problems: ['Only an owner changes the member list.'],
		});
	});

	test.each([
		[
			'a newcomer whose key cannot be used',
			() => adding({ ...cleo, agreement: 'A'.repeat(43) }, 'viewer'),
		],
		['somebody twice', () => adding(ben, 'viewer')],
		['nobody', () => removing(cleo)],
		['the last owner', () => turning(ana, 'editor')],
		['oneself, with new keys that one knows', () => removing(ana)],
		[
			'a second beginning',
			() => ({ kind: 'found', nonce: '', owner: { ...ben, name: 'B', role: 'owner' } }) as const,
		],
	])('about %s', async (_, change) => {
		const chain = await stated(await founded(ana), ana, adding(ben, 'editor'));
		const next = await appendStatement(chain, change(), ana, '');
		expect(next.ok).toBe(false);
		expect(next.ok ? '' : next.problems[0]).toMatch(/^[A-Z].*\.$/);
	});

	test('without the keys that have to be passed on', async () => {
		const chain = await stated(await founded(ana), ana, adding(ben, 'owner'));
		const dan = await deviceOf(9);
		const blind: DeviceIdentity = { ...ben, agree: (key) => dan.agree(key) };
		const theirs = await opened(chain.statements, blind);
		expect(await appendStatement(theirs, adding(cleo, 'viewer'), blind, '')).toMatchObject({
			ok: false,
		});
	});
});

describe('a chain that was tampered with', () => {
	let chain: RosterChain;

	beforeAll(async () => {
		chain = await stated(await founded(ana), ana, adding(ben, 'owner'));
		chain = await stated(chain, ben, adding(cleo, 'reviewer', 'Cleo'));
		chain = await stated(chain, ana, renaming(cleo, 'Cleopatra'));
	});

	/** The chain with one statement otherwise. */
	function withStatement(index: number, change: Partial<RosterStatement>): RosterStatement[] {
		return chain.statements.map((each, at) => (at === index ? { ...each, ...change } : each));
	}

	test.each([
		['role', { change: { kind: 'rename' } }],
		['epoch', { epoch: 2 }],
		['time', { at: '2026-11-22T10:00:00.000Z' }],
		['grants', { grants: [] }],
		['signature', { signature: 'A'.repeat(86) }],
		['predecessor', { previous: 'ab'.repeat(32) }],
		['place', { index: 7 }],
	])('is followed up to the statement whose %s was changed', async (_, change) => {
		const broken = withStatement(2, change as Partial<RosterStatement>);
		const result = await openChain(broken, ana);
		expect(result).toMatchObject({
			ok: true,
			value: { roster: { length: 2 }, fault: { index: 2 } },
		});
	});

	test('is none where its first statement is wrong', async () => {
		expect(await openChain(withStatement(0, { at: '' }), ana)).toMatchObject({
			ok: false,
			problems: [{ index: 0 }],
		});
		expect(await openChain([], ana)).toMatchObject({ ok: false });
	});

	test('is followed up to a statement left out, put in twice or put elsewhere', async () => {
		const [a, b, c, d] = chain.statements as [
			RosterStatement,
			RosterStatement,
			RosterStatement,
			RosterStatement,
		];
		for (const list of [
			[a, b, d],
			[a, b, b, c],
			[a, b, d, c],
		]) {
			const result = await openChain(list, ana);
			expect(result).toMatchObject({ value: { roster: { length: 2 }, fault: { index: 2 } } });
		}
	});

	test('is followed up to a statement that was signed to follow another', async () => {
		const branch = await stated(chain, ana, renaming(cleo, 'Cleo'));
		const other = await stated(chain, ana, renaming(cleo, 'Clea'));
		const grafted = (await stated(other, ana, renaming(ben, 'Benno'))).statements.slice(-1);
		expect(await openChain([...branch.statements, ...grafted], ana)).toMatchObject({
			value: { roster: { length: 5 }, fault: { index: 5 } },
		});
	});

	test('is followed up to a statement by somebody who was no owner', async () => {
		const signed = await signStatement(
			{
				index: 4,
				previous: chain.hashes[3] ?? '',
				at: '',
				signer: cleo.device,
				epoch: 1,
				change: turning(cleo, 'owner'),
				grants: [],
			},
			cleo,
		);
		const result = await openChain([...chain.statements, signed], ana);
		expect(result).toMatchObject({
			value: {
				roster: { length: 4 },
				fault: { index: 4, text: 'Somebody who is no owner changed the member list.' },
			},
		});
	});
});
