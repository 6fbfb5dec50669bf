/** Preferences of this browser: small plain values by key. */
import type { Result } from '../base/result.ts';
import type { ShelfDatabase } from './shelf/shelf-database.ts';
import type { StorageProblem } from './storage-problem.ts';

const goOn = 'The setting holds until you close this tab.';

export class Preferences {
	readonly #db: ShelfDatabase;

	constructor(db: ShelfDatabase) {
		this.#db = db;
	}

	/** All preferences at once, for the start; the caller parses each value. */
	all(): Promise<Result<ReadonlyMap<string, unknown>, StorageProblem>> {
		return this.#db.attempt(goOn, async () => {
			const rows = await this.#db.preferences.toArray();
			return new Map(rows.map(({ key, value }) => [key, value]));
		});
	}

	get(key: string): Promise<Result<unknown, StorageProblem>> {
		return this.#db.attempt(goOn, async () => (await this.#db.preferences.get(key))?.value);
	}

	set(key: string, value: unknown): Promise<Result<void, StorageProblem>> {
		return this.#db.attempt(goOn, async () => {
			await this.#db.preferences.put({ key, value });
		});
	}
}
