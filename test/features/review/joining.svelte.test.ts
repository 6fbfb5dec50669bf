/** Whoever joins: what the screen says of each stage on the way in. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Listeners } from '../../../src/base/observable.ts';
import { ok, refused } from '../../../src/base/result.ts';
import JoinReview from '../../../src/features/review/joining/JoinReview.svelte';
import type {
	JoiningPort,
	JoiningState,
} from '../../../src/features/review/joining/joining-port.ts';

class Turned implements JoiningPort {
	readonly code = 'rwanABC';
	readonly role = 'reviewer';
	readonly expires = '2026-11-22T11:00:00.000Z';
	readonly words = ['one', 'two', 'three', 'four', 'five', 'six'];
	readonly hostWords = ['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
	readonly #listeners = new Listeners();
	state: JoiningState = { kind: 'answering' };
	isCancelled = false;

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	cancel(): void {
		this.isCancelled = true;
	}

	turn(state: JoiningState): void {
		this.state = state;
		this.#listeners.call();
	}
}

/** The screen of somebody who has answered. */
async function answered() {
	const port = new Turned();
	const opened: string[] = [];
	render(JoinReview, {
		...{ invitation: 'rwinABC', name: 'Priya' },
		begin: () => Promise.resolve(ok(port)),
		onjoined: (workbook: string) => void opened.push(workbook),
		onleave: () => void opened.push('left'),
	});
	const user = userEvent.setup();
	await user.click(screen.getByRole('button', { name: 'Make the answer' }));
	await screen.findByRole('heading', { name: '1. Send this answer back' });
	return { port, opened, user };
}

test('the answer is asked for until it arrived; then only the words count', async () => {
	const { port } = await answered();
	expect(screen.getByText('Waiting for your answer to be taken')).toBeInTheDocument();
	port.turn({ kind: 'comparing' });
	expect(
		await screen.findByText('They have your answer and compare the words'),
	).toBeInTheDocument();
	expect(screen.getByText('Your answer arrived.')).toBeInTheDocument();
	expect(screen.queryByRole('heading', { name: '1. Send this answer back' })).toBeNull();
	expect(screen.getByRole('list', { name: 'Your words' })).toBeInTheDocument();
});

test.each([
	['declined', 'You were not let in'],
	['gone', 'The connection ended before you were let in'],
	['unreachable', 'You are not connected'],
	['unusable', 'What was sent cannot be used'],
] as const)('that it ended is said, and why: %s', async (why, title) => {
	const { port, user } = await answered();
	port.turn({ kind: 'failed', why, text: 'What happened, and what to do.' });
	expect(await screen.findByRole('alert')).toHaveTextContent(
		`${title} What happened, and what to do.`,
	);
	await user.click(screen.getByRole('button', { name: 'Answer another invitation' }));
	expect(screen.getByLabelText('The invitation'), 'it serves once').toHaveValue('');
	expect(port.isCancelled).toBe(true);
});

test('an invitation that came with the link is out of sight until something is wrong with it', async () => {
	render(JoinReview, {
		...{ invitation: 'rwinABC', name: 'Priya' },
		begin: () => Promise.resolve(refused({ text: 'This invitation was good until noon.' })),
		...{ onjoined: () => undefined, onleave: () => undefined },
	});
	const field = screen.getByLabelText('The invitation');
	expect(field.closest('details')).not.toHaveAttribute('open');
	await userEvent.click(screen.getByRole('button', { name: 'Make the answer' }));
	expect(await screen.findByText('This invitation was good until noon.')).toBeInTheDocument();
	expect(field.closest('details')).toHaveAttribute('open');
	expect(field).toHaveValue('rwinABC');
});

test('an invitation that ran out says so, and a late link goes on all the same', async () => {
	const { port, opened } = await answered();
	port.turn({ kind: 'expired', text: 'This invitation was good until noon.' });
	expect(await screen.findByText('Nobody took your answer in time')).toBeInTheDocument();
	port.turn({ kind: 'linked' });
	expect(await screen.findByText('Your answer arrived.')).toBeInTheDocument();
	port.turn({ kind: 'joined', workbook: 'workbook:1' });
	expect(opened).toEqual(['workbook:1']);
});
