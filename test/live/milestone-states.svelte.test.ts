/** Work on whole states of a workbook: what it leaves where it was cancelled or broke down. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Milestone } from '../../src/live/milestone-states.ts';
import { MilestoneStates, type Waiting } from '../../src/live/milestone-states.ts';
import { sha256 } from '../../src/review/keys/hash.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { restoreMilestone } from '../../src/workbook/commands/restore-milestone.ts';
import { aReview, type AReview } from '../support/a-review.ts';
import { aControl, done } from '../support/a-workbook.ts';
import { historyOverChannel, startHistoryHere } from '../support/history-channel.ts';

let ada: AReview;
let states: MilestoneStates;

beforeEach(async () => {
	ada = await aReview();
	states = new MilestoneStates(ada.review.review, ada.live, startHistoryHere);
	return () => states.close();
});

/** Cancels at the moment at which somebody is told that this is being done. */
function cancelledAt(moment: string): Waiting {
	const stop = new AbortController();
	const tell = (what: string): void => {
		if (what === moment) stop.abort();
	};
	return { signal: stop.signal, tell };
}

const milestones = (): readonly Milestone[] => ada.review.state.milestones;

async function named(name: string): Promise<Milestone> {
	const entry = await states.name(name, '', {});
	if (!entry?.ok) throw new Error('It was not named');
	const milestone = milestones().at(-1);
	if (!milestone) throw new Error('It is not there');
	return milestone;
}

describe('naming a state', () => {
	it.each(['Reading the workbook', 'Keeping it'])(
		'that is cancelled at “%s” leaves nothing, and can be begun again',
		async (moment) => {
			aControl(ada.workbook, { controlId: 'AC-01' });
			expect(await states.name('Before', '', cancelledAt(moment))).toBeUndefined();
			expect(milestones()).toEqual([]);
			const { body } = await named('Before');
			expect(body.controls).toBe(1);
			expect((await ada.review.review.store.file(body.snapshot)).ok).toBe(true);
		},
	);

	it('says what to do where the worker breaks down', async () => {
		const failing = new MilestoneStates(ada.review.review, ada.live, () => {
			const worker = historyOverChannel(() => undefined);
			setTimeout(() => worker.fail());
			return Promise.resolve(worker);
		});
		const outcome = await failing.name('Before', '', {});
		expect(outcome).toMatchObject({ ok: false, problems: [{ text: /^The browser stopped/ }] });
		expect(milestones()).toEqual([]);
	});
});

describe('comparing states', () => {
	it('says in words that a milestone is no workbook, whoever named it, and opens the next one', async () => {
		aControl(ada.workbook, { controlId: 'AC-01' });
		const before = await named('Before');
		const bytes = Uint8Array.of(1, 2, 3, 255);
		const snapshot = await sha256(bytes);
		await ada.review.review.store.keepFile(snapshot, bytes);
		const forged: Milestone = { ...before, body: { ...before.body, name: 'Forged', snapshot } };
		expect(await states.compare(forged, undefined, {})).toMatchObject({
			ok: false,
			problems: [{ text: /^The content of “Forged” is not that of a workbook/ }],
		});
		expect(await states.compare(before, undefined, {})).toMatchObject({ ok: true });
	});

	it('that is cancelled comes to nothing, and can be begun again', async () => {
		const control = aControl(ada.workbook, { controlId: 'AC-01', owner: 'CTO' });
		const before = await named('Before');
		const edits = [{ control: control.id, column: 'owner', value: 'CISO' }] as const;
		done(ada.workbook, editControls, { edits });
		expect(await states.compare(before, undefined, cancelledAt('Comparing'))).toBeUndefined();
		expect(await states.compare(before, undefined, {})).toMatchObject({
			value: { changes: [{ id: control.id, people: [{ by: { name: 'Ada' } }], times: 1 }] },
		});
	});

	it('two at once wait for each other', async () => {
		const control = aControl(ada.workbook, { controlId: 'AC-01' });
		const [one, two] = [await named('One'), await named('Two')];
		aControl(ada.workbook, { controlId: 'AC-02' });
		const [same, different] = await Promise.all([
			states.compare(one, two, {}),
			states.compare(one, undefined, {}),
		]);
		expect(same).toMatchObject({ value: { changes: [] } });
		expect(different).toMatchObject({ value: { changes: [{ kind: 'created' }] } });
		expect(ada.workbook.controls.get(control.id)).toBeDefined();
	});

	it('names records that are gone as they were', async () => {
		const control = aControl(ada.workbook, { controlId: 'AC-01' });
		const before = await named('Before');
		ada.workbook.undo();
		const compared = await states.compare(before, undefined, {});
		expect(compared).toMatchObject({ value: { changes: [{ kind: 'removed' }] } });
		expect(compared?.ok && compared.value.gone.get(control.id)).toEqual(control);
	});
});

describe('restoring', () => {
	it('[N-7] takes what stands now for the value before, also what was typed since it was worked out', async () => {
		const control = aControl(ada.workbook, { controlId: 'AC-01', owner: 'CTO' });
		const before = await named('Before');
		const setOwner = (value: string): void => {
			const edits = [{ control: control.id, column: 'owner', value }] as const;
			done(ada.workbook, editControls, { edits });
		};
		setOwner('CISO');
		const found = await states.whatRestores(before, {});
		setOwner('CEO');
		const records = found?.ok ? found.value : [];
		done(ada.workbook, restoreMilestone, { records, name: 'Before' });
		expect(ada.workbook.controls.get(control.id)?.owner).toBe('CTO');
		ada.workbook.undo();
		expect(ada.workbook.controls.get(control.id)?.owner).toBe('CEO');
	});

	it('[N-7] a second time changes nothing: what is put away keeps its reason', async () => {
		const before = await named('Before');
		aControl(ada.workbook, { controlId: 'NEW-01' });
		for (const changed of [true, false]) {
			const found = await states.whatRestores(before, {});
			const records = found?.ok ? found.value : [];
			const outcome = ada.workbook.run(restoreMilestone, { records, name: 'Before' });
			expect(outcome).toMatchObject({ value: { changed } });
		}
	});
});
