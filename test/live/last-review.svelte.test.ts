import { beforeEach, describe, expect, it } from 'vitest';
import { LastReview } from '../../src/live/last-review.svelte.ts';
import type { ReviewEntry } from '../../src/model/review/entry.ts';
import { beginningOfLastRun } from '../../src/model/review/review-run.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import type { Control } from '../../src/model/records/control.ts';
import { aReviewGroup, written, type AReview, type AReviewGroup } from '../support/a-review.ts';
import { aControl, done } from '../support/a-workbook.ts';

let group: AReviewGroup;
let ada: AReview;
let ben: AReview;
let cleo: AReview;
let control: Control;

beforeEach(async () => {
	group = await aReviewGroup(['owner', 'editor', 'reviewer']);
	[ada, ben, cleo] = group.members as [AReview, AReview, AReview];
	control = aControl(ada.workbook, { controlId: 'AC-1', owner: 'CTO' });
	await group.settle();
});

function setOwner({ workbook }: AReview, value: string): void {
	done(workbook, editControls, { edits: [{ control: control.id, column: 'owner', value }] });
}

function look({ review }: AReview): Promise<string> {
	const subject = { kind: 'record', record: control.id } as const;
	return written(review, { kind: 'look', subject, content: 'a'.repeat(64), outcome: 'fine' });
}

const since = ({ review, live }: AReview) =>
	review.lastReview.stretch(live.activity)?.within.map(({ by }) => by.name);

describe('since my last review', () => {
	it('[N-9] is nothing that was looked at, and begins with the first look of a walk', async () => {
		expect(since(cleo)).toBeUndefined();
		await look(cleo);
		expect(since(cleo)).toEqual([]);
		setOwner(ada, 'CISO');
		await group.settle();
		await look(cleo);
		expect(since(cleo)).toEqual(['Ada']);
	});

	it('[N-9] is what arrived since, whatever its author’s clock says, after a restart too', async () => {
		group.group.cables.part('Ada', 'Ben');
		// By the clock, before all that Cleo looks at.
		setOwner(ben, 'Ops lead');
		setOwner(ada, 'CISO');
		await group.settle();
		await look(cleo);
		group.group.cables.join('Ada', 'Ben');
		await group.settle();
		expect(since(cleo)).toEqual(['Ben']);

		const { review } = cleo.review;
		const again = new LastReview(review, cleo.workbook, () => review.log.entries);
		await review.store.marksOf('last-review');
		expect(again.stretch(cleo.live.activity)?.within).toHaveLength(1);
		again.close();
	});
});

describe('the last run of looks', () => {
	const entry = (at: string, kind: string, author = 'me') =>
		({ at: `2026-11-${at}:00.000Z`, author, body: { kind } }) as ReviewEntry;

	it('begins after a night in which nothing was looked at or signed', () => {
		const run = [
			entry('20T16:00', 'look'),
			entry('21T09:00', 'look'),
			entry('21T09:30', 'thread'),
			entry('21T12:00', 'sign'),
			entry('21T15:00', 'look', 'other'),
			entry('21T17:00', 'look'),
		];
		expect(beginningOfLastRun(run, 'me')).toBe(run[1]);
		expect(beginningOfLastRun(run.slice(0, 1), 'me')).toBe(run[0]);
		expect(beginningOfLastRun(run, 'nobody')).toBeUndefined();
	});
});
