/** The rows of the sheet being looked at, fetched from the worker in chunks as they come into view. */
import { SvelteMap } from 'svelte/reactivity';

import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import { rowsPerChunk, type SeenRow } from '../../../exchange/worker/protocol.ts';

/** Held at most; the ones fetched longest ago are let go, so that a long sheet does not fill memory. */
const chunksHeld = 40;

export class SheetRows {
	readonly #client: ExchangeClient;
	readonly #sheet: number;
	readonly #count: number;
	readonly #chunks = new SvelteMap<number, readonly SeenRow[]>();
	readonly #asked = new Set<number>();

	constructor(client: ExchangeClient, sheet: number, count: number) {
		this.#client = client;
		this.#sheet = sheet;
		this.#count = count;
	}

	/** The row at a place among the rows that hold cells; undefined until it has come. */
	at(index: number): SeenRow | undefined {
		return this.#chunks.get(Math.floor(index / rowsPerChunk))?.[index % rowsPerChunk];
	}

	/** Fetches the rows from `first` to `last`, both included, where they are missing. */
	async need(first: number, last: number): Promise<void> {
		const from = Math.floor(Math.max(0, first) / rowsPerChunk);
		const to = Math.floor(Math.min(last, this.#count - 1) / rowsPerChunk);
		const missing = [];
		for (let chunk = from; chunk <= to; chunk++) {
			if (!this.#asked.has(chunk)) missing.push(this.#fetch(chunk));
		}
		await Promise.all(missing);
	}

	async #fetch(chunk: number): Promise<void> {
		this.#asked.add(chunk);
		const from = chunk * rowsPerChunk;
		const answer = await this.#client.ask('rows', {
			sheet: this.#sheet,
			from,
			to: Math.min(from + rowsPerChunk, this.#count),
		});
		if (!answer.ok) {
			this.#asked.delete(chunk);
			return;
		}
		this.#chunks.set(chunk, answer.value);
		const [oldest] = this.#chunks.keys();
		if (this.#chunks.size <= chunksHeld || oldest === undefined) return;
		this.#chunks.delete(oldest);
		this.#asked.delete(oldest);
	}
}
