import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import Gaps from '../../../src/features/gaps/Gaps.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import type { Gap } from '../../../src/model/registers/gaps.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { setScope } from '../../../src/workbook/commands/set-scope.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';
import { aPlace } from '../a-place.ts';

let workbook: Workbook;

beforeEach(() => {
	workbook = aWorkbook();
});

function addGap(values: Partial<Gap>): Gap {
	const rows = [{ status: 'open', opened: '2026-11-01', ...values }];
	const [id] = done(workbook, addRecords, { register: 'gaps', rows }).created;
	return gapOf(id);
}

function gapOf(id: string | undefined): Gap {
	const gap = workbook.registers.of('gaps').get(id ?? '');
	if (!gap) throw new Error('There is no such gap');
	return gap;
}

function show() {
	const place = aPlace();
	const page = render(Gaps, {
		...place,
		workbook: new LiveWorkbook(workbook),
		opened: undefined as string | undefined,
		onopen: (opened: string | undefined) => void page.rerender({ opened }),
	});
	return { ...place, page, user: userEvent.setup() };
}

/** The face of a card; beside it stands the button of its menu. */
function card(name: string): HTMLElement {
	const buttons = screen.getAllByRole('button', { name: new RegExp(name) });
	const face = buttons.find((button) => button.dataset['card'] !== undefined);
	if (!face) throw new Error(`No card says ${name}`);
	return face;
}
const panel = () => screen.getByRole('complementary');
const dialog = () => screen.getByRole('dialog');
const gaps = () => workbook.registers.of('gaps').all();

describe('on the board', () => {
	test('a card is moved by keys, which is one step', async () => {
		const gap = addGap({ title: 'No review' });
		const { user } = show();
		card('No review').focus();
		await user.keyboard(' {ArrowRight} ');
		expect(gapOf(gap.id).status).toBe('inProgress');
		workbook.undo();
		expect(gapOf(gap.id).status).toBe('open');
	});

	test('what goes to closed says on which day, and who but its owner looked at the proof', async () => {
		const gap = addGap({ title: 'No review', owner: 'Ana', status: 'toVerify' });
		const { user } = show();
		card('No review').focus();
		await user.keyboard(' {ArrowRight} ');
		await user.type(within(dialog()).getByRole('combobox', { name: 'Verified by' }), 'ana');
		await user.click(within(dialog()).getByRole('button', { name: 'Close the gap' }));
		expect(within(dialog()).getByText(/somebody else has to look at the proof/)).toBeVisible();
		expect(gapOf(gap.id).status).toBe('toVerify');

		const verifier = within(dialog()).getByRole('combobox', { name: 'Verified by' });
		await user.clear(verifier);
		await user.type(verifier, 'Ben');
		await user.click(within(dialog()).getByRole('button', { name: 'Close the gap' }));
		expect(gapOf(gap.id)).toMatchObject({
			status: 'closed',
			closed: '2026-11-21',
			verifiedBy: 'Ben',
			verified: '2026-11-21',
		});
		workbook.undo();
		expect(gapOf(gap.id)).toMatchObject({ status: 'toVerify', closed: '', verifiedBy: '' });
	});

	test('a closing called off leaves the card where it was', async () => {
		const gap = addGap({ title: 'No review', status: 'toVerify' });
		const { user } = show();
		card('No review').focus();
		await user.keyboard(' {ArrowRight} ');
		await user.click(within(dialog()).getByRole('button', { name: 'Cancel' }));
		expect(gapOf(gap.id).status).toBe('toVerify');
		expect(screen.getByText('No review stays in To be verified.')).toBeInTheDocument();
	});

	test('a gap that is opened again loses who verified it', async () => {
		const gap = addGap({
			title: 'No review',
			status: 'closed',
			closed: '2026-11-02',
			verifiedBy: 'Ben',
			verified: '2026-11-03',
		});
		const { user } = show();
		card('No review').focus();
		await user.keyboard(' {ArrowLeft} ');
		expect(gapOf(gap.id)).toMatchObject({
			status: 'toVerify',
			closed: '',
			verifiedBy: '',
			verified: '',
		});
	});

	test('an accepted risk names what is left and who accepts it', async () => {
		const gap = addGap({ title: 'No review', status: 'closed' });
		const { user } = show();
		card('No review').focus();
		await user.keyboard(' {ArrowRight} ');
		await user.click(within(dialog()).getByRole('button', { name: 'Accept the risk' }));
		expect(within(dialog()).getByText('Say who accepts it.')).toBeVisible();
		await user.type(within(dialog()).getByRole('textbox', { name: 'Residual risk' }), 'Little');
		await user.type(within(dialog()).getByRole('combobox', { name: 'Risk accepted by' }), 'Ruth');
		await user.click(within(dialog()).getByRole('button', { name: 'Accept the risk' }));
		expect(gapOf(gap.id)).toMatchObject({
			status: 'accepted',
			residual: 'Little',
			acceptedBy: 'Ruth',
		});
	});

	test('an imported status that is none of the list stands with the open ones and is shown', () => {
		addGap({ title: 'No review', status: 'half done' });
		show();
		expect(card('No review')).toHaveTextContent('Status as imported: half done');
	});
});

describe('a gap', () => {
	async function open(gap: Gap) {
		const shown = show();
		await shown.user.click(card(gap.title));
		return shown;
	}

	test('cannot wait for one that waits for it', async () => {
		const first = addGap({ gapId: 'G-01', title: 'First' });
		addGap({ gapId: 'G-02', title: 'Second', dependsOn: [first.id] });
		const { user } = await open(first);
		const field = within(panel()).getByRole('combobox', { name: 'Depends on' });
		await user.type(field, 'G-02{Enter}');
		expect(
			screen.getByText('They would wait for each other: G-01 waits for G-02 waits for G-01.'),
		).toBeVisible();
		expect(gapOf(first.id).dependsOn).toEqual([]);
	});

	test('says what it waits for while that is open', async () => {
		const first = addGap({ gapId: 'G-01', title: 'First' });
		const second = addGap({ gapId: 'G-02', title: 'Second', dependsOn: [first.id] });
		await open(second);
		expect(within(panel()).getByText(/Still open:/)).toHaveTextContent('G-01 First');
	});

	test('has steps that are ticked and added, each by one step of undo', async () => {
		const gap = addGap({ title: 'No review', steps: 'Write it\n[ ] Run it' });
		const { user } = await open(gap);
		await user.click(within(panel()).getByRole('checkbox', { name: 'Write it' }));
		expect(gapOf(gap.id).steps).toBe('[x] Write it\n[ ] Run it');
		await user.type(within(panel()).getByRole('textbox', { name: 'Next step' }), 'Show it{Enter}');
		expect(gapOf(gap.id).steps).toBe('[x] Write it\n[ ] Run it\n[ ] Show it');
		workbook.undo();
		expect(await within(panel()).findByText('1 of 2 done')).toBeVisible();
	});

	test('gets its kind by questions, where the first no decides', async () => {
		const gap = addGap({ title: 'No review' });
		const { user } = await open(gap);
		const question = (name: RegExp) => within(panel()).getByRole('group', { name });
		await user.click(within(question(/criterion be met/)).getByRole('radio', { name: 'Yes' }));
		await user.click(within(question(/run each time/)).getByRole('radio', { name: 'No' }));
		await user.click(within(panel()).getByRole('button', { name: 'Set the kind: operating' }));
		expect(gapOf(gap.id).kind).toBe('operating');
	});

	test('keeps its owner apart from whoever verified it', async () => {
		const gap = addGap({ title: 'No review', owner: 'Ana' });
		const { user } = await open(gap);
		const verifier = within(panel()).getByRole('combobox', { name: 'Verified by' });
		await user.type(verifier, 'Ana{Enter}');
		expect(within(panel()).getByText(/Ana did the work/)).toBeVisible();
		expect(gapOf(gap.id).verifiedBy).toBe('');
	});
});

describe('new gaps', () => {
	test('one typed by hand gets the next id and is opened', async () => {
		addGap({ gapId: 'G-07', title: 'Known' });
		const { user } = show();
		await user.click(screen.getByRole('button', { name: 'Add gaps' }));
		await user.type(screen.getByRole('textbox', { name: 'What is missing?' }), 'No review{Enter}');
		expect(gaps().at(-1)).toMatchObject({
			gapId: 'G-08',
			title: 'No review',
			status: 'open',
			opened: '2026-11-21',
		});
		expect(within(panel()).getByRole('heading', { name: 'G-08 No review' })).toBeVisible();
	});

	test('several picked from the lists are one step', async () => {
		aControl(workbook, { controlId: 'AC-06', testResult: 'exceptionNoted' });
		const { user, toasts } = show();
		await user.click(screen.getByRole('button', { name: 'Add gaps' }));
		await user.click(screen.getByRole('checkbox', { name: /AC-06: the test found/ }));
		await user.type(screen.getByRole('textbox', { name: 'What is missing?' }), 'collection');
		expect(screen.getAllByRole('checkbox')).toHaveLength(2);
		await user.click(screen.getByRole('checkbox', { name: /Evidence collection started/ }));
		await user.click(within(dialog()).getByRole('button', { name: 'Add 2 gaps' }));
		expect(gaps().map(({ gapId, foundBy }) => `${gapId} ${foundBy}`)).toEqual([
			'G-01 test',
			'G-02 person',
		]);
		expect(toasts.toasts.at(-1)?.text).toBe('Added 2 gaps.');
		workbook.undo();
		expect(gaps()).toEqual([]);
	});
});

describe('the place', () => {
	test('keeps the view that was chosen, and gives the grid its room', async () => {
		addGap({ title: 'No review' });
		const { user, storage } = show();
		await user.click(screen.getByRole('radio', { name: 'Table' }));
		expect(screen.getByText('The grid')).toBeVisible();
		expect(storage.getItem('gaps-view')).toBe('table');
	});

	test('lists the plan in the order in which to work', async () => {
		const key = aControl(workbook, { controlId: 'AC-05', isKey: 'yes' });
		addGap({ title: 'Paper', kind: 'documentation' });
		addGap({ title: 'Design of a key control', kind: 'design', controls: [key.id] });
		const { user } = show();
		await user.click(screen.getByRole('radio', { name: 'Plan' }));
		const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
		const place = (words: string) => rows.findIndex((row) => row.includes(words));
		expect(place('Design of a key control')).toBeLessThan(place('Paper'));
	});

	test('sets the start of the period only when asked to', async () => {
		aControl(workbook, { controlId: 'AC-05', isKey: 'yes', liveDate: '2026-12-01' });
		addGap({ title: 'No review' });
		done(workbook, setScope, { values: { reportType: 'type2', periodStart: '2026-11-01' } });
		const { user } = show();
		await user.click(screen.getByRole('button', { name: 'Set the period start to 1 Dec 2026' }));
		expect(workbook.scope.get('scope')?.periodStart).toBe('2026-12-01');
		workbook.undo();
		expect(workbook.scope.get('scope')?.periodStart).toBe('2026-11-01');
	});

	test('teaches while there is no gap', async () => {
		const { user, asked } = show();
		await user.click(screen.getByRole('button', { name: 'Look at the checks' }));
		expect(asked).toEqual(['checks']);
	});
});
