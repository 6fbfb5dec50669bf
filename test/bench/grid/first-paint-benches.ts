/** From the address of a workbook of 10,000 controls to its rows, in wall milliseconds. */
import type { Page } from '@playwright/test';

import type { BenchCase } from '../measure.ts';
import type { GridStage } from './grid-stage.ts';

export function firstPaintBenches({
	page,
	address,
	barePage,
	bare,
}: GridStage): readonly BenchCase[] {
	return [
		{
			name: 'first paint: from the address to rows of 10,000 controls',
			reference: 'an empty page that reads the document from IndexedDB and applies it',
			target: 1.5,
			unit: 'ms wall',
			runs: 7,
			ours: () => timeToSee(page, address, '[role=gridcell]'),
			theirs: () => timeToSee(barePage, `${bare}/load.html`, '[data-loaded]'),
		},
	];
}

/** Lets the browser forget what the page before held, or it would do that in every other load. */
async function sweep(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	await session.detach();
}

/** Goes to the address anew; resolves to the time until `selector` is there and a frame was drawn. */
async function timeToSee(page: Page, address: string, selector: string): Promise<number> {
	await page.goto('about:blank');
	await sweep(page);
	await page.goto(address, { waitUntil: 'commit' });
	return page.evaluate(
		(wanted) =>
			new Promise<number>((resolve) => {
				requestAnimationFrame(function look() {
					if (!document.querySelector(wanted)) return void requestAnimationFrame(look);
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now());
					port2.postMessage(undefined);
				});
			}),
		selector,
	);
}
