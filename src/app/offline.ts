/**
 * Registers the service worker that keeps the app for use without a network. A newer version waits
 * until every tab of the old one is closed, so no open workbook ever meets half of an update.
 */
export async function keepForOffline(
	container: Pick<ServiceWorkerContainer, 'register'> | undefined,
): Promise<boolean> {
	// Absent where the page is not served from a secure context.
	if (!container) return false;
	try {
		await container.register('./sw.js', { scope: './' });
		return true;
	} catch (cause) {
		console.warn('The app could not be kept for offline use.', cause);
		return false;
	}
}
