/** The shelf as features see it: the storage's shelf with its steps over several databases. */
import { Listeners, type Observable } from '../base/observable.ts';
import type { ShelfEntry, ShelfPort } from '../workbook/ports.ts';
import type { BrowserStorage } from '../storage/storage.ts';

/** `onProblem` hears when the list can no longer be read. */
export function createShelfPort(
	storage: BrowserStorage,
	onProblem: (text: string) => void,
): ShelfPort {
	const { shelf } = storage;
	return {
		entries: observeEntries(storage, onProblem),
		async create(name) {
			const created = await shelf.create(name);
			return created.ok ? { ok: true, value: created.value.id } : created;
		},
		rename: (id, name) => shelf.rename(id, name),
		async duplicate(id, name) {
			const copied = await storage.duplicate(id, name);
			return copied.ok ? { ok: true, value: copied.value.id } : copied;
		},
		retire: (id) => shelf.retire(id),
		restore: (id) => shelf.restore(id),
		deleteForGood: (id, typedName) => storage.deleteForGood(id, typedName),
	};
}

function observeEntries(
	storage: BrowserStorage,
	onProblem: (text: string) => void,
): Observable<readonly ShelfEntry[] | undefined> {
	const listeners = new Listeners();
	let entries: readonly ShelfEntry[] | undefined;
	storage.shelf.subscribe({
		onEntries(next) {
			entries = next;
			listeners.call();
		},
		onProblem: ({ text }) => onProblem(text),
	});
	return {
		get current() {
			return entries;
		},
		subscribe: (listener) => listeners.add(listener),
	};
}
