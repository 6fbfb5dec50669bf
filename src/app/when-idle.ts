/** Work that nobody waits for: done when the page has nothing else to do, after two seconds at the latest. */
export function whenIdle(work: () => void): () => void {
	// Safari has no such call; there a short while after the screen is drawn is as good.
	if (typeof window.requestIdleCallback !== 'function') {
		const timer = setTimeout(work, 500);
		return () => clearTimeout(timer);
	}
	const handle = window.requestIdleCallback(work, { timeout: 2_000 });
	return () => window.cancelIdleCallback(handle);
}
