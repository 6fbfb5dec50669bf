/** The format of the last export from this browser. */
import type { ExportOrder } from '../../../exchange/worker/protocol.ts';

/** The part of the browser's `localStorage` that is needed; it may throw where it is switched off. */
export type KeptChoices = Pick<Storage, 'getItem' | 'setItem'>;

type Format = ExportOrder['format'];

const key = 'export.format';
const formats: readonly Format[] = ['xlsx', 'ods', 'csv', 'tsv'];

export class LastFormat {
	readonly #kept: KeptChoices;

	constructor(kept: KeptChoices) {
		this.#kept = kept;
	}

	read(): Format | undefined {
		try {
			const kept = this.#kept.getItem(key);
			return formats.find((format) => format === kept);
		} catch {
			// Browsers that forbid storage throw on reading as well.
			return undefined;
		}
	}

	write(format: Format): void {
		try {
			this.#kept.setItem(key, format);
		} catch {
			// Next time the usual format is offered again.
		}
	}
}
