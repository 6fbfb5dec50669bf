import '../../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { RegisterState } from '../../../../src/features/registers/register-state.svelte.ts';
import PrintedRegister from '../../../../src/features/registers/print/PrintedRegister.svelte';
import { RegisterView } from '../../../../src/features/registers/view/register-view.svelte.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { LiveWorkbook } from '../../../../src/live/live-workbook.svelte.ts';
import { addControls, type ControlValues } from '../../../../src/workbook/commands/add-controls.ts';
import { aWorkbook, done } from '../../../support/a-workbook.ts';

function print(rows: readonly ControlValues[]): void {
	const workbook = aWorkbook();
	done(workbook, addControls, { rows });
	const view = new RegisterView({ getItem: () => null, setItem: () => undefined }, 'one');
	render(PrintedRegister, {
		register: new RegisterState(new LiveWorkbook(workbook), registers.controls, view),
	});
	expect(screen.queryByRole('table')).toBeNull();
	window.dispatchEvent(new Event('beforeprint'));
}

const texts = (elements: readonly HTMLElement[]) => elements.map((cell) => cell.textContent);

test('every row is printed, with the columns that say something, and gone afterwards', () => {
	print([
		{ controlId: 'AC-1', title: 'Joiners', criteria: ['CC6.1', 'CC6.2'] },
		{ controlId: 'AC-2', title: 'Movers' },
	]);
	expect(texts(screen.getAllByRole('columnheader', { hidden: true }))).toEqual([
		'Control ID',
		'Title',
		'Criteria',
	]);
	const [, first, second] = screen.getAllByRole('row', { hidden: true });
	expect(first && texts(within(first).getAllByRole('cell', { hidden: true }))).toEqual([
		'AC-1',
		'Joiners',
		'CC6.1, CC6.2',
	]);
	expect(second).toHaveTextContent('AC-2');
	flushSync(() => window.dispatchEvent(new Event('afterprint')));
	expect(screen.queryByRole('table', { hidden: true })).toBeNull();
});

test('of very many rows it says how many are left out, and what to do', () => {
	print(Array.from({ length: 2_001 }, (_, index) => ({ controlId: `AC-${index + 1}` })));
	expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(2_001);
	expect(screen.getByText(/^The first 2,000 of 2,001 controls\. To print all/)).toBeInTheDocument();
});
