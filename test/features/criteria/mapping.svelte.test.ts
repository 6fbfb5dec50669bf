import { screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { aControl, aWorkbook } from '../../support/a-workbook.ts';
import { renderCriteria } from './render-criteria.ts';

function aMatrix() {
	const workbook = aWorkbook();
	const picnic = aControl(workbook, { controlId: 'HR-09', title: 'The yearly picnic' });
	const mfa = aControl(workbook, {
		controlId: 'AC-01',
		title: 'Multi-factor authentication for log-in to production',
	});
	return { workbook, picnic, mfa };
}

describe('controls of a criterion', () => {
	test('are chosen by key, the likely ones first, each in one step', async () => {
		const { workbook, mfa } = aMatrix();
		const { user, live } = renderCriteria(workbook, 'CC6.1');
		await user.click(screen.getByRole('button', { name: 'Choose controls…' }));
		const likeliest = await screen.findByRole('checkbox', { name: /^AC-01/ });
		await vi.waitFor(() => expect(likeliest).toHaveFocus());
		await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}{ArrowUp}');
		expect(likeliest).toHaveFocus();
		await user.keyboard(' ');
		expect(workbook.controls.get(mfa.id)?.criteria).toEqual(['CC6.1']);
		expect(live.undoStep?.label).toBe('Map AC-01 to CC6.1');
		live.undo();
		expect(workbook.controls.get(mfa.id)?.criteria).toEqual([]);
	});

	test('keep their places while one chooses', async () => {
		const { workbook } = aMatrix();
		const { user } = renderCriteria(workbook, 'CC6.1');
		await user.click(screen.getByRole('button', { name: 'Choose controls…' }));
		await user.click(await screen.findByRole('checkbox', { name: /^HR-09/ }));
		expect(screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)).toEqual(
			[expect.stringContaining('AC-01'), expect.stringContaining('HR-09')],
		);
		expect(screen.getByRole('checkbox', { name: /^HR-09/ })).toBeChecked();
	});

	test('are found by words; leaving the list gives the focus back', async () => {
		const { user } = renderCriteria(aMatrix().workbook, 'CC6.1');
		await user.click(screen.getByRole('button', { name: 'Choose controls…' }));
		const first = await screen.findByRole('checkbox', { name: /^AC-01/ });
		await vi.waitFor(() => expect(first).toHaveFocus());
		await user.keyboard('picnic yearly');
		expect(screen.getByRole('searchbox', { name: 'Find in controls of CC6.1' })).toHaveValue(
			'picnic yearly',
		);
		expect(screen.getAllByRole('checkbox')).toHaveLength(1);
		await user.click(screen.getByRole('button', { name: 'Done' }));
		expect(screen.getByRole('button', { name: 'Choose controls…' })).toHaveFocus();
	});
});

describe('criteria of a control', () => {
	test('are all 61 to choose from, the likely ones first, those out of scope named so', async () => {
		const { workbook, mfa } = aMatrix();
		const { user } = renderCriteria(workbook, mfa.id);
		const list = await screen.findByRole('list', { name: '' });
		expect(within(list).getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '61');
		await user.type(screen.getByRole('searchbox', { name: 'Find in criteria' }), 'cc6.1');
		await user.keyboard('{ArrowDown} ');
		expect(workbook.controls.get(mfa.id)?.criteria).toEqual(['CC6.1']);
		await user.keyboard('{ArrowUp}{Control>}a{/Control}p4.2');
		expect(screen.getByRole('checkbox', { name: /^P4\.2/ })).toHaveAccessibleName(/Not in scope/);
	});
});
