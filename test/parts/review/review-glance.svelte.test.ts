/** The line above a record that says what others left on it. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import CriterionReview from '../../../src/parts/review/CriterionReview.svelte';
import RecordReview from '../../../src/parts/review/RecordReview.svelte';
import ReviewGlance from '../../../src/parts/review/ReviewGlance.svelte';
import type { ReviewPart, ReviewWish } from '../../../src/parts/review/review-wish.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import { aReview, written } from '../../support/a-review.ts';
import { aControl } from '../../support/a-workbook.ts';
import { at } from '../../support/at.ts';

async function aDiscussedControl() {
	const ada = await aReview();
	const { id } = aControl(ada.workbook, { controlId: 'AC-01', title: 'Old' });
	for (const field of ['title', 'owner']) {
		await written(ada.review, {
			...{ kind: 'thread', text: 'Why?', mentions: [] },
			subject: { kind: 'cell', record: id, field },
		});
	}
	await written(ada.review, {
		...{ kind: 'suggest', note: '', present: 'Old', proposed: 'New' },
		subject: { kind: 'cell', record: id, field: 'title' },
	});
	return { ...ada, id };
}

it('counts what is open on a record and its cells, and leads there', async () => {
	const { review, id } = await aDiscussedControl();
	const asked: string[] = [];
	render(ReviewGlance, {
		review,
		subject: { kind: 'record', record: id },
		onshow: (part: ReviewPart) => void asked.push(part),
	});
	await userEvent.click(screen.getByRole('button', { name: '2 open threads' }));
	await userEvent.click(screen.getByRole('button', { name: '1 suggestion' }));
	expect(asked).toEqual(['threads', 'suggestions']);
	expect(screen.queryByRole('button', { name: /sign-off/ })).toBeNull();
});

it('says nothing where nothing was left', async () => {
	const { review, workbook } = await aReview();
	const { id } = aControl(workbook, { controlId: 'AC-01' });
	render(ReviewGlance, {
		review,
		subject: { kind: 'record', record: id },
		onshow: () => undefined,
	});
	expect(screen.queryByRole('list')).toBeNull();
});

it.each([
	['threads', 'Threads'],
	['suggestions', 'Suggestions'],
	['sign-offs', 'Sign-offs'],
] as const)(
	'who asks for the %s finds them open, with the focus on their head',
	async (what, label) => {
		const { review, live } = await aDiscussedControl();
		const wish: ReviewWish = { what };
		const props = {
			workbook: live,
			review,
			record: at(live.controls, 0),
			toasts: new ToastQueue(),
		};
		const { rerender } = render(RecordReview, props);
		const head = screen.getByText(label, { exact: true }).closest('summary');
		expect(head?.closest('details')).not.toHaveAttribute('open');
		await rerender({ ...props, wish });
		expect(head).toHaveFocus();
		expect(head?.closest('details')).toHaveAttribute('open');
	},
);

it('counts what is open on a criterion and shows it, for this criterion only', async () => {
	const { review, live } = await aReview();
	const subject = { kind: 'criterion', criterion: 'CC6.1' } as const;
	await written(review, { ...{ kind: 'thread', text: 'Who?', mentions: [] }, subject });
	const asked: ReviewPart[] = [];
	render(ReviewGlance, { review, subject, onshow: (part: ReviewPart) => void asked.push(part) });
	await userEvent.click(screen.getByRole('button', { name: '1 open thread' }));
	expect(asked).toEqual(['threads']);

	const props = { workbook: live, review, toasts: new ToastQueue(), criterion: 'CC6.1' };
	const { rerender } = render(CriterionReview, props);
	await rerender({ ...props, wish: { what: 'threads' } });
	const head = (): HTMLElement | null =>
		screen.getByText('Threads', { exact: true }).closest('summary');
	expect(head()).toHaveFocus();
	await rerender({ ...props, criterion: 'CC6.2', wish: undefined });
	expect(head()?.closest('details')).not.toHaveAttribute('open');
});
