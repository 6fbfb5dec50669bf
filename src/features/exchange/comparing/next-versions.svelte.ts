/**
 * The sheets of a file that look like the next version of an imported one, and the comparison of
 * the one the person is at.
 */
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { OpenedSpreadsheet } from '../../../exchange/worker/protocol.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { Comparison } from './comparison.svelte.ts';
import { laterVersionOf, type LaterVersion, type LaterVersionSearch } from './later-version.ts';

export class NextVersions {
	readonly #client: ExchangeClient;
	readonly #workbook: LiveWorkbook;
	readonly #decisionsFor: LaterVersionSearch['decisionsFor'];
	#versions = $state.raw<ReadonlyMap<number, LaterVersion>>(new Map());
	#comparison = $state.raw<Comparison>();
	/** The imports that the next file is said to be a later version of. */
	expected: ReadonlySet<ImportId> = $state.raw(new Set());

	constructor(
		client: ExchangeClient,
		workbook: LiveWorkbook,
		decisionsFor: LaterVersionSearch['decisionsFor'],
	) {
		this.#client = client;
		this.#workbook = workbook;
		this.#decisionsFor = decisionsFor;
	}

	/** By the place of a sheet: the import that it looks like the next version of. */
	get versions(): ReadonlyMap<number, LaterVersion> {
		return this.#versions;
	}

	/** The sheet beside the earlier version of it. */
	get comparison(): Comparison | undefined {
		return this.#comparison;
	}

	/** What the earlier version of the file to come is called; undefined where none is expected. */
	get expectedName(): string | undefined {
		const [id] = this.expected;
		return id && this.#workbook.importRecord(id)?.fileName;
	}

	/** Looks at every sheet of a file that was just read; stopping leaves none. */
	async lookAt(opened: OpenedSpreadsheet, fileName: string, signal: AbortSignal): Promise<void> {
		const search = {
			workbook: this.#workbook,
			client: this.#client,
			fileName,
			decisionsFor: this.#decisionsFor,
			expected: this.expected,
		};
		const found = new Map<number, LaterVersion>();
		for (const [place, sheet] of opened.sheets.entries()) {
			const version = await laterVersionOf(place, sheet, search);
			if (signal.aborted) return;
			if (version) found.set(place, version);
		}
		this.#versions = found;
	}

	/** The comparison of a sheet, by its place, with the choices made before, if any. */
	async compare(place: number): Promise<void> {
		const version = this.#versions.get(place);
		if (!version) return;
		if (this.#comparison?.place !== place) {
			this.#comparison = new Comparison(place, version, this.#client, this.#workbook);
		}
		if (!this.#comparison.file) await this.#comparison.compare();
	}

	/** The version of a sheet was taken, or what it was compared with is another by now. */
	finish(): void {
		this.#comparison = undefined;
	}

	/** Another file begins. */
	forget(): void {
		this.#comparison?.stop();
		this.#comparison = undefined;
		this.#versions = new Map();
	}
}
