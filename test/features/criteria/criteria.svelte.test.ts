import { readinessOf } from '../../../src/live/live-readiness.svelte.ts';
import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { assessCriteria } from '../../../src/workbook/commands/assess-criteria.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { renderCriteria, tile } from './render-criteria.ts';

/** Security in scope, a planned control for CC6.1, CC6.4 set aside, CC1.1 called met. */
function anAssessedWorkbook() {
	const workbook = aWorkbook();
	done(workbook, setScope, { values: { categories: ['security'] } });
	const control = aControl(workbook, {
		controlId: 'AC-01',
		title: 'Multi-factor log-in',
		owner: 'Dana',
		status: 'planned',
		criteria: ['CC6.1'],
	});
	done(workbook, assessCriteria, {
		edits: [
			{ criterion: 'CC6.4', field: 'relevance', value: 'no' },
			{ criterion: 'CC6.4', field: 'notRelevantReason', value: 'We have no premises' },
			{ criterion: 'CC6.1', field: 'conclusion', value: 'met' },
		],
	});
	return { workbook, control };
}

describe('the map of criteria', () => {
	test('says of each criterion how it stands, with its figures and what a person concludes', () => {
		renderCriteria(anAssessedWorkbook().workbook);
		expect(tile('CC6.1')).toHaveAccessibleName(/1 control.*Your conclusion: Met/);
		expect(tile('CC6.2')).toHaveAccessibleName(/No control/);
	});

	test('shows a conclusion that the figures do not bear out as a mark of its own', () => {
		renderCriteria(anAssessedWorkbook().workbook);
		expect(tile('CC6.1')).toHaveAccessibleName(/You concluded otherwise: Met/);
	});

	test('shows what is set aside with its reason, and does not count it', () => {
		renderCriteria(anAssessedWorkbook().workbook);
		expect(tile('CC6.4')).toHaveAccessibleName(/Not relevant.*We have no premises/);
		expect(screen.getByText(/of 32 criteria in scope/)).toBeVisible();
	});

	test('names the categories that are left out and leads to the scope', async () => {
		const { user, asked } = renderCriteria(anAssessedWorkbook().workbook);
		expect(screen.queryByRole('gridcell', { name: /^A1\.1/ })).toBeNull();
		expect(screen.getByText('Availability')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Put in scope…' }));
		expect(asked).toEqual(['scope']);
	});

	test('opens a criterion by Enter, closes it by Esc and gives the focus back', async () => {
		const { user, asked } = renderCriteria(anAssessedWorkbook().workbook);
		tile('CC1.1').focus();
		await user.keyboard('{ArrowDown}{Enter}');
		expect(screen.getByRole('complementary', { name: /^CC2\.1/ })).toBeVisible();
		await user.keyboard('{Escape}');
		expect(asked).toEqual(['CC2.1', 'closed']);
		expect(tile('CC2.1')).toHaveFocus();
	});

	test('walks to the next and the previous criterion by key, and no further', () => {
		const { asked, commands } = renderCriteria(anAssessedWorkbook().workbook, 'CC1.1');
		commands.give('criterion-next');
		expect(asked).toEqual(['CC1.2']);
		commands.give('criterion-previous');
		expect(asked).toEqual(['CC1.2', 'CC1.1']);
		expect(commands.find('criterion-previous')?.unavailable).toBeDefined();
	});
});

describe('the list of criteria', () => {
	test('has a row a criterion, sorted by any column, the greatest number first', async () => {
		const { user } = renderCriteria(anAssessedWorkbook().workbook);
		await user.click(screen.getByRole('radio', { name: 'List' }));
		expect(screen.getAllByRole('row')).toHaveLength(34);
		await user.click(screen.getByRole('button', { name: 'Controls' }));
		expect(screen.getByRole('columnheader', { name: 'Controls' })).toHaveAttribute(
			'aria-sort',
			'descending',
		);
		expect(screen.getAllByRole('row')[1]).toHaveTextContent('CC6.1');
	});

	test('shows those of one state, and says so where there is none', async () => {
		const { user } = renderCriteria(anAssessedWorkbook().workbook);
		await user.selectOptions(screen.getByLabelText('How they stand'), 'Not relevant');
		expect(screen.getAllByRole('gridcell')).toHaveLength(1);
		await user.selectOptions(screen.getByLabelText('How they stand'), 'In order');
		expect(screen.getByText('No criterion matches')).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'Show all' }));
		expect(screen.getAllByRole('gridcell')).toHaveLength(33);
	});
});

describe('one criterion', () => {
	test('opens the score of a control to the facts that made it, each leading to its cell', async () => {
		const { workbook, control } = anAssessedWorkbook();
		const { user, asked } = renderCriteria(workbook, 'CC6.1');
		expect(screen.getByRole('meter', { name: /^Score of CC6\.1/ })).toBeVisible();
		expect(screen.getByText(/At most 25%/)).toBeVisible();
		await user.click(screen.getByRole('button', { name: 'What made the score of AC-01' }));
		await user.click(screen.getByRole('button', { name: 'Design is not assessed' }));
		expect(asked).toEqual([`controls ${control.id}`]);
	});

	test('takes a control off in one step that can be taken back', async () => {
		const { workbook, control } = anAssessedWorkbook();
		const { user, toasts } = renderCriteria(workbook, 'CC6.1');
		await user.click(screen.getByRole('button', { name: 'Take AC-01 off' }));
		expect(workbook.controls.get(control.id)?.criteria).toEqual([]);
		toasts.act(toasts.toasts[0]!);
		expect(workbook.controls.get(control.id)?.criteria).toEqual(['CC6.1']);
	});

	test('keeps a conclusion and a note, the note when the field is left', async () => {
		const { workbook } = anAssessedWorkbook();
		const { user } = renderCriteria(workbook, 'CC6.2');
		await user.selectOptions(screen.getByLabelText('Conclusion'), 'Partly met');
		await user.type(screen.getByLabelText('Notes'), 'Ask Jun');
		await user.tab();
		expect(workbook.assessments.get('CC6.2')).toMatchObject({
			conclusion: 'partlyMet',
			note: 'Ask Jun',
		});
	});

	test('loses nothing that was typed when another criterion is opened by key', async () => {
		const { workbook } = anAssessedWorkbook();
		const { user, commands } = renderCriteria(workbook, 'CC6.2');
		await user.type(screen.getByLabelText('Notes'), 'Half a thought');
		commands.give('criterion-next');
		await screen.findByRole('complementary', { name: /^CC6\.3/ });
		expect(workbook.assessments.get('CC6.2')?.note).toBe('Half a thought');
	});

	test('is set aside only with a reason, in one step, and counted again', async () => {
		const { workbook } = anAssessedWorkbook();
		const { user, live } = renderCriteria(workbook, 'CC6.5');
		await user.click(screen.getByRole('button', { name: 'Not relevant to us…' }));
		await user.click(screen.getByRole('button', { name: 'Set aside' }));
		expect(screen.getByText(/Say why/)).toBeVisible();
		await user.type(screen.getByLabelText('CC6.5 is not relevant because'), 'No media');
		await user.click(screen.getByRole('button', { name: 'Set aside' }));
		expect(readinessOf(live).criteria).not.toContain('CC6.5');
		live.undo();
		expect(readinessOf(live).criteria).toContain('CC6.5');
	});

	test('takes a new gap, filled in as far as it is known', async () => {
		const { workbook } = anAssessedWorkbook();
		const { user } = renderCriteria(workbook, 'CC6.1');
		await user.type(
			screen.getByLabelText('New gap of CC6.1'),
			'Service accounts have no owner{Enter}',
		);
		expect(workbook.registers.of('gaps').all()).toMatchObject([
			{ title: 'Service accounts have no owner', criteria: ['CC6.1'], foundBy: 'assessment' },
		]);
		const list = screen.getByRole('list', { name: 'Gaps of CC6.1' });
		expect(within(list).getByRole('button')).toHaveTextContent('Service accounts have no owner');
	});

	test('counts the evidence of its controls by state', () => {
		const { workbook, control } = anAssessedWorkbook();
		done(workbook, addRecords, {
			register: 'evidence',
			rows: [
				{ title: 'Log-in policy', controls: [control.id], state: 'accepted' },
				{ title: 'Screenshot', controls: [control.id] },
			],
		});
		renderCriteria(workbook, 'CC6.1');
		const legend = screen.getByRole('list', { name: 'Evidence of CC6.1 by state' });
		expect(legend).toHaveTextContent(/1 accepted/);
		expect(legend).toHaveTextContent(/1 expected/);
	});
});
