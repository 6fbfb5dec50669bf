/** Two people in two browsers: they meet by codes, work on one workbook, lose each other, meet again. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { plainMatrix } from './matrix-files.ts';
import { cellAt, paste, press } from './matrix-hands.ts';
import { exportedRows, expectCell, expectSaved, goToCell, typeInto } from './matrix-page.ts';
import {
	answer,
	bringIn,
	expectSameCopy,
	invite,
	letIn,
	met,
	openReviewTab,
	openSide,
	takeAnswer,
	type ReviewSide,
} from './review-sides.ts';
import { goToPlace, importFromShelf, openExample, startEmpty } from './shelf-page.ts';

test.describe.configure({ timeout: 120_000 });

let host: ReviewSide;
let guest: ReviewSide;

test.beforeEach(async ({ appAddress }) => {
	[host, guest] = await Promise.all([openSide(appAddress), openSide(appAddress)]);
});

test.afterEach(async () => {
	await Promise.all([host.close(), guest.close()]);
});

test('[P-7] codes bring two people together, and new ones after the host has loaded the page again; who is removed hears it', async () => {
	const [dana, priya] = [host.page, guest.page];
	await openExample(dana);
	const link = await invite(dana, 'Editor', 'Dana');
	await expectNoAxeViolations(dana);
	const code = await answer(priya, link, 'Priya');
	await expectNoAxeViolations(priya);
	expect(priya.url()).not.toContain(link.slice(-20));
	await takeAnswer(dana, code);
	await expect(dana.getByRole('dialog', { name: 'Compare the words' })).toBeVisible();
	await expectNoAxeViolations(dana);
	await letIn(dana, priya, 'Priya');
	await met(dana, priya);

	// The whole of it came, and an edit goes either way.
	await Promise.all([dana, priya].map((page) => goToPlace(page, 'Matrix')));
	await typeInto(priya, 0, 'Title', 'Worded by Priya');
	await expectCell(dana, 0, 'Title', 'Worded by Priya');
	await typeInto(dana, 1, 'Title', 'Worded by Dana');
	await expectCell(priya, 1, 'Title', 'Worded by Dana');
	expect(await exportedRows(priya)).toEqual(await exportedRows(dana));

	// Each sees where the other is, cell by cell, and goes there.
	await goToCell(priya, 2, 'Description');
	await expectAt(dana, 'Priya', /^at .+, Description$/);
	await goToCell(dana, 0, 'Owner');
	await expectAt(priya, 'Dana', /^at .+, Owner$/);

	// What one says, the other reads.
	await openReviewTab(priya, 'Threads');
	await priya.getByLabel('New thread about the whole workbook').focus();
	await priya.keyboard.type('Who has the pen tests?');
	await press(priya, 'Control+Enter');
	await openReviewTab(dana, 'Threads');
	await expect(dana.getByText('Who has the pen tests?')).toBeVisible();

	// The host loads the page again: both are told, both go on, neither loses what the other did not see.
	await dana.reload();
	await openReviewTab(priya, 'Session');
	await expect(priya.getByText('Nobody is connected this way.')).toBeVisible();
	await openReviewTab(dana, 'Session');
	await expect(dana.getByText('Not connected.')).toBeVisible();
	await Promise.all([dana, priya].map((page) => goToPlace(page, 'Matrix')));
	await typeInto(dana, 3, 'Title', 'Meanwhile here');
	await typeInto(priya, 4, 'Title', 'Meanwhile there');
	await expectSaved(priya);

	await takeAnswer(dana, await answer(priya, await invite(dana), 'Priya'));
	await met(dana, priya);
	const again = Date.now();
	await Promise.all([dana, priya].map((page) => goToPlace(page, 'Matrix')));
	await expectCell(dana, 4, 'Title', 'Meanwhile there');
	await expectCell(priya, 3, 'Title', 'Meanwhile here');
	await Promise.all([expectSameCopy(dana, 'Priya', again), expectSameCopy(priya, 'Dana', again)]);

	// Whoever is removed hears it from the one who did it, and is linked with nobody any more.
	await openReviewTab(dana, 'Members');
	await dana.getByRole('button', { name: 'Remove Priya' }).click();
	const removal = dana.getByRole('dialog', { name: 'Remove Priya' });
	await removal.getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(priya.getByText(/^Dana removed this browser/)).toBeVisible();
	await expectNoAxeViolations(priya);
	await openReviewTab(dana, 'Session');
	await expect(dana.getByText('Nobody is connected this way.')).toBeVisible();
});

test('1,000 pasted cells and their undo take nothing from whoever types meanwhile', async () => {
	const [dana, priya] = [host.page, guest.page];
	const rows = 500;
	await importFromShelf(dana, plainMatrix(rows));
	await bringIn(dana, priya, 'Priya');
	await Promise.all([dana, priya].map((page) => goToPlace(page, 'Matrix')));
	const [title] = await titles(priya, 1);

	const typing = typeDown(priya, 'Owner', 12);
	await goToCell(dana, 0, 'Title');
	await paste(
		dana,
		Array.from({ length: rows }, (_, row) => `Pasted ${row}\tOver ${row}`).join('\n'),
	);
	await expect(priya.getByText('Pasted 0', { exact: true })).toBeVisible();
	await press(dana, 'Control+z');
	const typed = await typing;
	await expectSaved(priya);
	for (const page of [dana, priya]) {
		await expect.poll(() => titles(page, 1)).toEqual([title]);
		const shown = await exportedRows(page);
		expect(shown.flat().filter((text) => /^(Pasted|Over) /.test(text))).toEqual([]);
		expect(shown.flat()).toEqual(expect.arrayContaining([...typed]));
	}
	const done = Date.now();
	await Promise.all([expectSameCopy(dana, 'Priya', done), expectSameCopy(priya, 'Dana', done)]);
});

test('[P-9] [P-29] who is asked about a great removal declines it, both are told, and takes it later', async () => {
	const [dana, priya] = [host.page, guest.page];
	const records = 30;
	await startEmpty(dana, 'Kept apart');
	await bringIn(dana, priya, 'Priya');
	await Promise.all([dana, priya].map((page) => goToPlace(page, 'Matrix')));
	await dana.getByRole('button', { name: 'Add a control' }).click();
	await goToCell(dana, 0, 'Title');
	await paste(dana, Array.from({ length: records }, (_, row) => `Pasted ${row}`).join('\n'));
	await expect(priya.getByText('Pasted 0', { exact: true })).toBeVisible();
	await press(dana, 'Control+z');

	// She is told wherever she is, and nothing is gone before she has said so.
	await priya.getByRole('button', { name: 'A change waits for you' }).click();
	const asked = priya.getByText(/^Dana removes 29 of 32 records$/);
	await expect(asked).toBeVisible();
	await priya.getByRole('button', { name: 'Keep them' }).click();
	await expect(asked).toBeHidden();
	await expect(priya.getByText(/you kept 29 records that Dana removed/)).toBeVisible();
	await openReviewTab(dana, 'Session');
	await expect(dana.getByText('Priya kept 29 records that a member removed')).toBeVisible();

	// What either writes still reaches the other.
	await goToPlace(dana, 'Matrix');
	await typeInto(dana, 0, 'Title', 'After the question');
	await goToPlace(priya, 'Matrix');
	await expect(priya.getByText('After the question', { exact: true })).toBeVisible();
	await expect(priya.getByText('Pasted 1', { exact: true })).toBeVisible();

	await openReviewTab(priya, 'Session');
	await priya.getByRole('button', { name: 'Remove them here too' }).click();
	await priya.getByRole('button', { name: 'Remove 29 records' }).click();
	const taken = Date.now();
	await expect(priya.getByText(/you kept 29 records/)).toBeHidden();
	await openReviewTab(dana, 'Session');
	await expect(dana.getByText('Priya kept 29 records')).toBeHidden();
	await Promise.all([expectSameCopy(dana, 'Priya', taken), expectSameCopy(priya, 'Dana', taken)]);
});

/** Types into a column from the first row down, one cell after the other; resolves to the texts. */
async function typeDown(page: Page, column: string, rows: number): Promise<readonly string[]> {
	const texts = Array.from({ length: rows }, (_, row) => `Priya types ${row}`);
	await goToCell(page, 0, column);
	for (const text of texts) {
		await page.keyboard.type(text, { delay: 20 });
		await page.keyboard.press('Enter');
	}
	return texts;
}

/** What the first rows show as titles. */
function titles(page: Page, rows: number): Promise<readonly string[]> {
	return Promise.all(
		Array.from({ length: rows }, (_, row) =>
			cellAt(page, row, 'B').locator('[data-content]').innerText(),
		),
	);
}

/** Where somebody is, as the header of another person says it on a press. */
async function expectAt(page: Page, name: string, where: RegExp): Promise<void> {
	await page.getByRole('button', { name: `Here with you: ${name}` }).click();
	const way = page.getByRole('button', { name: `Go to where ${name} is` });
	await expect(way).toHaveText(where);
	await page.keyboard.press('Escape');
}
