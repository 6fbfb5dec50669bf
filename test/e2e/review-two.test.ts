/** Two people in two browsers meet by codes, work on one workbook, lose each other and meet again. */
import { expect, test } from './fixtures.ts';
import { expectSaved, matrixGrid, typeInto } from './matrix-page.ts';
import { bringIn, openSide, expectSameCopy, type ReviewSide } from './review-sides.ts';
import { goToPlace, openExample } from './shelf-page.ts';

let host: ReviewSide;
let guest: ReviewSide;

test.beforeEach(async ({ appAddress }) => {
	[host, guest] = await Promise.all([openSide(appAddress), openSide(appAddress)]);
});

test.afterEach(async () => {
	await Promise.all([host.close(), guest.close()]);
});

test('meet', async () => {
	await openExample(host.page);
	await bringIn(host.page, guest.page, 'Priya');
	await goToPlace(guest.page, 'Matrix');
	await expect(matrixGrid(guest.page)).toBeVisible();
	await typeInto(guest.page, 0, 'Title', 'From Priya');
	await expectSaved(guest.page);
	await goToPlace(host.page, 'Matrix');
	await expect(host.page.getByText('From Priya')).toBeVisible();
	await Promise.all([expectSameCopy(host.page, 'Priya'), expectSameCopy(guest.page, 'Dana')]);
});
