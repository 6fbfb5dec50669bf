/** The screen of an open workbook. It is no part of the first script, so it can be sent for ahead. */
import type { Route } from './routes.ts';

export const workbookScreen = () => import('./WorkbookScreen.svelte');

/** Sends for the screen where the route needs it, so that it comes while the document is read. */
export function sendForScreen(route: Route): void {
	if (!('workbook' in route)) return;
	// Where it cannot be had, the place that shows it says so.
	workbookScreen().catch(() => undefined);
}
