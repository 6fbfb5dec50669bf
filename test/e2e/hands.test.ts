/** Other ways to a cell than plain keys and a mouse: input methods. */
import { expect, test } from './fixtures.ts';
import { cellAt, expectActive, press, startWithFive } from './matrix-hands.ts';

test.beforeEach(async ({ page, context, appAddress }) => {
	await startWithFive({ page, context, appAddress });
});

test('an input method composes in the cell, and no letter is lost', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	const compose = (text: string) =>
		session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
	await press(page, 'ArrowRight');
	await compose('k');
	await compose('か');
	await expectActive(page, 'B1');
	await session.send('Input.insertText', { text: 'か' });
	await expect(cellAt(page, 0, 'B').getByRole('textbox')).toHaveValue('か');
	await compose('n');
	await session.send('Input.insertText', { text: 'ん' });
	await press(page, 'Enter');
	await expect(cellAt(page, 0, 'B')).toHaveText('かん');
	// Left in the middle of a word, what was composed is kept.
	await compose('さ');
	await cellAt(page, 3, 'C').click();
	await expect(cellAt(page, 1, 'B')).toHaveText('さ');
	await press(page, 'Control+z');
	await expect(cellAt(page, 1, 'B')).toHaveText('Movers');
});
