/** Layout profiles: what a person decided for a spreadsheet's layout, by its fingerprint. */
import type { Clock } from '../../base/clock.ts';
import type { Result } from '../../base/result.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import type { StorageProblem } from '../storage-problem.ts';

const goOn = 'The import itself is not affected.';

export class LayoutProfiles {
	readonly #db: ShelfDatabase;
	readonly #clock: Clock;

	constructor(db: ShelfDatabase, clock: Clock) {
		this.#db = db;
		this.#clock = clock;
	}

	/** Plain data as it was remembered; the caller parses it. Undefined for a layout never seen. */
	recall(fingerprint: string): Promise<Result<unknown, StorageProblem>> {
		return this.#db.attempt(goOn, async () => (await this.#db.layouts.get(fingerprint))?.profile);
	}

	/** `profile` is plain data that structured cloning can take. */
	remember(fingerprint: string, profile: unknown): Promise<Result<void, StorageProblem>> {
		return this.#db.attempt(goOn, async () => {
			await this.#db.layouts.put({ fingerprint, profile, savedAt: this.#clock.now() });
		});
	}

	forget(fingerprint: string): Promise<Result<void, StorageProblem>> {
		return this.#db.attempt(goOn, () => this.#db.layouts.delete(fingerprint));
	}
}
