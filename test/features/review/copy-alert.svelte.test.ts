/** What a member sees of a copy that went on in two places. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import CopyAlert from '../../../src/features/review/session/CopyAlert.svelte';
import { aReviewGroup, seenBy } from '../../support/a-review.ts';
import { at } from '../../support/at.ts';
import { aThread } from '../../support/hostile-scene.ts';

test('[P-23] a copy warns before it meets others, and says where it contradicts itself, with what to do', async () => {
	const { members, group, settle } = await aReviewGroup(['owner', 'editor']);
	const { device } = at(members, 1);
	const entries = new Map(device.shelf.entries);
	await device.review.write(aThread('Later'));
	await settle();
	await device.kill();
	device.shelf.entries.clear();
	for (const [id, entry] of entries) device.shelf.entries.set(id, entry);
	device.shelf.copiedAt = '2026-11-20T12:00:00.000Z';
	await device.start();
	await device.plugIn();
	const { review } = seenBy(device);
	let saved = 0;
	render(CopyAlert, { review, onsave: () => (saved += 1) });
	expect(screen.getByRole('status').textContent).toContain('This is a copy from');

	await device.review.write(aThread('Contradicts'));
	await device.review.write(aThread('And goes on'));
	group.cables.join('Ada', 'Ben');
	await settle();
	flushSync();
	expect(screen.queryByRole('status')).toBeNull();
	expect(screen.getByRole('alert').textContent).toContain('Join again as another device');
	screen.getByRole('button', { name: 'Save a copy now' }).click();
	expect(saved).toBe(1);
});
