/**
 * Frames that no honest device sends: each is refused, counted under its reason with whoever sent it,
 * and leaves document, entries and member list as they were; the session goes on.
 */
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { EntryBody, ReviewEntry } from '../../../src/model/review/entry.ts';
import type { Role } from '../../../src/model/review/member.ts';
import type { Frame } from '../../../src/review/carrier.ts';
import { greatestBody, greatestFrame, type Refusal } from '../../../src/review/frame.ts';
import { createDeviceKeys, identityOf, publicBytes } from '../../../src/review/keys/device-keys.ts';
import { joined } from '../../../src/review/sealing/bytes.ts';
import {
	boundToSeal,
	cipherStart,
	nonceStart,
	type FramePlace,
} from '../../../src/review/sealing/frame-layout.ts';
import { deflated } from '../../../src/review/sealing/deflated.ts';
import { seal, unseal } from '../../../src/review/sealing/sealed-box.ts';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { settle } from '../../support/a-group.ts';
import { done } from '../../support/a-workbook.ts';
import { bytesOf, type HostileMember } from '../../support/hostile-member.ts';
import {
	anUpdate,
	aScene,
	aThread,
	expectWorking,
	refusedBy,
	stateOf,
	type Scene,
} from '../../support/hostile-scene.ts';

interface Attack {
	readonly frames: readonly Frame[];
	readonly refusal: Refusal;
	/** Cleo, unless another device signed it. */
	readonly from?: string;
	/** How many are refused, where not all frames are. */
	readonly count?: number;
}

type Case = readonly [title: string, role: Role, attack: (scene: Scene) => Promise<Attack>];

const decide: EntryBody = {
	...{ kind: 'decide', suggestion: `${'A'.repeat(43)}.review.1` },
	...{ outcome: 'accepted', note: '' },
};

const cases: readonly Case[] = [
	[
		'signed by a stranger who has the key',
		'viewer',
		async ({ cleo }) => {
			const identity = identityOf(await createDeviceKeys());
			const frame = await cleo.sealed('update', anUpdate(), { identity });
			return { frames: [frame], refusal: 'stranger', from: identity.device };
		},
	],
	[
		'an update written by a viewer',
		'viewer',
		async ({ cleo }) => ({
			frames: [await cleo.sealed('update', anUpdate())],
			refusal: 'not-allowed',
		}),
	],
	[
		'an update written by a reviewer',
		'reviewer',
		async ({ cleo }) => ({
			frames: [await cleo.sealed('update', anUpdate())],
			refusal: 'not-allowed',
		}),
	],
	[
		'with the signature of another',
		'viewer',
		async ({ ada, cleo }) => {
			const frame = await cleo.sealed('update', anUpdate());
			const signer = publicBytes(ada.review.identity.device);
			return { frames: [await changedInside(cleo, frame, 2, signer)], refusal: 'forged' };
		},
	],
	[
		'an honest one whose kind was changed by a member',
		'viewer',
		async ({ cleo }) => {
			const frame = await cleo.sealed('presence', bytesOf({}));
			return { frames: [await changedInside(cleo, frame, 0, Uint8Array.of(1))], refusal: 'forged' };
		},
	],
	[
		'moved to another channel',
		'reviewer',
		async ({ cleo }) => {
			const frame = await cleo.sealed('entries', bytesOf([]));
			return { frames: [changed(frame, 1, 1)], refusal: 'sealed' };
		},
	],
	[
		'moved to a later epoch',
		'reviewer',
		async ({ cleo }) => {
			const frame = await cleo.sealed('entries', bytesOf([]));
			return { frames: [changed(frame, 5, 9)], refusal: 'new-epoch', from: cleo.id };
		},
	],
	[
		'moved to an epoch before the first',
		'reviewer',
		async ({ cleo }) => {
			const frame = await cleo.sealed('entries', bytesOf([]));
			return { frames: [changed(frame, 5, 0)], refusal: 'old-epoch' };
		},
	],
	[
		'of another group',
		'editor',
		async ({ cleo }) => ({
			frames: [await cleo.sealed('update', anUpdate(), { group: 'ab'.repeat(32) })],
			refusal: 'sealed',
		}),
	],
	[
		'of a reviewer to the team, whose key a friend gave away',
		'reviewer',
		async ({ ben, cleo }) => {
			const { membership } = ben.review;
			const key = membership.keyOf('team', membership.epoch);
			const entry = await cleo.entry(aThread('x'), { channel: 'team' });
			const frame = await cleo.entries([entry], { channel: 'team', key });
			return { frames: [frame], refusal: 'not-allowed' };
		},
	],
	[
		'an entry in the name of another',
		'reviewer',
		async ({ ben, cleo }) => {
			const { device } = ben.review.identity;
			const entry = await cleo.entry(aThread('I am Ben'), { author: device, seq: 2 });
			return { frames: [await cleo.entries([entry])], refusal: 'forged' };
		},
	],
	[
		'an entry that was changed after it was signed',
		'reviewer',
		async ({ cleo }) => {
			const entry = await cleo.entry(aThread('Fine'));
			const other = { ...entry, body: aThread('Not fine') };
			return { frames: [await cleo.entries([other])], refusal: 'forged' };
		},
	],
	[
		'an entry of a stranger',
		'reviewer',
		async ({ cleo }) => {
			const stranger = identityOf(await createDeviceKeys());
			const entry = await cleo.entry(aThread('Hello'), { author: stranger.device }, stranger);
			return { frames: [await cleo.entries([entry])], refusal: 'stranger' };
		},
	],
	[
		'an entry of a viewer',
		'viewer',
		async ({ cleo }) => ({
			frames: [await cleo.entries([await cleo.entry(aThread('Hello'))])],
			refusal: 'not-allowed',
		}),
	],
	[
		'a decision of a reviewer',
		'reviewer',
		async ({ cleo }) => ({
			frames: [await cleo.entries([await cleo.entry(decide)])],
			refusal: 'not-allowed',
		}),
	],
	[
		'a note of the team before everybody',
		'editor',
		async ({ cleo }) => {
			const note: EntryBody = { kind: 'note', subject: { kind: 'workbook' }, text: 'x' };
			return { frames: [await cleo.entries([await cleo.entry(note)])], refusal: 'not-allowed' };
		},
	],
	[
		'an entry of the team in a frame for everybody',
		'reviewer',
		async ({ cleo }) => ({
			frames: [await cleo.entries([await cleo.entry(aThread('x'), { channel: 'team' })])],
			refusal: 'malformed',
		}),
	],
	[
		'two entries at one place',
		'reviewer',
		async ({ cleo }) => {
			const [one] = await cleo.chain([aThread('Yes')]);
			const [other] = await cleo.chain([aThread('No')]);
			await cleo.send(await cleo.entries([one]));
			return { frames: [await cleo.entries([other])], refusal: 'fork' };
		},
	],
	[
		'an entry whose clock leaves others no number',
		'reviewer',
		async ({ cleo }) => {
			const entry = await cleo.entry(aThread('x'), { clock: Number.MAX_SAFE_INTEGER });
			return { frames: [await cleo.entries([entry])], refusal: 'unsafe' };
		},
	],
	[
		'larger than a frame may be',
		'editor',
		() => {
			const frame = new Uint8Array(greatestFrame + 1).fill(1);
			return Promise.resolve({ frames: [frame], refusal: 'oversized' });
		},
	],
	[
		'small, and larger than a body may be once inflated',
		'editor',
		async ({ cleo }) => {
			const body = await deflated(new Uint8Array(greatestBody + 1));
			const frame = await cleo.sealed('update', body, { deflate: 'done' });
			return { frames: [frame], refusal: 'oversized' };
		},
	],
	...(
		[
			['update', 'editor'],
			['entries', 'reviewer'],
			['have', 'viewer'],
			['presence', 'viewer'],
		] as const
	).map(([kind, role]): Case => [
		`of the kind ${kind} with nonsense in it`,
		role,
		async ({ cleo }) => ({
			frames: [await cleo.sealed(kind, Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255))],
			refusal: 'malformed',
		}),
	]),
	[
		'a word of what it has whose state vector is none',
		'viewer',
		async ({ cleo }) => ({
			frames: [await cleo.have({ vector: new Uint8Array(12).fill(255) })],
			refusal: 'malformed',
		}),
	],
	[
		'no frame at all',
		'viewer',
		() =>
			Promise.resolve({
				frames: [new Uint8Array(), Uint8Array.of(1), new Uint8Array(200)],
				refusal: 'malformed',
			}),
	],
	[
		'of a version to come',
		'viewer',
		() => Promise.resolve({ frames: [Uint8Array.of(9, 9, 9)], refusal: 'newer' }),
	],
	[
		'an update under the name that only the receiver writes under',
		'editor',
		async ({ ada, cleo }) => {
			const { clientID } = ada.workbook.doc;
			const own = Y.encodeStateAsUpdate(ada.workbook.doc);
			const next = anUpdate((doc) => {
				Y.applyUpdate(doc, own);
				doc.clientID = clientID;
				doc.getMap('controls').set('hostile', {});
			});
			return { frames: [await cleo.sealed('update', next)], refusal: 'unsafe' };
		},
	],
	[
		'an update with things that no workbook is made of',
		'editor',
		async ({ cleo }) => {
			const update = anUpdate((doc) => doc.getMap('controls').set('x', new Y.Map()));
			return { frames: [await cleo.sealed('update', update)], refusal: 'unsafe' };
		},
	],
	[
		'the same word of presence twice',
		'viewer',
		async ({ cleo }) => {
			const frame = await cleo.sealed('presence', bytesOf(aPresence()));
			return { frames: [frame, frame], refusal: 'replayed', count: 1 };
		},
	],
	[
		'entries that were taken, a second time',
		'reviewer',
		async ({ cleo }) => {
			const frame = await cleo.entries(await cleo.chain([aThread('Once')]));
			await cleo.send(frame);
			return { frames: [frame], refusal: 'replayed' };
		},
	],
	[
		'a word of presence of an hour ago',
		'viewer',
		async ({ cleo }) => {
			const old = bytesOf(aPresence({ at: '2026-11-21T11:00:00.000Z' }));
			return { frames: [await cleo.sealed('presence', old)], refusal: 'replayed' };
		},
	],
	[
		'an entry with a property of a newer version',
		'reviewer',
		async ({ cleo }) => {
			const body: EntryBody & { mood: string } = { ...aThread('x'), mood: 'fine' };
			return { frames: [await cleo.entries([await cleo.entry(body)])], refusal: 'newer' };
		},
	],
	[
		'an entry of a kind of a newer version',
		'reviewer',
		async ({ cleo }) => {
			const body = { kind: 'poll', text: 'x' } as unknown as EntryBody;
			return { frames: [await cleo.entries([await cleo.entry(body)])], refusal: 'newer' };
		},
	],
];

describe('[P-2] [P-5] hostile frames are refused, counted with their reason and sender, and change nothing', () => {
	test.each(cases)('%s', async (_title, role, attack) => {
		const scene = await aScene(role);
		const { group, ada, ben, cleo } = scene;
		const { frames, refusal, from = cleo.id, count = frames.length } = await attack(scene);
		await settle(group, 0);
		const before = await stateOf([ada, ben]);
		const counted = refusedBy(ada, refusal, from);

		for (const frame of frames) await cleo.send(frame);
		await settle(group, 0);

		expect(refusedBy(ada, refusal, from) - counted).toBe(count);
		expect(await stateOf([ada, ben])).toEqual(before);
		await expectWorking(scene);
	});
});

describe('[P-2] hostile frames in numbers', () => {
	test('junk closes the link it comes from', async () => {
		const scene = await aScene('viewer');
		const { group, cleo } = scene;
		for (let count = 0; count < 250; count += 1) {
			await cleo.send(Uint8Array.of(1, count, 3, 4)).catch(() => undefined);
			if (count % 50 === 49) await settle(group, 0);
		}
		expect(group.cables.isJoined('Ada', 'Cleo')).toBe(false);
		expect(group.cables.isJoined('Ada', 'Ben')).toBe(true);
		await expectWorking(scene);
	});

	test('member lists made to be costly to open are tried a few times only', async () => {
		const scene = await aScene('viewer');
		const { group, ada, cleo } = scene;
		const costly = new Uint8Array(47 + 400 * 48 + 16).fill(9);
		costly.set([2]);
		costly.set([1, 144], 45);
		for (let count = 0; count < 80; count += 1) await cleo.send(costly);
		await settle(group, 0);
		expect(refusedBy(ada, 'sealed', cleo.id) + refusedBy(ada, 'flood', cleo.id)).toBe(80);
		expect(refusedBy(ada, 'flood', cleo.id)).toBeGreaterThanOrEqual(30);
		await expectWorking(scene);
	}, 30_000);

	test('who cannot change the workbook may send only so much', async () => {
		const scene = await aScene('viewer');
		const { group, ada, cleo } = scene;
		for (let count = 0; count < 450; count += 1) {
			await cleo.send(await cleo.sealed('presence', bytesOf(aPresence({ seq: count }))));
		}
		await settle(group, 0);
		expect(refusedBy(ada, 'flood', cleo.id)).toBeGreaterThanOrEqual(50);
		await expectWorking(scene);
	});

	test('a device that claims to be open in a thousand tabs is shown in a few', async () => {
		const scene = await aScene('viewer');
		const { group, ada, cleo } = scene;
		for (let count = 0; count < 100; count += 1) {
			await cleo.send(await cleo.sealed('presence', bytesOf(aPresence({ run: `run${count}` }))));
		}
		await settle(group, 0);
		expect(ada.session.presence.all).toHaveLength(8);
	});

	test('entries that follow on nothing are asked for once and push out nobody else', async () => {
		const scene = await aScene('reviewer');
		const { group, ada, cleo } = scene;
		const asked = (await cleo.haves()).length;
		for (let count = 0; count < 300; count += 1) {
			await cleo.send(await cleo.entries([await cleo.entry(aThread('x'), { seq: count + 5 })]));
		}
		await settle(group, 0);
		expect(refusedBy(ada, 'gap', cleo.id)).toBe(200);
		expect((await cleo.haves()).length - asked).toBeLessThan(10);
		await expectWorking(scene);
	});

	test('updates that build on nothing are asked for once', async () => {
		const scene = await aScene('editor');
		const { group, ada, cleo } = scene;
		const before = await stateOf([ada]);
		const asked = (await cleo.haves()).length;
		const doc = new Y.Doc();
		for (let count = 0; count < 200; count += 1) {
			const known = Y.encodeStateVector(doc);
			doc.getMap('controls').set(`hostile${count}`, {});
			if (count === 0) continue;
			const update = Y.encodeStateAsUpdate(doc, known) as Uint8Array<ArrayBuffer>;
			await cleo.send(await cleo.sealed('update', update));
		}
		await settle(group, 0);
		expect(await stateOf([ada])).toEqual(before);
		expect((await cleo.haves()).length - asked).toBeLessThan(10);
		await expectWorking(scene);
	});

	test('one right entry among wrong ones is taken, and nobody is blamed for passing it on', async () => {
		const scene = await aScene('reviewer');
		const { group, ada, ben, cleo } = scene;
		const [right] = await cleo.chain([aThread('Right')]);
		const forged = { ...(await cleo.entry(aThread('x'))), signature: 'A'.repeat(86) };
		const { device } = ben.review.identity;
		const wrong: ReviewEntry[] = Array.from({ length: 300 }, (_, index) => ({
			...{ ...forged, author: device, seq: 100 + index },
		}));
		await cleo.send(await cleo.entries([right, ...wrong]));
		await settle(group);
		expect(refusedBy(ada, 'forged', cleo.id)).toBe(300);
		for (const { review } of [ada, ben]) expect(review.log.entries).toContainEqual(right);
		expect(ben.session.refusals.all.filter(({ refusal }) => refusal !== 'replayed')).toEqual([]);
		expect(group.cables.isJoined('Ada', 'Ben')).toBe(true);
		await expectWorking(scene);
	});

	test('names of strangers do not gather in what devices tell one another', async () => {
		const scene = await aScene('reviewer');
		const { group, ada, cleo } = scene;
		const [right] = await cleo.chain([aThread('Right')]);
		const forged = await cleo.entry(aThread('x'));
		const strangers = Array.from({ length: 50 }, (_, index) => ({
			...{ ...forged, author: String(index).padStart(43, 'x') },
		}));
		await cleo.send(await cleo.entries([right, ...strangers]));
		await settle(group, 0);
		expect(refusedBy(ada, 'stranger', cleo.id)).toBe(50);
		expect(Object.keys(ada.review.log.heads)).toHaveLength(3);
	});
});

test('[P-9] records that many at once would be removed from stay where the person says so, who is asked once', async () => {
	const scene = await aScene('editor');
	const { group, ada, ben, cleo } = scene;
	const rows = Array.from({ length: 30 }, (_, index) => ({ title: `Control ${index}` }));
	done(ada.workbook, addControls, { rows });
	await settle(group);
	for (const device of [ada, ben]) device.takesMass = false;
	const before = await stateOf([ada, ben]);

	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada.workbook.doc));
	const known = Y.encodeStateVector(doc);
	for (const key of [...doc.getMap('controls').keys()]) doc.getMap('controls').delete(key);
	const removal = Y.encodeStateAsUpdate(doc, known) as Uint8Array<ArrayBuffer>;
	for (let count = 0; count < 3; count += 1) {
		await cleo.send(await cleo.sealed('update', removal));
		await settle(group);
	}
	expect(ada.asked).toEqual([32]);
	expect(await stateOf([ada, ben])).toEqual(before);
	done(ben.workbook, addControls, { rows: [{ title: 'From Ben' }] });
	await settle(group);
	expect(await ada.digest()).toBe(await ben.digest());
});

test('[P-9] records that many at once would be written over wait with the rest of that change, until it is taken', async () => {
	const { group, ada, cleo } = await aScene('editor');
	const rows = Array.from({ length: 30 }, (_, index) => ({ title: `Control ${index}` }));
	done(ada.workbook, addControls, { rows });
	await settle(group);
	ada.takesMass = false;
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada.workbook.doc));
	const known = Y.encodeStateVector(doc);
	doc.transact(() => {
		for (const key of [...doc.getMap('controls').keys()]) doc.getMap('controls').set(key, 0);
	});
	const over = Y.encodeStateAsUpdate(doc, known) as Uint8Array<ArrayBuffer>;
	const since = Y.encodeStateVector(doc);
	doc.getMap('controls').set('later', { title: 'Later' });
	const later = Y.encodeStateAsUpdate(doc, since) as Uint8Array<ArrayBuffer>;
	for (const update of [over, over, later]) {
		await cleo.send(await cleo.sealed('update', update));
		await settle(group);
	}
	expect(ada.asked).toEqual([32]);
	const [left, ...more] = ada.session.removals.left;
	expect(left).toMatchObject({ from: cleo.id, mass: { deleted: 32, overwritten: 32 } });
	expect(more).toEqual([]);
	expect(ada.workbook.controls.all()).toHaveLength(32);
	expect(ada.session.hasUnread).toBe(true);

	if (left) ada.session.removals.agree(left);
	await settle(group);
	expect(ada.session.removals.left).toEqual([]);
	expect([...ada.workbook.doc.getMap('controls').entries()]).toEqual(
		expect.arrayContaining([['later', { title: 'Later' }]]),
	);
	// Rows that are none any more.
	expect(ada.workbook.controls.all()).toEqual([]);
	expect(ada.session.hasUnread).toBe(false);
});

function aPresence(change: Readonly<Record<string, unknown>> = {}) {
	return {
		...{ run: 'run', seq: 1, at: '2026-11-21T12:00:30.000Z', name: 'Cleo' },
		...{ place: { place: 'controls' }, state: 'here', ...change },
	};
}

function changed(frame: Frame, at: number, value: number): Frame {
	const copy = frame.slice();
	copy[at] = value;
	return copy;
}

/** Opens what a member sealed, changes what lies inside and seals it again under the same key. */
async function changedInside(
	cleo: HostileMember,
	frame: Frame,
	start: number,
	bytes: Uint8Array<ArrayBuffer>,
): Promise<Frame> {
	const { membership } = cleo.device.review;
	const place: FramePlace = {
		...{ group: membership.group ?? '', channel: 'review', epoch: membership.epoch },
	};
	const key = membership.keyOf('review', place.epoch);
	const nonce = frame.slice(nonceStart, cipherStart);
	const inside = key && (await unseal(key, nonce, boundToSeal(place), frame.slice(cipherStart)));
	if (!inside) throw new Error('No frame of this group');
	inside.set(bytes, start);
	return joined(frame.slice(0, cipherStart), await seal(key, nonce, boundToSeal(place), inside));
}
