import { writeFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations, openApp, singleFileAddress, test } from './fixtures.ts';

for (const build of ['served', 'single file'] as const) {
	test.describe(`the ${build} build`, () => {
		if (build === 'single file') test.use({ appAddress: singleFileAddress });

		test('starts, asks nobody else, and has nothing for axe', async ({ page, appAddress }) => {
			await openApp(page, appAddress);
			await expectNoAxeViolations(page);
		});

		test('refuses to run text as code', async ({ page, appAddress, watched }) => {
			watched.expectTrouble(/policy violation: (script-src|require-trusted-types-for)/);
			watched.expectTrouble(/console error: .*(evaluating|Trusted)/i);
			await openApp(page, appAddress);
			const answer = await inOwnTask(page, (): unknown => eval('6 * 7'));
			expect(answer).toMatch(/^(EvalError|TypeError)/);
		});

		test('refuses to make HTML of text', async ({ page, appAddress, watched }) => {
			watched.expectTrouble(/policy violation: require-trusted-types-for/);
			watched.expectTrouble(/console error: .*TrustedHTML/);
			await openApp(page, appAddress);
			const answer = await inOwnTask(page, () => (document.body.innerHTML = '<b>made</b>'));
			expect(answer).toMatch(/^TypeError/);
			await expect(page.getByRole('main')).toBeVisible();
		});

		test('runs a worker made of its own code', async ({ page, appAddress }) => {
			await openApp(page, appAddress);
			const answer = await inOwnTask(
				page,
				() =>
					new Promise((resolve, reject) => {
						const code = new Blob(['postMessage(6 * 7)'], { type: 'text/javascript' });
						const worker = new Worker(URL.createObjectURL(code));
						worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
						worker.onerror = () => reject(new Error('the worker did not start'));
					}),
			);
			expect(answer).toBe('42');
		});

		test('refuses to start a script from elsewhere', async ({ page, appAddress, watched }) => {
			await openApp(page, appAddress);
			const answer = await inOwnTask(page, () => new Worker('data:text/javascript,postMessage(1)'));
			expect(answer).toContain('it is not part of this app');
			expect(watched.requests.filter((address) => address.startsWith('data:text'))).toEqual([]);
		});

		test('cannot send anything elsewhere', async ({ page, appAddress, watched }) => {
			watched.expectTrouble(/policy violation: connect-src https:\/\/elsewhere\.example/);
			watched.expectTrouble(/console error: .*elsewhere\.example/);
			await openApp(page, appAddress);
			const answer = await inOwnTask(page, () =>
				fetch('https://elsewhere.example/', { method: 'POST', body: 'a control' }),
			);
			expect(answer).toMatch(/^TypeError/);
		});
	});
}

test.describe('inside a frame', () => {
	test.use({ appAddress: 'file:///' });

	test('shows nothing of the workbook', async ({ page }, testInfo) => {
		const framing = testInfo.outputPath('framing.html');
		await writeFile(framing, `<iframe src="${singleFileAddress}"></iframe>`);
		await page.goto(`file://${framing}`);
		const frame = page.frameLocator('iframe');
		await expect(frame.getByText('in a tab of its own')).toBeVisible();
		await expect(frame.getByRole('main')).toHaveCount(0);
	});
});

/**
 * What the page answers to an act of its own, as text: the value or the error. In a task of its own,
 * since the policy does not rule what the debugger itself evaluates.
 */
function inOwnTask(page: Page, act: () => unknown): Promise<string> {
	return page.evaluate<string>(
		`new Promise((answer) => {
			setTimeout(async () => {
				try {
					answer(String(await (${act.toString()})()));
				} catch (error) {
					answer(String(error));
				}
			});
		})`,
	);
}
