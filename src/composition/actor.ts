/** Who works in this browser: a random device id, and the name the person gave, kept as preferences. */
import type { PersonPort } from '../app/services.ts';
import type { IdSource } from '../base/ids.ts';
import { Listeners } from '../base/observable.ts';
import type { BrowserStorage } from '../storage/storage.ts';
import { readActor, type Actor } from '../workbook/actor.ts';

const key = 'actor';

/** The person of this browser, read once at the start and kept when it changes. */
export class KeptActor implements PersonPort {
	readonly #storage: BrowserStorage;
	readonly #listeners = new Listeners();
	#actor: Actor;

	constructor(storage: BrowserStorage, ids: IdSource) {
		this.#storage = storage;
		this.#actor = { device: ids.next(), name: 'You' };
	}

	/** Finds the kept actor, or keeps the new one at the first start. Await it before any command. */
	async read(): Promise<void> {
		const kept = await this.#storage.preferences.get(key);
		const known = readActor(kept.ok ? kept.value : undefined);
		if (known) this.#actor = known;
		else await this.#storage.preferences.set(key, this.#actor);
	}

	get current(): Actor {
		return this.#actor;
	}

	get name(): string {
		return this.#actor.name;
	}

	/** Called when the person took another name. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	async rename(name: string): Promise<string | undefined> {
		this.#actor = { ...this.#actor, name };
		this.#listeners.call();
		const kept = await this.#storage.preferences.set(key, this.#actor);
		return kept.ok ? undefined : kept.problems.map(({ text }) => text).join(' ');
	}
}
