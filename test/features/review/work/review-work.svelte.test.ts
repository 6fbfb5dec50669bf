/** Review work as people do it: threads, suggestions, sign-offs and the walk through an agenda. */
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import AgendaTab from '../../../../src/features/review/work/AgendaTab.svelte';
import SignOffsTab from '../../../../src/features/review/work/SignOffsTab.svelte';
import SuggestionsTab from '../../../../src/features/review/work/SuggestionsTab.svelte';
import ThreadsTab from '../../../../src/features/review/work/ThreadsTab.svelte';
import { editRecords } from '../../../../src/workbook/commands/records/edit-records.ts';
import { aReview, aReviewGroup, written, type AReview } from '../../../support/a-review.ts';
import { aControl, done } from '../../../support/a-workbook.ts';
import { at } from '../../../support/at.ts';
import '../../../ui/jsdom-platform.ts';
import { aPlace } from '../../a-place.ts';

function asTab({ review, live }: AReview) {
	const { ways, toasts, commands, asked } = aPlace();
	const files: Blob[] = [];
	const props = {
		...{ review, workbook: live, name: 'Example Ltd', toasts, commands, ...ways },
		person: { name: 'Ada', rename: () => Promise.resolve(undefined) },
		dropped: [],
		ontaken: () => undefined,
		ondownload: (file: Blob) => void files.push(file),
	};
	return { props, asked, files, commands, toasts, user: userEvent.setup() };
}

const cell = (record: string) => ({ kind: 'cell', record, field: 'owner' }) as const;

/** What is looked at has its hash, so that it can be signed. */
async function isWorkedOut(): Promise<void> {
	await waitFor(() => expect(screen.getByText('Looked at, fine')).not.toHaveAttribute('aria-busy'));
}

describe('threads', () => {
	it('are begun, name people by keyboard, are answered and resolved', async () => {
		const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = [at(members, 0), at(members, 1)];
		const { props, user } = asTab(ada);
		render(ThreadsTab, props);
		const field = screen.getByLabelText('New thread about the whole workbook');
		await user.type(field, 'Please look, @be');
		expect(within(screen.getByLabelText('People to name')).getByText('Ben')).toBeInTheDocument();
		await user.keyboard('{Enter}');
		expect(field).toHaveValue('Please look, @Ben ');
		await user.click(screen.getByText('Begin thread'));
		const thread = await screen.findByLabelText('Thread about the workbook');
		await waitFor(() => expect(field).toHaveValue(''));
		await settle();
		const [got] = [...ben.review.state.threads.values()];
		expect(got).toMatchObject({ text: 'Please look, @Ben', mentions: [ben.review.me] });
		await user.type(within(thread).getByLabelText('Reply'), 'Done');
		await user.click(within(thread).getByText('Resolve'));
		await settle();
		const [after] = [...ben.review.state.threads.values()];
		expect(after?.state).toBe('resolved');
		expect(after?.replies.map(({ text }) => text)).toEqual(['Done']);
	});

	it('ask nothing of a viewer that a viewer cannot do', async () => {
		const { members } = await aReviewGroup(['owner', 'viewer']);
		render(ThreadsTab, asTab(at(members, 1)).props);
		expect(screen.getByText('No threads yet')).toBeInTheDocument();
		expect(screen.getByText(/^What others say about the workbook/)).toBeInTheDocument();
		expect(screen.queryByText(/^Say something/)).not.toBeInTheDocument();
		expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
	});

	it('of the team never reach a reviewer', async () => {
		const { members, settle } = await aReviewGroup(['owner', 'reviewer']);
		const [ada, ben] = [at(members, 0), at(members, 1)];
		const { props, user } = asTab(ada);
		render(ThreadsTab, props);
		await user.type(screen.getByLabelText('New thread about the whole workbook'), 'Not for Ben');
		await user.click(screen.getByLabelText(/Team only/));
		await user.click(screen.getByText('Begin for the team'));
		expect(await screen.findByText('Team only')).toBeInTheDocument();
		await settle();
		expect(ben.review.entries).toEqual([]);
	});

	it('keep what was typed when the list is left before it was sent', async () => {
		const ada = await aReview();
		const { props, user } = asTab(ada);
		const { unmount } = render(ThreadsTab, props);
		await user.type(screen.getByLabelText('New thread about the whole workbook'), 'Half a thought');
		unmount();
		render(ThreadsTab, props);
		expect(screen.getByLabelText('New thread about the whole workbook')).toHaveValue(
			'Half a thought',
		);
	});
});

describe('suggestions', () => {
	it('are accepted as one change that one undo takes back', async () => {
		const ada = await aReview();
		const [first, second] = ['AC-01', 'AC-02'].map((controlId) =>
			aControl(ada.workbook, { controlId, owner: 'Ana' }),
		);
		for (const control of [first, second]) {
			await written(ada.review, {
				...{ kind: 'suggest', subject: cell(control?.id ?? ''), note: '' },
				...{ present: 'Ana', proposed: 'Ben' },
			});
		}
		const { props, user } = asTab(ada);
		render(SuggestionsTab, props);
		await user.click(screen.getByLabelText('Choose all whose cell is unchanged'));
		await user.click(screen.getByText('Accept 2 chosen'));
		expect(await screen.findByText('None wait.')).toBeInTheDocument();
		expect(ada.workbook.controls.all().map(({ owner }) => owner)).toEqual(['Ben', 'Ben']);
		ada.live.undo();
		expect(ada.workbook.controls.all().map(({ owner }) => owner)).toEqual(['Ana', 'Ana']);
	});

	it('[P-12] that were accepted say so, and also that their cell does not say it any more', async () => {
		const ada = await aReview();
		const { id } = aControl(ada.workbook, { controlId: 'AC-01', owner: 'Ana' });
		await written(ada.review, {
			...{ kind: 'suggest', subject: cell(id), note: '', present: 'Ana', proposed: 'Ben' },
		});
		const { props, user } = asTab(ada);
		render(SuggestionsTab, props);
		await user.click(screen.getByText('Accept'));
		await user.click(await screen.findByText('Decided'));
		expect(screen.getByText('Accepted')).toBeInTheDocument();
		ada.live.undo();
		expect(await screen.findByText('Accepted, the cell differs')).toBeInTheDocument();
		expect(screen.getByText('The cell says now: Ana')).toBeInTheDocument();
		ada.live.redo();
		expect(await screen.findByText('Accepted')).toBeInTheDocument();
	});

	it('whose cell moved on are shown as such and not chosen with the others', async () => {
		const ada = await aReview();
		const { id } = aControl(ada.workbook, { controlId: 'AC-01', owner: 'Ana' });
		await written(ada.review, {
			...{ kind: 'suggest', subject: cell(id), note: '', present: 'Ana', proposed: 'Ben' },
		});
		done(ada.workbook, editRecords, {
			register: 'controls',
			edits: [{ record: id, column: 'owner', value: 'Cleo' }],
		});
		const { props, user } = asTab(ada);
		render(SuggestionsTab, props);
		expect(screen.getByText('The cell changed since')).toBeInTheDocument();
		expect(screen.getByText('Cleo')).toBeInTheDocument();
		expect(screen.getByText('When it was suggested: Ana')).toBeInTheDocument();
		await user.click(screen.getByText('Refuse'));
		await user.type(screen.getByLabelText('Why is it refused?'), 'Cleo has it');
		await user.click(screen.getByText('Refuse it'));
		expect(await screen.findByText('None wait.')).toBeInTheDocument();
		expect(at(ada.workbook.controls.all(), 0).owner).toBe('Cleo');
		const [decided] = [...ada.review.state.suggestions.values()];
		expect(decided?.decision?.body).toMatchObject({ outcome: 'refused', note: 'Cleo has it' });
	});

	it('decide nothing where the value is refused', async () => {
		const ada = await aReview();
		const { id } = aControl(ada.workbook, { controlId: 'AC-01' });
		await written(ada.review, {
			...{ kind: 'suggest', note: '', present: '', proposed: ['one', 'two'] },
			subject: { kind: 'cell', record: id, field: 'title' },
		});
		const { props, user } = asTab(ada);
		render(SuggestionsTab, props);
		await user.click(screen.getByText('Accept'));
		expect(await screen.findByRole('alert')).toBeInTheDocument();
		const [suggestion] = [...ada.review.state.suggestions.values()];
		expect(suggestion?.state).toBe('pending');
	});
});

describe('sign-offs', () => {
	it('that something changed after say what it was', async () => {
		const ada = await aReview();
		const { id } = aControl(ada.workbook, { controlId: 'AC-01', owner: 'Ana' });
		expect((await ada.review.sign({ kind: 'record', record: id }, 'preparer')).ok).toBe(true);
		const { props } = asTab(ada);
		render(SignOffsTab, props);
		expect(await screen.findByText('Stands')).toBeInTheDocument();
		done(ada.workbook, editRecords, {
			register: 'controls',
			edits: [{ record: id, column: 'owner', value: 'Cleo' }],
		});
		const group = await screen.findByLabelText('Sign-offs of AC-01');
		expect(await within(group).findByText('What changed since')).toBeInTheDocument();
		expect(within(group).getByText('Ana')).toBeInTheDocument();
		expect(within(group).getByText('Cleo')).toBeInTheDocument();
	});

	it('are saved as a file that holds where it is checked', async () => {
		const ada = await aReview();
		const { id } = aControl(ada.workbook, { controlId: 'AC-01' });
		await ada.review.review.share();
		await ada.review.sign({ kind: 'record', record: id }, 'preparer');
		const { props, files, user } = asTab(ada);
		render(SignOffsTab, props);
		await user.click(screen.getByText('Save sign-offs as a file'));
		const saved = new File([at(files, 0)], 'signed.json', { type: 'application/json' });
		await user.upload(screen.getByLabelText('Sign-off file'), saved);
		expect(await screen.findByText('1 of 1 sign-offs hold.')).toBeInTheDocument();
		expect(screen.getByText(/Its member list is that of this workbook/)).toBeInTheDocument();
	});
});

describe('a walk through an agenda', () => {
	it('goes on with what is left, counts, and signs, all by key', async () => {
		const ada = await aReview();
		for (const controlId of ['AC-01', 'AC-02']) aControl(ada.workbook, { controlId });
		const { props, user, commands, toasts } = asTab(ada);
		window.addEventListener('keydown', (event) => commands.press(event));
		render(AgendaTab, props);
		expect(screen.getByRole('heading', { name: 'AC-01' })).toBeInTheDocument();
		await isWorkedOut();
		await user.keyboard('j');
		expect(screen.getByRole('heading', { name: 'AC-02' })).toBeInTheDocument();
		await user.keyboard('k');
		expect(screen.getByRole('heading', { name: 'AC-01' })).toBeInTheDocument();
		await user.keyboard('r');
		expect(await screen.findByRole('heading', { name: 'AC-02' })).toBeInTheDocument();
		expect(await screen.findByText('1 of 2 looked at')).toBeInTheDocument();
		await isWorkedOut();
		await user.keyboard('s');
		const dialog = await screen.findByRole('dialog');
		expect(within(dialog).getByText(/I prepared this/)).toBeInTheDocument();
		await user.click(within(dialog).getByText('Sign as preparer'));
		expect(await screen.findByText('2 of 2 looked at')).toBeInTheDocument();
		expect(ada.review.state.signOffs.size).toBe(1);
		expect(toasts.toasts).toEqual([]);
	});
});
