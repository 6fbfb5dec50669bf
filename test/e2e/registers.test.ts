/** A register beside the matrix: the same grid, worked by keyboard, with links to controls. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { expectCell, expectSaved, goToCell, matrixGrid, typeInto } from './matrix-page.ts';

const risks = 'Risks';

/** A new workbook with one control; ends in the place of a register. */
async function startWithControl(page: Page, place: string): Promise<void> {
	await page.getByRole('button', { name: 'Start empty' }).click();
	const dialog = page.getByRole('dialog', { name: 'New workbook' });
	await dialog.getByLabel('Name').fill('Nordwind');
	await dialog.getByRole('button', { name: 'Create' }).click();
	await expect(page).toHaveTitle(/Nordwind/);
	await goToPlace(page, 'matrix');
	await begin(page, 'Add a control', 'Controls');
	await typeAcross(page, 'AC-05', 'Quarterly user access review');
	await goToPlace(page, place);
}

/** Types into cells side by side: Tab between them, Enter at the end. */
async function typeAcross(page: Page, ...texts: readonly string[]): Promise<void> {
	for (const [index, text] of texts.entries()) {
		if (index > 0) await page.keyboard.press('Tab');
		await page.keyboard.type(text);
	}
	await page.keyboard.press('Enter');
}

/** Adds the first record of a register, which brings its grid with it. */
async function begin(page: Page, deed: string, register: string): Promise<void> {
	await page.getByRole('button', { name: deed }).focus();
	await page.keyboard.press('Enter');
	await expect(matrixGrid(page, register).locator('[data-active]')).toBeFocused();
}

/** From any place of a workbook to another one of it. */
async function goToPlace(page: Page, place: string): Promise<void> {
	const [workbook] = /^.*#\/[^/]+/.exec(page.url()) ?? [];
	await page.goto(`${workbook}/${place}`);
}

test('a risk register is begun, filled, linked to controls and kept, by keyboard alone', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startWithControl(page, 'risks');
	await expect(page.getByRole('heading', { name: 'No risks yet' })).toBeVisible();
	await expectNoAxeViolations(page);
	await begin(page, 'Add a risk', risks);
	await typeAcross(page, 'R-1', 'Leavers keep access', 'Accounts stay open after the last day');
	await page.keyboard.press('Control+Shift+Enter');
	await typeInto(page, 1, 'Risk ID', 'R-2', risks);
	await typeInto(page, 0, 'Likelihood', 'high', risks);
	await typeInto(page, 1, 'Likelihood', '2', risks);
	await expectCell(page, 0, 'Likelihood', '4 High', risks);

	await goToCell(page, 0, 'Controls', risks);
	await page.keyboard.press('F2');
	await page.keyboard.type('quarterly user access');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await expectCell(page, 0, 'Controls', 'AC-05', risks);
	await page.keyboard.press('Control+d');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.type('AC-99');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await expectCell(page, 1, 'Controls', /There is no control “AC-99”/, risks);
	await page.keyboard.press('Control+z');
	await expectCell(page, 1, 'Controls', '', risks);

	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('complementary', { name: 'R-2' })).toBeVisible();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('complementary')).toHaveCount(0);
	await expectSaved(page);
	await page.reload();
	await expectCell(page, 0, 'Risk', 'Leavers keep access', risks);
});

test('a control that is called otherwise is so in the register that points to it', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await startWithControl(page, 'vendors');
	await begin(page, 'Add a vendor', 'Vendors');
	await page.keyboard.type('Acme');
	await page.keyboard.press('Enter');
	await typeInto(page, 0, 'Controls', 'AC-05', 'Vendors');
	await page.keyboard.press('Enter');
	await expectCell(page, 0, 'Controls', 'AC-05', 'Vendors');
	await goToPlace(page, 'matrix');
	await typeInto(page, 0, 'Control ID', 'IAM-1');
	await goToPlace(page, 'vendors');
	await expectCell(page, 0, 'Controls', 'IAM-1', 'Vendors');
});
