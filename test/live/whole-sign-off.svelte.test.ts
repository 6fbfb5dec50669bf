/** Sign-offs of the whole workbook as screens hear of them (SPEC P-15, P-20). */
import { flushSync } from 'svelte';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { outdatedSignOffs } from '../../src/model/review/outdated-sign-offs.ts';
import { contentText } from '../../src/model/review/signed-content.ts';
import { Awaiting } from '../../src/parts/review/awaiting.svelte.ts';
import { Signing } from '../../src/parts/review/signing.svelte.ts';
import { sha256Text } from '../../src/review/keys/hash.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { contentDigest } from '../../src/workbook/content-digest.ts';
import { aReview, written, type AReview } from '../support/a-review.ts';
import { aControl, done } from '../support/a-workbook.ts';

const subject = { kind: 'workbook' } as const;

/** What the places that speak of it say, kept up as a screen keeps it. */
function watched({ live, review }: AReview) {
	const signing = new Signing(live, review, () => subject);
	const awaiting = new Awaiting(live, review);
	let said: readonly unknown[] = [];
	let changes: readonly string[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			const { contents, state } = review;
			said = [
				...signing.signOffs.map((signOff) => signing.standing(signOff).kind),
				awaiting.items.filter(({ kind }) => kind === 'sign-off').length,
				outdatedSignOffs(state, (one) => contents.hash(one.subject, one.shown), live.names).length,
				signing.offers.filter(({ refused }) => refused === undefined).map(({ as }) => as),
			];
			changes = signing.signOffs.flatMap((signOff) =>
				(signing.changes(signOff) ?? []).map(({ label, after }) => `${label}: ${after}`),
			);
		});
	});
	onTestFinished(stop);
	flushSync();
	return {
		/** Resolves once all of them say this. */
		says: (what: readonly unknown[]) =>
			vi.waitFor(() => expect(said).toEqual(what), { timeout: 20_000 }),
		changes: () => changes,
	};
}

function retitle({ workbook }: AReview, value: string): void {
	const edits = workbook.controls
		.all()
		.map(({ id }) => ({ control: id, column: 'title' as const, value }));
	done(workbook, editControls, { edits });
}

describe('a sign-off of the whole workbook', () => {
	it('[P-15] is out of date after an edit, everywhere at once, and stands again when it is undone', async () => {
		const ada = await aReview();
		aControl(ada.workbook, { controlId: 'AC-01' });
		expect((await ada.review.sign(subject, 'preparer')).ok).toBe(true);
		const { says, changes } = watched(ada);
		await says(['valid', 0, 0, []]);
		retitle(ada, 'Another');
		await says(['out-of-date', 1, 1, ['preparer']]);
		expect(changes()).toEqual(['Controls: 1 control, changed or new']);
		ada.live.undo();
		await says(['valid', 0, 0, []]);
		expect(changes()).toEqual([]);
	});

	it('[P-15] signed in the first form, over the history too, is held against that', async () => {
		const ada = await aReview();
		aControl(ada.workbook, { controlId: 'AC-01' });
		const { whole: content } = await contentDigest(ada.workbook.doc);
		const shown = contentText({
			...{ format: 'readiness-workbook/content/1', kind: 'workbook', content },
		});
		await written(ada.review, {
			...{ kind: 'sign', subject, as: 'preparer', note: '', shown },
			content: await sha256Text(shown),
		});
		const { says, changes } = watched(ada);
		await says(['valid', 0, 0, []]);
		ada.workbook.note('hand-back', 'Handed back');
		await says(['out-of-date', 1, 1, ['preparer']]);
		expect(changes()).toEqual([
			'Workbook and history: Something was done in the workbook since: look at the history',
		]);
	});
});
