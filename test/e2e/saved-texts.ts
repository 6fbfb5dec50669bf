/** Collects what the screen claims to have stored: texts shown while the header says that all is saved. */
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		claimSaved(texts: readonly string[]): Promise<void>;
	}
}

/**
 * Every text of the grid or heading of the page that matched `pattern` while the header said
 * “Saved on this device”. Filled in as long as the page lives; a claim still on its way when the
 * browser is killed is not counted.
 */
export async function collectSavedTexts(page: Page, pattern: RegExp): Promise<ReadonlySet<string>> {
	const claimed = new Set<string>();
	await page.exposeFunction('claimSaved', (texts: readonly string[]) => {
		for (const text of texts) claimed.add(text);
	});
	await page.evaluate((source) => {
		const wanted = new RegExp(source);
		const told = new Set<string>();
		const look = (): void => {
			const said = [...document.querySelectorAll('header [role="status"]')];
			if (!said.some(({ textContent }) => textContent.trim() === 'Saved on this device')) return;
			const texts = [...document.querySelectorAll('[role="gridcell"] [data-content], h1')]
				.map((element) => element.textContent.trim())
				.filter((text) => wanted.test(text) && !told.has(text));
			if (texts.length === 0) return;
			for (const text of texts) told.add(text);
			void window.claimSaved(texts);
		};
		new MutationObserver(look).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true,
		});
		look();
	}, pattern.source);
	return claimed;
}

/** Resolves after so many frames of the page. */
export function frames(page: Page, count: number): Promise<void> {
	return page.evaluate(async (wanted) => {
		for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame);
	}, count);
}
