/** Some carriers run in one tab of a browser only: the first holds a Web Lock, the others wait. */

export type TabLocks = Pick<LockManager, 'request'>;

/**
 * Resolves once this tab is the only one that holds `name`, and holds it until `signal` is aborted.
 * Rejects where it is aborted before. Without locks (an old browser) everybody is alone.
 */
export async function holdAlone(
	locks: TabLocks | undefined,
	name: string,
	signal: AbortSignal,
): Promise<void> {
	signal.throwIfAborted();
	if (!locks) return;
	await new Promise<void>((held, failed) => {
		locks
			.request(name, { signal }, () => {
				held();
				return new Promise<void>((release) => {
					signal.addEventListener('abort', () => release(), { once: true });
				});
			})
			.catch(failed);
	});
}

/** Calls `left` once the tab that holds `name` let it go: closed, reloaded or crashed. */
export function whenLeft(
	locks: TabLocks | undefined,
	name: string,
	signal: AbortSignal,
	left: () => void,
): void {
	// Shared, so that many tabs may wait for the same one to end.
	locks?.request(name, { mode: 'shared', signal }, left).catch(() => {
		// The wait was called off.
	});
}
