/** Signed entries: what was signed is checked anywhere, and nothing else passes. */
import { beforeAll, describe, expect, test } from 'vitest';

import { entrySchema, type UnsignedEntry } from '../../../src/model/review/entry.ts';
import type { DeviceIdentity } from '../../../src/review/keys/device-keys.ts';
import { entryHash, signEntry, verifyEntry } from '../../../src/review/sealing/entry-signature.ts';
import { deviceOf } from '../../support/a-device.ts';

const scope = 'review:9f8e7d';
let ana: DeviceIdentity;
let unsigned: UnsignedEntry;

beforeAll(async () => {
	ana = await deviceOf(1);
	unsigned = {
		author: ana.device,
		channel: 'review',
		seq: 1,
		previous: '',
		clock: 1,
		at: '2026-11-21T10:00:00.000Z',
		name: 'Ana',
		body: {
			kind: 'thread',
			subject: { kind: 'cell', record: 'control:1', field: 'owner' },
			text: 'Who owns this? \ud800',
			mentions: [],
		},
	};
});

describe('a signed entry', () => {
	test('is right after it was written as JSON and read again', async () => {
		const entry = await signEntry(unsigned, ana, scope);
		const read = entrySchema.parse(JSON.parse(JSON.stringify(entry)));
		expect(await verifyEntry(read, scope)).toBe(true);
		expect(await entryHash(read)).toBe(await entryHash(entry));
	});

	test('has the same signature and hash for ever', async () => {
		const entry = await signEntry(unsigned, ana, scope);
		expect(entry.signature).toBe(
			'mMrrg3D_daCSVL6Kwtt9zi9-3-FQAHy1E5QM-6w437exGL978VuVuYiCfXIZh7sNC9Df-aJuAXHSJ4HzH3H0DQ',
		);
		expect(await entryHash(entry)).toBe(
			'3d3e3ebe06ab1604f1ccbe6bf50b6da2d39da2a4e5272b6a22fc2d2c0a62fe78',
		);
	});

	test('says nothing in another workbook', async () => {
		const entry = await signEntry(unsigned, ana, scope);
		expect(await verifyEntry(entry, 'review:other')).toBe(false);
	});

	test('is wrong where any part of it is another', async () => {
		const entry = await signEntry(unsigned, ana, scope);
		const other = await deviceOf(3);
		const changes = [
			{ author: other.device },
			{ channel: 'team' },
			{ seq: 2 },
			{ previous: 'ab'.repeat(32) },
			{ clock: 2 },
			{ at: '2026-11-21T10:00:00.001Z' },
			{ name: 'Anna' },
			{ body: { ...unsigned.body, text: 'Who owns this? \ud801' } },
			{ signature: 'A'.repeat(86) },
			{ signature: '' },
		] as const;
		for (const change of changes) {
			const changed = { ...entry, ...change } as typeof entry;
			expect(await verifyEntry(changed, scope), JSON.stringify(change)).toBe(false);
			expect(await entryHash(changed)).not.toBe(await entryHash(entry));
		}
	});

	test('is signed by its author only', async () => {
		await expect(signEntry(unsigned, await deviceOf(3), scope)).rejects.toThrow();
	});
});
