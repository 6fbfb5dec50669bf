/** Whether the browser promised to keep this site's data, and how much room there is. */
import type { Platform } from './platform.ts';

export interface PersistenceReport {
	/** False where the browser may clear the data by itself; it is only asked, it decides. */
	readonly persisted: boolean;
	/** Bytes; undefined where the browser does not say. Chromium reports an artificial quota. */
	readonly quota: number | undefined;
	readonly usage: number | undefined;
}

/** Asks the browser to keep this site's data; some browsers ask the person in turn. */
export async function requestPersistence(platform: Platform): Promise<PersistenceReport> {
	const { quota: manager } = platform;
	if (!manager) return { persisted: false, quota: undefined, usage: undefined };
	try {
		const persisted = (await manager.persisted()) || (await manager.persist());
		const { quota, usage } = await manager.estimate();
		return { persisted, quota, usage };
	} catch {
		// Browsers refuse on opaque origins and some on file: the honest answer is "not promised".
		return { persisted: false, quota: undefined, usage: undefined };
	}
}
