/**
 * Reads what a person chose or pasted in the worker. One at a time: another one, or `stop`, puts an
 * end to the reading before it, whose answer is then nothing.
 */
import { refused, type Result } from '../../../base/result.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import {
	largestFileBytes,
	type OpenedSpreadsheet,
	type SpreadsheetSource,
} from '../../../exchange/worker/protocol.ts';
import type { Headway, SourceFile } from './import-ports.ts';

/** Undefined where it was stopped. */
export type Opening = Promise<Result<OpenedSpreadsheet, { readonly text: string }> | undefined>;

const pastedName = 'Pasted cells';

const tooLarge = `The file is larger than ${largestFileBytes / 2 ** 20} MB, more than can be read here. Save a copy with only the sheets you need and bring that in.`;

const unreadable =
	'The browser could not read the file. It may have been moved or changed since it was chosen: choose it again.';

export class SpreadsheetOpening {
	readonly #client: ExchangeClient;
	readonly #onheadway: (headway: Headway) => void;
	#reading = new AbortController();
	#source: SourceFile = { name: '', bytes: undefined, type: '' };

	constructor(client: ExchangeClient, onheadway: (headway: Headway) => void) {
		this.#client = client;
		this.#onheadway = onheadway;
	}

	/** What is being read or was read last. */
	get source(): SourceFile {
		return this.#source;
	}

	/** Aborted once this file is read no more. */
	get signal(): AbortSignal {
		return this.#reading.signal;
	}

	async file(file: File): Opening {
		const { name, type } = file;
		const { signal } = this.#begin(name);
		if (file.size > largestFileBytes) return refused({ text: tooLarge });
		try {
			const bytes = new Uint8Array(await file.arrayBuffer());
			if (signal.aborted) return undefined;
			this.#source = { name, bytes, type };
			return await this.#read({ kind: 'file', name, bytes });
		} catch {
			return refused({ text: unreadable });
		}
	}

	pasted(html: string, text: string): Opening {
		this.#begin(pastedName);
		return this.#read({ kind: 'pasted', html, text });
	}

	/** Ends the worker and whatever it was doing. */
	stop(): void {
		this.#reading.abort();
		this.#client.close();
	}

	#begin(name: string): AbortController {
		this.stop();
		this.#reading = new AbortController();
		this.#source = { name, bytes: undefined, type: '' };
		this.#onheadway({ fraction: undefined, what: 'Opening the file' });
		return this.#reading;
	}

	async #read(asked: SpreadsheetSource): Opening {
		const opened = await this.#client.open(asked, {
			onprogress: (fraction, what) => this.#onheadway({ fraction, what }),
		});
		const wasStopped = !opened.ok && opened.problems[0]?.kind === 'cancelled';
		return wasStopped ? undefined : opened;
	}
}

/** The places of the sheets that hold rows. */
export function filledPlaces(opened: OpenedSpreadsheet | undefined): readonly number[] {
	return (opened?.sheets ?? []).flatMap(({ rowNumbers }, place) =>
		rowNumbers.length > 0 ? [place] : [],
	);
}
