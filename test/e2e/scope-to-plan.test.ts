/** From an imported matrix to a plan in one sitting, by keyboard alone after the file is chosen. */
import type { Page } from '@playwright/test';

import { expectFocusInSight, goBy, tabTo } from './by-keyboard.ts';
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { companyMatrix } from './matrix-files.ts';
import { expectSaved } from './matrix-page.ts';
import { importFromShelf } from './shelf-page.ts';

test.describe.configure({ timeout: 180_000 });

async function fill(page: Page, name: string, text: string): Promise<void> {
	await tabTo(page, 'textbox', name);
	await page.keyboard.type(text);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
	await tabTo(page, 'button', name);
	await page.keyboard.press('Enter');
}

test('says what is examined, sees what is missing, and plans it', async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await importFromShelf(page, companyMatrix());

	await goBy(page, 'Scope', 'Scope');
	await expect(page.getByRole('heading', { name: 'Company and service' })).toBeVisible();
	await fill(page, 'Organization', 'Nordwind GmbH');
	await fill(page, 'Service', 'Weather data for shipping');
	await press(page, /^(Next|Skip to): Categories/);
	await expect(page.getByRole('heading', { name: 'Categories', exact: true })).toBeFocused();
	await tabTo(page, 'checkbox', /Availability/);
	await page.keyboard.press('Space');
	await expectNoAxeViolations(page);
	await press(page, /^(Next|Skip to): Report type/);
	await expect(page.getByRole('heading', { name: /^Report type/ })).toBeFocused();
	await tabTo(page, 'radio', /Type 1/);
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: /Type 2/ })).toBeChecked();
	await fill(page, 'Period start', '1 Oct 2026');
	await press(page, '6 months');
	await expect(page.getByLabel('Period end')).toHaveValue(/31 Mar 2027|2027-03-31/);
	await expectFocusInSight(page);

	await goBy(page, 'Criteria', 'Criteria');
	await expect(page.getByText(/criteria in scope/)).toBeVisible();
	await tabTo(page, 'gridcell', /^CC1\.1 /);
	await page.keyboard.press('Enter');
	const panel = page.getByRole('complementary', { name: /CC1\.1/ });
	await expect(panel.getByText('No control', { exact: true }).first()).toBeVisible();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expectFocusInSight(page);

	await goBy(page, 'Checks', 'Checks');
	await press(page, /Criterion in scope with no control mapped/);
	await expect(page.getByText('CC1.1 has no control.')).toBeVisible();
	await press(page, 'Plan: CC1.1 has no control.');
	await expect(page.getByText('Added a gap to the plan.').first()).toBeVisible();
	await expectFocusInSight(page);
	await expectNoAxeViolations(page);

	await goBy(page, 'Gaps', 'Gaps');
	const card = page.getByRole('button', { name: /CC1\.1 has no control/ }).first();
	await expect(card).toBeVisible();
	await tabTo(page, 'button', /CC1\.1 has no control/);
	await page.keyboard.press('Enter');
	const gap = page.getByRole('complementary', { name: /CC1\.1 has no control/ });
	await expect(gap).toBeVisible();
	await tabTo(page, 'combobox', 'Owner');
	await page.keyboard.type('Head of IT');
	await page.keyboard.press('Tab');
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await expect(gap).toHaveCount(0);
	await expect(card).toContainText('Head of IT');

	await goBy(page, 'Overview', 'Overview');
	await expect(page.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
	await expect(
		page.getByText(/Nordwind GmbH\. Type 2 from 1 Oct 2026 to 31 Mar 2027/),
	).toBeVisible();
	await expectNoAxeViolations(page);
	await expectSaved(page);
	await page.reload();
	await expect(page.getByText(/Nordwind GmbH\. Type 2 from 1 Oct 2026/)).toBeVisible();
});
