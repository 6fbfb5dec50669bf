/**
 * A browser profile for tests of storage: IndexedDB and localStorage in memory that outlive the
 * "tabs" opened on them, ids by count, a clock that goes on a second a look, and timers turned by hand.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as Y from 'yjs';
import { Listeners } from '../../../src/base/observable.ts';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import type { WorkbookId } from '../../../src/workbook/ports.ts';
import type { OpenedDocument } from '../../../src/storage/document/open-document.ts';
import type { ReadAhead } from '../../../src/storage/document/read-ahead.ts';
import type { Platform } from '../../../src/storage/platform.ts';
import { BrowserStorage } from '../../../src/storage/storage.ts';

export class FakeBrowser {
	readonly localStorage = new MemoryStorage();
	readonly timers = new ManualTimer();
	readonly hidden = new Hidden();
	readonly platform: Platform;
	#seconds = 0;
	readonly #tabs: Tab[] = [];
	readonly #storages: BrowserStorage[] = [];

	/** A profile with nothing in it; the one before is gone. */
	constructor() {
		globalThis.indexedDB = new IDBFactory();
		this.platform = {
			clock: {
				now: () => new Date(Date.UTC(2026, 10, 21) + ++this.#seconds * 1000).toISOString(),
				today: () => '2026-11-21' as CalendarDate,
			},
			ids: { next: () => `test${++idsGiven}` },
			timer: this.timers,
			isHidden: this.hidden,
			witnesses: this.localStorage,
			locks: new MemoryLocks(),
			quota: undefined,
		};
	}

	/** Storage as a page makes it at its start. */
	storage(ahead?: ReadAhead): BrowserStorage {
		const storage = new BrowserStorage(this.platform, ahead);
		this.#storages.push(storage);
		return storage;
	}

	/** Opens a workbook as a tab does; fails the test where it cannot be opened. */
	async openTab(workbook: WorkbookId, storage = this.storage()): Promise<Tab> {
		const doc = new Y.Doc();
		const opening = await storage.openDocument(workbook, doc);
		if (!opening.ok) throw new Error(opening.problems[0]?.text);
		const cells = doc.getMap('cells');
		const tab: Tab = {
			doc,
			opened: opening.value,
			set: (key, value) => void cells.set(key, value),
			content: () => cells.toJSON(),
			shows: (wanted) =>
				becomes(
					(listener) => listenTo(doc, listener),
					() => Object.entries(wanted).every(([key, value]) => cells.get(key) === value),
				),
			async close() {
				await opening.value.close();
				doc.destroy();
			},
		};
		this.#tabs.push(tab);
		return tab;
	}

	/** Puts the clock forward. */
	wait(seconds: number): void {
		this.#seconds += seconds;
	}

	/** Closes everything that is still open. What is stored stays. */
	async end(): Promise<void> {
		await Promise.all(this.#tabs.splice(0).map((tab) => tab.close()));
		for (const storage of this.#storages.splice(0)) storage.close();
	}
}

/** Over all profiles: BroadcastChannel would join workbooks of the same id in two of them. */
let idsGiven = 0;

/** Timers that fire only when told to. */
export class ManualTimer {
	#waiting = new Map<() => void, number>();

	after(milliseconds: number, action: () => void): () => void {
		this.#waiting.set(action, milliseconds);
		return () => this.#waiting.delete(action);
	}

	/** Fires what is to come within `milliseconds`. */
	elapse(milliseconds: number): void {
		for (const [action, delay] of [...this.#waiting]) {
			if (delay > milliseconds || !this.#waiting.delete(action)) continue;
			action();
		}
	}
}

/** Whether somebody sees the page. */
export class Hidden {
	current = false;
	readonly #listeners = new Listeners();

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	become(current: boolean): void {
		this.current = current;
		this.#listeners.call();
	}
}

/** Web Locks as far as storage uses them: exclusive, in turn or only if available. */
class MemoryLocks implements Pick<LockManager, 'request'> {
	readonly #held = new Map<string, Promise<unknown>>();

	async request(name: string, ...rest: unknown[]): Promise<never> {
		const callback = rest.at(-1) as (lock: Lock | null) => Promise<never>;
		const isImpatient = rest.length > 1 && (rest[0] as LockOptions).ifAvailable === true;
		while (this.#held.has(name)) {
			if (isImpatient) return callback(null);
			await this.#held.get(name);
		}
		const work = Promise.resolve({ name, mode: 'exclusive' } as const).then(callback);
		const end = work.catch(() => undefined).finally(() => this.#held.delete(name));
		this.#held.set(name, end);
		return work;
	}
}

export class MemoryStorage implements Storage {
	readonly #items = new Map<string, string>();

	get length(): number {
		return this.#items.size;
	}

	key(index: number): string | null {
		return [...this.#items.keys()][index] ?? null;
	}

	getItem(key: string): string | null {
		return this.#items.get(key) ?? null;
	}

	setItem(key: string, value: string): void {
		this.#items.set(key, value);
	}

	removeItem(key: string): void {
		this.#items.delete(key);
	}

	clear(): void {
		this.#items.clear();
	}
}

export interface Tab {
	readonly doc: Y.Doc;
	readonly opened: OpenedDocument;
	set(key: string, value: string): void;
	content(): Record<string, unknown>;
	/** Resolves when the tab shows `cells` among its content. */
	shows(cells: Record<string, unknown>): Promise<void>;
	close(): Promise<void>;
}

/** A listed workbook with nothing in it. */
export async function aWorkbook(storage: BrowserStorage, name = 'Acme SOC 2'): Promise<WorkbookId> {
	const created = await storage.shelf.create(name);
	if (!created.ok) throw new Error(created.problems[0]?.text);
	return created.value.id;
}

/** Resolves when `isSo` holds, looking now and whenever the source tells of a change. */
export function becomes(
	subscribe: (listener: () => void) => () => void,
	isSo: () => boolean,
): Promise<void> {
	return new Promise((resolve) => {
		if (isSo()) {
			resolve();
			return;
		}
		const stop = subscribe(() => {
			if (!isSo()) return;
			stop();
			resolve();
		});
	});
}

function listenTo(doc: Y.Doc, listener: () => void): () => void {
	doc.on('update', listener);
	return () => doc.off('update', listener);
}
