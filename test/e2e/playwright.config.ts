/** End-to-end tests: the production build in a real Chromium. `npm run test:e2e` builds it first. */
import { defineConfig } from '@playwright/test';

import { browserFlags, findBrowser } from '../tools/browser.ts';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: process.env.CI !== undefined,
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		browserName: 'chromium',
		headless: true,
		// Every test begins with an empty browser: keeping the program for offline use, which is tested where
		// it matters, would be a sixth of all the work.
		serviceWorkers: 'block',
		launchOptions: { executablePath: await findBrowser(), args: browserFlags },
		viewport: { width: 1440, height: 900 },
		// A trace of every step costs as much work again as the test: `TRACE=1` where one is wanted.
		trace: process.env.TRACE === undefined ? 'off' : 'retain-on-failure',
		screenshot: 'only-on-failure',
	},
});
