/** What someone without a mouse does, and what everybody must be able to see and hear. */
import type { Page } from '@playwright/test';

import { expect, expectNoAxeViolations } from './fixtures.ts';

/** No violation in light, nor in dark, where only the colours differ. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	await expectNoAxeViolations(page, ['color-contrast']);
	await page.emulateMedia({ colorScheme: 'light' });
	await expectNoAxeViolations(page);
}

/** Presses Tab until the named element has the focus, looking at every stop on the way. */
export async function tabTo(
	page: Page,
	role: Parameters<Page['getByRole']>[0],
	name: string | RegExp,
	key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
	const wanted = page
		.getByRole(role, { name, exact: typeof name === 'string' })
		.and(page.locator(':focus'));
	for (let stop = 0; stop < 60; stop += 1) {
		await page.keyboard.press(key);
		await expectFocusInSight(page);
		if ((await wanted.count()) > 0) return;
	}
	throw new Error(`No ${role} ${String(name)} within 60 stops of ${key}`);
}

/** The focus is on an element, not on the page itself, and some of that element is in view. */
export async function expectFocusInSight(page: Page): Promise<void> {
	const focused = page.locator(':focus');
	await expect(focused).toHaveCount(1);
	await expect(focused).not.toHaveJSProperty('tagName', 'BODY');
	await expect(focused).toBeInViewport();
}

/** Goes to a place, a record or a command by the palette. */
export async function goBy(page: Page, typed: string, chosen: string | RegExp): Promise<void> {
	await page.keyboard.press('Control+k');
	const palette = page.getByRole('dialog');
	await expect(palette).toBeVisible();
	await page.keyboard.type(typed);
	const option = palette.getByRole('option', { name: chosen }).first();
	await expect(option).toBeVisible();
	for (let step = 0; step < 12; step += 1) {
		if ((await option.getAttribute('aria-selected')) === 'true') break;
		await page.keyboard.press('ArrowDown');
	}
	await page.keyboard.press('Enter');
	await expect(palette).toHaveCount(0);
}
