/**
 * The first script, as little as can be: it begins to read the workbook of the address while the
 * program itself is on its way.
 */
import './ui/base.css';

import { isFramed } from './app/framing.ts';
import { hashToRoute } from './app/routes.ts';
import { ReadAhead } from './storage/document/read-ahead.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with id app');

if (isFramed(window)) {
	target.textContent = 'Open Readiness Workbook in a tab of its own: it shows nothing in a frame.';
} else void begin(target);

async function begin(target: HTMLElement): Promise<void> {
	const route = hashToRoute(window.location.hash);
	const ahead = 'workbook' in route ? new ReadAhead(route.workbook) : undefined;
	try {
		const { start } = await import('./composition/start.ts');
		await start(target, route, ahead);
	} catch (error) {
		console.error(error);
		target.textContent =
			'The program could not be loaded. Your workbooks are safe in this browser. Check the connection, then reload the page.';
	}
}
