import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import BoundaryHarness from './BoundaryHarness.svelte';

beforeEach(() => {
	// The fault is written to the console as well, for whoever looks there.
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	return () => {
		vi.restoreAllMocks();
	};
});

function setup(broken = true) {
	const asked: string[] = [];
	const state = { broken };
	const page = render(BoundaryHarness, {
		place: 'matrix',
		isBroken: () => state.broken,
		oncopy: () => asked.push('copy'),
		onshelf: () => asked.push('shelf'),
	});
	return { asked, state, page, user: userEvent.setup() };
}

test('a place that fails says so, with the fault, and leaves what stands around it', () => {
	setup();
	const notice = screen.getByRole('alert');
	expect(notice).toHaveTextContent('Matrix stopped working');
	expect(notice).toHaveTextContent('no row of that name');
	expect(screen.getByRole('heading')).toHaveFocus();
	expect(screen.getByText('Saved on this device')).toBeVisible();
});

test('it can be shown again, once what stood in the way is gone', async () => {
	const { state, user } = setup();
	await user.click(screen.getByRole('button', { name: 'Show it again' }));
	expect(screen.getByRole('alert')).toBeVisible();
	state.broken = false;
	await user.click(screen.getByRole('button', { name: 'Show it again' }));
	expect(screen.getByText('This is matrix')).toBeVisible();
	expect(screen.queryByRole('alert')).toBeNull();
});

test('the workbook can be saved to a file, and left', async () => {
	const { asked, user } = setup();
	await user.click(screen.getByRole('button', { name: 'Save the workbook to a file' }));
	await user.click(screen.getByRole('button', { name: 'All workbooks' }));
	expect(asked).toEqual(['copy', 'shelf']);
});

test('another place begins anew', async () => {
	const { state, page } = setup();
	state.broken = false;
	await page.rerender({ place: 'activity' });
	expect(screen.getByText('This is activity')).toBeVisible();
});
