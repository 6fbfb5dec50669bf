import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import Crosswalk from '../../../src/features/crosswalk/Crosswalk.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { addRecords } from '../../../src/workbook/commands/records/add-records.ts';
import { editControls } from '../../../src/workbook/commands/edit-controls.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aControl, aWorkbook, done } from '../../support/a-workbook.ts';

function rendered(workbook: Workbook, framework?: string) {
	const asked: string[] = [];
	const page = render(Crosswalk, {
		workbook: new LiveWorkbook(workbook),
		framework,
		onopen: (key: string) => {
			asked.push(key);
			void page.rerender({ framework: key });
		},
		onplace: (...place: readonly (string | undefined)[]) =>
			void asked.push(place.filter(Boolean).join('/')),
		onrecord: (register: string, id: string) => void asked.push(`${register} ${id}`),
		onexport: (what: string) => void asked.push(`export ${what}`),
	});
	return { asked, user: userEvent.setup() };
}

describe('the crosswalk', () => {
	test('counts the Annex A controls that controls in place reach', () => {
		const workbook = aWorkbook();
		aControl(workbook, { controlId: 'X-1', status: 'implemented', references: ['A.5.1', 'A.5.2'] });
		aControl(workbook, { controlId: 'X-2', status: 'planned', references: ['A.5.3'] });
		rendered(workbook);
		expect(
			screen.getByText(/you already reach 2 of 93 Annex A controls, 2 of them strongly/),
		).toBeVisible();
		expect(screen.getByText(/With all controls in place it would be 3\./)).toBeVisible();
	});

	test('shows by what an item is reached, and leads to it', async () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, {
			controlId: 'X-1',
			status: 'implemented',
			references: ['A.5.1'],
		});
		const { user, asked } = rendered(workbook);
		const item = screen.getByText('A.5.1').closest('button')!;
		expect(item).toHaveTextContent('Reached strongly');
		await user.click(item);
		await user.click(screen.getByText('X-1'));
		await user.click(screen.getByText('CC5.3'));
		expect(asked).toEqual([`controls ${control.id}`, 'criteria/CC5.3']);
	});

	test('ranks what would add the most, and counts anew once it is in place', () => {
		const workbook = aWorkbook();
		const planned = aControl(workbook, {
			controlId: 'X-1',
			status: 'planned',
			references: Array.from({ length: 30 }, (_, at) => `A.5.${at + 1}`),
		});
		rendered(workbook);
		const section = screen.getByRole('region', { name: 'These would add the most' });
		const first = () => within(section).getAllByRole('listitem')[0];
		expect(first()).toHaveTextContent('+30');
		expect(first()).toHaveTextContent('X-1');
		done(workbook, editControls, {
			edits: [{ control: planned.id, column: 'status', value: 'implemented' }],
		});
		return screen.findByText(/you already reach 30 of 93/).then(() => {
			expect(first()).not.toHaveTextContent('X-1');
		});
	});

	test('shows the items of one state only, by the legend or the list', async () => {
		const workbook = aWorkbook();
		aControl(workbook, { status: 'implemented', references: ['Art. 37'] });
		const { user } = rendered(workbook, 'gdpr');
		const legend = screen.getByRole('list', { name: 'GDPR by how far it is reached' });
		await user.click(within(legend).getByRole('button', { name: /1 reached strongly/ }));
		expect(screen.getAllByText(/^Art\. /)).toHaveLength(1);
		await user.selectOptions(screen.getByLabelText('How they are reached'), 'All items');
		expect(screen.getAllByText(/^Art\. /)).toHaveLength(41);
	});

	test('says where only a part of a framework is listed', () => {
		rendered(aWorkbook(), 'pciDss401');
		expect(screen.getByText(/not the whole framework/)).toBeVisible();
	});

	test('hands out the statement of applicability and the coverage of any framework', async () => {
		const { user, asked } = rendered(aWorkbook());
		await user.click(screen.getByText('Statement of applicability…'));
		await user.click(screen.getByText('HIPAA'));
		await user.click(screen.getByText('Export coverage…'));
		expect(screen.queryByText('Statement of applicability…')).toBeNull();
		expect(asked).toEqual(['export soa', 'hipaaSecurityRule', 'export hipaaSecurityRule']);
	});

	test('has a framework of the user among the others', async () => {
		const workbook = aWorkbook();
		const control = aControl(workbook, { status: 'implemented' });
		done(workbook, addRecords, {
			register: 'requirements',
			rows: [
				{ framework: 'Bank list', requirementId: 'B-1', title: 'Reviewed', controls: [control.id] },
				{ framework: 'Bank list', requirementId: 'B-2', criteria: ['CC1.1'] },
			],
		});
		const { user } = rendered(workbook);
		await user.click(screen.getByText('Bank list'));
		expect(screen.getByRole('button', { name: /^B-1 Reviewed Reached strongly/ })).toBeVisible();
		expect(screen.getByRole('button', { name: /^B-2 .*Not reached/ })).toBeVisible();
	});
});
