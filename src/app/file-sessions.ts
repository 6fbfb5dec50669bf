/**
 * Work with files that outlives its screen while a workbook is open: an import that is under way, a
 * file that is looked through before it goes back.
 */
import { HandBackSession, ImportSession } from '../features/exchange/index.ts';
import { download } from './download.ts';
import type { OpenWorkbook, Services } from './services.ts';

export interface FileSessions {
	readonly importing: ImportSession;
	readonly handingBack: HandBackSession;
	/** Ends their workers; to be called when the workbook is closed. */
	close(): void;
}

export function fileSessions(
	{ live, files }: OpenWorkbook,
	{ profiles, startExchangeWorker: startWorker }: Services,
): FileSessions {
	const importing = new ImportSession({ workbook: live, files, profiles, startWorker });
	const handingBack = new HandBackSession({ workbook: live, files, startWorker, download });
	return {
		importing,
		handingBack,
		close: () => {
			importing.close();
			handingBack.stop();
		},
	};
}
