/** The review of a record in its panel, the marks it leaves in grids, and what awaits a person. */
import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import ForYou from '../../../src/parts/review/ForYou.svelte';
import RecordReview from '../../../src/parts/review/RecordReview.svelte';
import { reviewMarks } from '../../../src/parts/review/review-marks.svelte.ts';
import { valueToSet } from '../../../src/model/review/review-items.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import { aReview, aReviewGroup, written, type AReview } from '../../support/a-review.ts';
import { aControl } from '../../support/a-workbook.ts';
import { at } from '../../support/at.ts';

function open({ live, review }: AReview) {
	const record = at(live.controls, 0);
	render(RecordReview, { workbook: live, review, record, toasts: new ToastQueue() });
	return { user: userEvent.setup(), record };
}

describe('the review of a record', () => {
	it('keeps a team note, which the browser of a reviewer never gets', async () => {
		const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = [at(members, 0), at(members, 1)];
		const { id } = aControl(ada.workbook, { controlId: 'AC-01' });
		const { user } = open(ada);
		await user.type(screen.getByLabelText('Team note'), 'Ask legal first');
		await user.click(screen.getByText('Save note'));
		expect(await screen.findByText('1')).toBeInTheDocument();
		await settle();
		expect(ada.review.state.noteOn({ kind: 'record', record: id })?.text).toBe('Ask legal first');
		expect(ben.review.entries).toEqual([]);
	});

	it('lets a reviewer suggest a value, which changes nothing by itself', async () => {
		const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = [at(members, 0), at(members, 1)];
		aControl(ada.workbook, { controlId: 'AC-01', title: 'Old' });
		await settle();
		const { user } = open(ben);
		expect(screen.queryByLabelText('Team note')).not.toBeInTheDocument();
		await user.type(screen.getByLabelText('Suggest a value for'), 'Title{Enter}');
		await user.clear(screen.getByLabelText('Title'));
		await user.type(screen.getByLabelText('Title'), 'New');
		await user.type(screen.getByLabelText('Why'), 'It is newer');
		await user.click(screen.getByText('Suggest'));
		const made = await screen.findByLabelText('Suggestion for Title');
		expect(within(made).getByText('New')).toBeInTheDocument();
		await settle();
		expect(at(ada.workbook.controls.all(), 0).title).toBe('Old');
		const [got] = [...ada.review.state.suggestions.values()];
		expect(got).toMatchObject({ present: 'Old', proposed: 'New', text: 'It is newer' });
	});

	it('offers the parts in their order, and says why not the others', async () => {
		const ada = await aReview();
		aControl(ada.workbook, { controlId: 'AC-01' });
		open(ada);
		expect((await screen.findAllByText('Sign as preparer')).length).toBeGreaterThan(0);
		expect(screen.queryByText('Sign as reviewer')).not.toBeInTheDocument();
		expect(
			screen.getAllByText('Reviewer: Nobody has signed this as preparer as it stands now.').length,
		).toBeGreaterThan(0);
	});
});

describe('marks of the grids', () => {
	it('count open threads and waiting suggestions by cell, and leave other rows as they are', async () => {
		const ada = await aReview();
		const [one, two] = ['AC-01', 'AC-02'].map((controlId) => aControl(ada.workbook, { controlId }));
		if (!one || !two) throw new Error('Two controls were added');
		const begin = (record: string, field: string) =>
			written(ada.review, {
				...{ kind: 'thread', text: 'Why?', mentions: [] },
				subject: { kind: 'cell', record, field },
			});
		await begin(one.id, 'owner');
		let marks: ReturnType<typeof reviewMarks> | undefined;
		const stop = $effect.root(() => {
			marks = reviewMarks(() => ada.review);
		});
		flushSync();
		const before = marks?.of(one.id);
		expect(before?.cells.get('owner')).toMatchObject({ threads: 1, suggestions: 0 });
		await begin(two.id, 'title');
		flushSync();
		expect(marks?.of(two.id)?.cells.get('title')?.threads).toBe(1);
		expect(marks?.of(one.id)).toBe(before);
		stop();
	});
});

describe('what awaits somebody', () => {
	it('is said in one line of links', async () => {
		const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = [at(members, 0), at(members, 1)];
		await written(ada.review, {
			...{ kind: 'thread', text: 'Yours', mentions: [], assigned: ben.review.me },
			subject: { kind: 'workbook' },
		});
		await settle();
		const asked: string[] = [];
		render(ForYou, {
			workbook: ben.live,
			review: ben.review,
			onplace: (place, detail = '') => void asked.push(`${place}/${detail}`),
		});
		await userEvent.click(await screen.findByText('1 thread assigned to you'));
		expect(asked).toEqual(['review/threads']);
	});
});

describe('a suggestion for a set that others changed meanwhile', () => {
	it('sets what it adds and takes out, and leaves what others added', async () => {
		const ada = await aReview();
		const { id } = aControl(ada.workbook, { controlId: 'AC-01' });
		await written(ada.review, {
			...{ kind: 'suggest', note: '', present: ['CC6.1'], proposed: ['CC6.2'] },
			subject: { kind: 'cell', record: id, field: 'criteria' },
		});
		const [suggestion] = [...ada.review.state.suggestions.values()];
		if (!suggestion) throw new Error('It was suggested');
		expect(valueToSet(suggestion, ['CC6.1', 'CC7.3'])).toEqual(['CC7.3', 'CC6.2']);
	});
});
