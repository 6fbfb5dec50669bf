/** From a source file to its controls, and sheets for the auditor, with the real worker. */
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { companyMatrix } from './matrix-files.ts';
import { expectCell, exportWorkbook, matrixGrid, rowsOf, typeInto } from './matrix-page.ts';
import { chooseFile, goToPlace, importButton } from './shelf-page.ts';

test('what came from a file is found again, and what was changed of it', async ({
	page,
	appAddress,
}) => {
	await openApp(page, appAddress);
	await chooseFile(page, companyMatrix());
	await importButton(page).click();
	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	await page.getByRole('button', { name: 'Add control' }).first().click();
	await typeInto(page, 1, 'Owner', 'Zoe');
	await goToPlace(page, 'Imports');
	await page.getByRole('button', { name: /^Show its controls/ }).click();
	await expect(page.getByText('5 of 6 controls')).toBeVisible();
	await page.getByRole('button', { name: /^Came from: / }).click();
	await page.getByRole('checkbox', { name: /^Only those changed/ }).check();
	await expectNoAxeViolations(page);
	await page.keyboard.press('Escape');
	await expect(page.getByText('1 of 6 controls')).toBeVisible();
	await expectCell(page, 0, 'Owner', 'Zoe');
	await page.reload();
	await expect(page.getByText('1 of 6 controls')).toBeVisible();
	await expect(matrixGrid(page)).toBeVisible();
});

test('a gap assessment is written of all controls', async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await chooseFile(page, companyMatrix());
	await importButton(page).click();
	await page.getByRole('button', { name: 'Go to the matrix' }).click();
	const path = await exportWorkbook(page, 'Gap assessment');
	const [header, ...rows] = await rowsOf(path, 'Gap assessment');
	expect(header?.slice(0, 2)).toEqual(['Criteria', 'Criterion in short']);
	expect(rows).toHaveLength(33);
	const [assessment, controls] = ['Assessment', 'Existing controls'].map((name) =>
		(header ?? []).indexOf(name),
	);
	const access = rows.find(([criterion]) => criterion === 'CC6.1') ?? [];
	expect(access[controls ?? -1]).toBe('AC-01');
	expect(access[assessment ?? -1]).toBe('Met');
});
