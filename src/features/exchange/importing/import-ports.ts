/** What an import asks of the world, and the plain facts that its parts hand to one another. */
import type { LayoutProfilesPort, SourceFilesPort } from '../../../workbook/ports.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { StartExchangeWorker } from '../../../exchange/worker/exchange-client.ts';

export interface ImportPorts {
	readonly workbook: LiveWorkbook;
	readonly startWorker: StartExchangeWorker;
	readonly files: SourceFilesPort;
	readonly profiles: LayoutProfilesPort;
}

/** What could not be done, for which file, and what to do now. */
export interface Refusal {
	readonly name: string;
	readonly text: string;
}

/** How far something long is: a fraction from 0 to 1 and what is being done. */
export interface Headway {
	readonly fraction: number | undefined;
	readonly what: string;
	/** Given once it can no longer be stopped. */
	readonly isFinal?: true;
}

export interface SourceFile {
	readonly name: string;
	/** Undefined for pasted cells: there is no file to keep. */
	readonly bytes: Uint8Array | undefined;
	/** Its media type as the browser tells it; may be empty. */
	readonly type: string;
}
