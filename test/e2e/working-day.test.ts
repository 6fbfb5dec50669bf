/** The tasks of a working day by keyboard alone: no test in this file touches a mouse. */
import type { Locator, Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { cellAt, clipboardForm, expectActive, paste, press, selected } from './matrix-hands.ts';
import { goToCell, matrixGrid, rowsOf } from './matrix-page.ts';
import { startEmpty } from './shelf-page.ts';

const owners = ['Ana', 'Ben', '', 'Cleo'];
const frequencies = ['Quarterly', 'Annual', 'Quarterly'];

/** Id, title, description, criteria, owner, status, frequency of 24 controls. */
const rows = Array.from({ length: 24 }, (_, index) => [
	`AC-${String(index + 1).padStart(2, '0')}`,
	`Task ${index + 1}`,
	`The team does task ${index + 1}`,
	`CC${(index % 5) + 1}.1`,
	owners[index % owners.length] ?? '',
	index % 2 ? 'Planned' : 'Implemented',
	frequencies[index % frequencies.length] ?? '',
]);

test.beforeEach(async ({ page, context, appAddress }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openApp(page, appAddress);
	await startEmpty(page, 'A working day');
	await page.keyboard.press('Control+k');
	await page.keyboard.type('Add a control');
	await press(page, 'Enter');
	await goToCell(page, 0, 'Control ID');
	await paste(page, rows.map((row) => row.join('\t')).join('\n'));
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '25');
	await press(page, 'Control+Home');
});

async function goToControl(page: Page, id: string): Promise<void> {
	await press(page, 'Control+g');
	await page.keyboard.type(id);
	await press(page, 'Enter');
}

test('goes to a control, reads all of it, and maps it to one more criterion', async ({ page }) => {
	await goToControl(page, 'AC-17');
	await expectActive(page, 'A17');
	await press(page, 'Control+Enter');
	await expect(page.getByRole('complementary').getByLabel('Description')).toHaveValue(
		'The team does task 17',
	);
	await press(page, 'Escape');
	await expectActive(page, 'A17');

	await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2');
	await page.keyboard.type('CC7.2');
	await press(page, 'Enter', 'Enter');
	await expect(cellAt(page, 16, 'D')).toHaveText(/CC2\.1.*CC7\.2/);
	await expectActive(page, 'D18');
});

test('finds a word in all cells and replaces it where it should be', async ({ page }) => {
	await press(page, 'Control+f');
	await page.keyboard.type('task 2');
	await expect(page.locator('output')).toHaveText('12');
	await press(page, 'Control+h');
	await page.keyboard.type('duty 2');
	await press(page, 'Control+Enter');
	await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(12);
	await expectNoAxeViolations(page);
	await press(page, 'Control+Enter');
	await expect(cellAt(page, 1, 'B')).toHaveText('duty 2');
	await expect(cellAt(page, 1, 'C')).toHaveText('The team does duty 2');
	await expect(cellAt(page, 0, 'B')).toHaveText('Task 1');
});

test('changes twenty owners at once, and takes three steps back and one forth', async ({
	page,
}) => {
	await goToCell(page, 0, 'Owner');
	for (let row = 1; row < 20; row += 1) await press(page, 'Shift+ArrowDown');
	await press(page, 'Alt+Enter', 'Tab', 'Tab');
	await page.keyboard.type('Dana');
	await press(page, 'Enter', 'Control+Enter');
	await expect(cellAt(page, 19, 'E')).toHaveText('Dana');
	await expect(cellAt(page, 20, 'E')).toHaveText('Ana');

	await goToCell(page, 0, 'Title');
	await page.keyboard.type('First');
	await press(page, 'Enter');
	await page.keyboard.type('Second');
	await press(page, 'Enter', 'Control+z', 'Control+z', 'Control+z');
	await expect(cellAt(page, 0, 'B')).toHaveText('Task 1');
	await expect(cellAt(page, 1, 'B')).toHaveText('Task 2');
	await expect(cellAt(page, 0, 'E')).toHaveText('Ana');
	await expect(cellAt(page, 19, 'E')).toHaveText('Cleo');
	expect(await selected(page)).toHaveLength(20);
	await press(page, 'Control+y');
	await expect(cellAt(page, 19, 'E')).toHaveText('Dana');
});

test('fills a column, and copies a block to new rows at the end', async ({ page }) => {
	await goToCell(page, 0, 'Status');
	await press(page, 'Control+Shift+ArrowDown', 'Control+d');
	await expect(cellAt(page, 1, 'F')).toHaveText('Implemented');
	await goToControl(page, 'AC-23');
	await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c');
	await expect.poll(() => clipboardForm(page, 'text/plain')).toContain('AC-24\tTask 24');
	await press(page, 'ArrowDown', 'ArrowDown', 'Control+v');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '26');
	const exported = await exportByKeyboard(page);
	const statuses = exported.filter(([id]) => id?.startsWith('AC-')).map((row) => row[5] ?? '');
	expect(statuses).toEqual([...Array.from({ length: 24 }, () => 'Implemented'), '']);
});

test('answers which quarterly controls have no owner, and keeps that as a view', async ({
	page,
}) => {
	await goToCell(page, 0, 'Frequency');
	await press(page, 'Alt+Shift+ArrowDown');
	await reach(page, 'Quarterly');
	await press(page, 'Space', 'Escape');
	await goToCell(page, 0, 'Owner');
	await press(page, 'Alt+Shift+ArrowDown');
	await reach(page, 'Empty');
	await press(page, 'Space', 'Escape');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '5');
	await expectNoAxeViolations(page);

	await reachTool(page, 'Save as a view…');
	await press(page, 'Enter');
	await page.keyboard.type('Quarterly, nobody');
	await press(page, 'Enter');
	await showView(page, 'All controls', 'Shift+Tab');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '25');
	await showView(page, 'Quarterly, nobody', 'Tab');
	await expect(matrixGrid(page)).toHaveAttribute('aria-rowcount', '5');
	await expect(page.getByRole('button', { name: 'View: Quarterly, nobody' })).toBeFocused();
	const exported = await exportByKeyboard(page, 'What is shown');
	expect(exported.flatMap(([id]) => (id?.startsWith('AC-') ? [id] : []))).toEqual([
		'AC-03',
		'AC-07',
		'AC-15',
		'AC-19',
	]);
});

test('sorts by two columns, groups by owner, and closes and opens a group', async ({ page }) => {
	await goToCell(page, 0, 'Status');
	await press(page, 'Control+Home', 'ArrowUp');
	for (let step = 0; step < 5; step += 1) await press(page, 'ArrowRight');
	await press(page, 'Enter');
	for (let step = 0; step < 4; step += 1) await press(page, 'ArrowLeft');
	await press(page, 'Shift+Enter', 'Shift+Enter');
	await expect(cellAt(page, 0, 'A')).toHaveText('AC-24');

	await goToCell(page, 0, 'Owner');
	await press(page, 'Alt+Shift+ArrowDown');
	await reach(page, 'Group by Owner');
	await press(page, 'Enter');
	await expect(page.getByRole('treegrid', { name: 'Controls' })).toHaveAttribute(
		'aria-rowcount',
		'29',
	);
	await expectNoAxeViolations(page);
	await press(page, 'Control+Home', 'ArrowLeft');
	await expect(page.getByRole('treegrid', { name: 'Controls' })).toHaveAttribute(
		'aria-rowcount',
		'23',
	);
	await press(page, 'ArrowRight');
	await expect(page.getByRole('treegrid', { name: 'Controls' })).toHaveAttribute(
		'aria-rowcount',
		'29',
	);
	await expect(page.locator(':focus')).toHaveAttribute('data-active');
});

/** Tabs on, or back, until a button or box of the open dialog has focus. */
async function reach(page: Page, name: string, key = 'Tab'): Promise<void> {
	const dialog = page.getByRole('dialog');
	await walkTo(
		page,
		key,
		dialog
			.getByRole('button', { name, exact: true })
			.or(dialog.getByRole('checkbox', { name }))
			.or(dialog.getByRole('radio', { name })),
	);
}

/** From the first head of the grid, Shift+Tab leads back through the tools above it. */
async function reachTool(page: Page, name: string | RegExp): Promise<void> {
	await press(page, 'Control+Home', 'ArrowUp', 'Home');
	await walkTo(page, 'Shift+Tab', page.getByRole('button', { name }));
}

async function walkTo(page: Page, key: string, wanted: Locator): Promise<void> {
	await expect(wanted).toBeVisible();
	for (let steps = 0; steps < 40; steps += 1) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await press(page, key);
	}
	throw new Error(`${key} never reached ${String(wanted)}`);
}

async function showView(page: Page, name: string, key: string): Promise<void> {
	await reachTool(page, /^View:/);
	await press(page, 'Enter');
	await reach(page, name, key);
	await press(page, 'Enter');
}

/** Exports by the palette; `extent` chooses what goes in, where that is asked. */
async function exportByKeyboard(
	page: Page,
	extent?: string,
): Promise<readonly (readonly string[])[]> {
	await press(page, 'Control+k');
	await page.keyboard.type('Export');
	await press(page, 'Enter');
	if (extent) {
		await reach(page, 'Everything');
		await press(page, 'ArrowDown');
		await expect(page.getByRole('dialog').getByRole('radio', { name: extent })).toBeChecked();
	}
	await reach(page, 'Export');
	const downloading = page.waitForEvent('download');
	await press(page, 'Enter');
	return rowsOf(await (await downloading).path());
}
