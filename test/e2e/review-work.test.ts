/** What one person does in a review alone: says, suggests, signs, walks the agenda, looks back. */
import type { Locator, Page } from '@playwright/test';

import { expectAccessible, expectFocusInSight, tabTo } from './by-keyboard.ts';
import { expect, expectNoAxeViolations, openApp, test } from './fixtures.ts';
import { expectCell, expectSaved, goToCell, matrixGrid, typeInto } from './matrix-page.ts';
import { openReviewTab } from './review-sides.ts';
import { goToPlace, openExample } from './shelf-page.ts';

test.describe.configure({ timeout: 90_000 });

test.beforeEach(async ({ page, appAddress }) => {
	await openApp(page, appAddress);
	await openExample(page);
});

test('a thread from a cell by key, a suggestion that is taken and taken back, a note of the team', async ({
	page,
}) => {
	const cell = matrixGrid(page).locator('[data-active]');
	const panel = page.getByRole('complementary');
	await goToCell(page, 1, 'Title');
	const before = await cell.innerText();
	await page.keyboard.press('Control+Alt+m');
	await expect(panel.getByRole('textbox', { name: 'New thread' })).toBeFocused();
	await page.keyboard.type('Which of the two is meant?');
	await page.keyboard.press('Control+Enter');
	const thread = panel.getByRole('group', { name: /^Thread about Title of / });
	await expect(thread).toContainText('Which of the two is meant?');
	await page.keyboard.press('Escape');
	await expect(cell).toBeFocused();
	await expect(cell).toContainText('1 open thread');

	await page.keyboard.press('Shift+F2');
	await expect(panel.getByRole('textbox', { name: 'New thread' })).toBeFocused();
	await tabTo(page, 'textbox', 'Reply', 'Shift+Tab');
	await page.keyboard.type('The first.');
	await page.keyboard.press('Control+Enter');
	await expect(thread.getByRole('article')).toHaveCount(2);
	await expectAccessible(page);
	await tabTo(page, 'button', 'Resolve');
	await page.keyboard.press('Enter');
	await expect(panel.getByText('Resolved and taken back')).toBeVisible();
	await expect(cell).not.toContainText('open thread');

	await panel.locator('summary', { hasText: 'Suggestions' }).press('Enter');
	await tabTo(page, 'combobox', 'Suggest a value for');
	await page.keyboard.type('Title');
	await page.keyboard.press('Enter');
	await tabTo(page, 'textbox', 'Title');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('The board reviews security each quarter');
	await tabTo(page, 'textbox', 'Why');
	await page.keyboard.type('As the description has it.');
	await tabTo(page, 'button', 'Suggest');
	await page.keyboard.press('Enter');
	await expect(cell).toContainText('1 suggestion');
	const suggestion = panel.getByRole('group', { name: 'Suggestion for Title' });
	await suggestion.getByRole('button', { name: 'Accept' }).press('Enter');
	await expect(panel.getByText('Decided and taken back')).toBeVisible();
	await panel.locator('summary', { hasText: 'Team note' }).press('Enter');
	await tabTo(page, 'textbox', 'Team note');
	await page.keyboard.type('Ask counsel first.');
	await page.keyboard.press('Control+Enter');
	await expect(panel.getByRole('button', { name: 'Save note' })).toHaveCount(0);

	await page.keyboard.press('Escape');
	await expectCell(page, 1, 'Title', 'The board reviews security each quarter');
	await page.keyboard.press('Control+z');
	await expect(cell).toHaveText(before);

	// All of it is there after loading again, the value as it was before.
	await expectSaved(page);
	await page.reload();
	await goToCell(page, 1, 'Title');
	await expect(cell).toHaveText(before);
	await page.keyboard.press('Shift+F2');
	await panel.locator('summary', { hasText: 'Team note' }).press('Enter');
	await expect(panel.getByRole('textbox', { name: 'Team note' })).toHaveValue('Ask counsel first.');
	await openReviewTab(page, 'Threads');
	await page.getByRole('radio', { name: /^Resolved/ }).press('Space');
	await expect(page.getByRole('group', { name: /^Thread about Title of / })).toBeVisible();
	await expectNoAxeViolations(page);
	await openReviewTab(page, 'Suggestions');
	await page.getByRole('radio', { name: /^Decided/ }).press('Space');
	// Its undo took the value back, which the suggestion says.
	await expect(page.getByText('Accepted, the cell differs', { exact: true })).toBeVisible();
	await expectNoAxeViolations(page);
});

test('the agenda walked by keys, and a signature that is out of date once its control changes', async ({
	page,
}) => {
	await openReviewTab(page, 'Agenda');
	const walk = page.getByRole('group', { name: 'Walk' });
	const fine = walk.getByRole('button', { name: /^Looked at, fine/ });
	await expect(fine).not.toHaveAttribute('aria-busy', 'true');
	await expectNoAxeViolations(page);
	await page.keyboard.press('j');
	await expect(walk).toContainText('2 of 90');
	await page.keyboard.press('k');
	await expect(walk).toContainText('1 of 90');
	await page.keyboard.press('r');
	await expect(page.getByText('1 of 90 looked at')).toBeVisible();
	await expect(walk).toContainText('2 of 90');

	await page.keyboard.press('q');
	await expect(page.getByRole('textbox', { name: 'Question' })).toBeFocused();
	await page.keyboard.type('Who stands in?');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.locator('summary', { hasText: 'Threads' })).toContainText('1');
	await page.keyboard.press('s');
	const signing = page.getByRole('dialog', { name: /^Sign .+ as preparer$/ });
	await expect(signing).toContainText('It does not prove who was at the keyboard.');
	await tabTo(page, 'button', 'Sign as preparer');
	await page.keyboard.press('Enter');
	await expect(signing).toHaveCount(0);
	await expect(page.getByText('2 of 90 looked at')).toBeVisible();
	await expectFocusInSight(page);

	await openReviewTab(page, 'Sign-offs');
	await expect(page.getByText('Stands', { exact: true })).toBeVisible();
	await goToPlace(page, 'Matrix');
	await typeInto(page, 1, 'Title', 'Another title');
	await openReviewTab(page, 'Sign-offs');
	await expect(page.getByText('Out of date', { exact: true })).toBeVisible();
	await page.locator('summary', { hasText: 'What changed since' }).press('Enter');
	await expect(signed(page, 'Now')).toHaveText('Another title');
	await expect(signed(page, 'Signed')).toHaveText('Board reviews security');
	await expectNoAxeViolations(page);
	await goToPlace(page, 'Overview');
	await page.getByRole('button', { name: '1 sign-off of yours out of date' }).press('Enter');
	await expect(page.getByRole('tab', { name: 'Sign-offs' })).toHaveAttribute(
		'aria-selected',
		'true',
	);
});

test('a milestone is compared, restored and the restoring undone; the history by person and record', async ({
	page,
}) => {
	const title = matrixGrid(page).locator('[data-active]');
	await goToCell(page, 0, 'Title');
	const before = await title.innerText();
	await openReviewTab(page, 'History');
	await page.getByRole('button', { name: 'Name this state' }).press('Enter');
	await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).focus();
	await page.keyboard.type('Before fieldwork');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Before fieldwork', { exact: true })).toBeVisible();
	await goToPlace(page, 'Matrix');
	await typeInto(page, 0, 'Title', 'Worded anew');

	await openReviewTab(page, 'History');
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Compare “Before fieldwork” with now' }).press('Enter');
	await expect(page.getByRole('cell', { name: 'Worded anew' })).toBeVisible();
	await expect(page.getByRole('cell', { name: before })).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Restore “Before fieldwork”' }).press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).press('Enter');
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Before fieldwork');
	await goToPlace(page, 'Matrix');
	await expectCell(page, 0, 'Title', before);
	await page.keyboard.press('Control+z');
	await expect(title).toHaveText('Worded anew');

	await goToPlace(page, 'Activity');
	await page.getByRole('radio', { name: 'By person' }).press('Space');
	await expectNoAxeViolations(page);
	const byPerson = page.locator('summary', { hasText: 'You' });
	await byPerson.first().press('Enter');
	await expect(page.getByText('Restore milestone “Before fieldwork”').first()).toBeVisible();
	await page.getByRole('radio', { name: 'By record' }).press('Space');
	await page.getByRole('searchbox').fill('GV-01');
	await page.locator('summary', { hasText: 'GV-01' }).first().press('Enter');
	await expect(page.getByText(/Edit title of GV-01/).first()).toBeVisible();

	for (const tab of ['Session', 'Members']) {
		await openReviewTab(page, tab);
		await expectNoAxeViolations(page);
	}
});

/** A value in a comparison, by what stands above it. */
function signed(page: Page, label: string): Locator {
	return page
		.locator('dl > div')
		.filter({ has: page.getByText(label, { exact: true }) })
		.locator('dd');
}
