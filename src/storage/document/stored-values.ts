/** Everything a workbook's database holds, as it lies there: nothing is judged yet. */
import { customStore, updatesStore } from './database-layout.ts';
import { answer } from './transaction.ts';

export interface StoredValues {
	/** Of the updates, ascending. */
	readonly keys: readonly IDBValidKey[];
	/** By place in `keys`; undefined where the browser could not read one. */
	readonly values: readonly unknown[];
	readonly customKeys: readonly IDBValidKey[];
	readonly customValues: readonly unknown[];
}

/** Reads every value; one that the browser cannot read does not keep the others from being read. */
export async function readValues(db: IDBDatabase): Promise<StoredValues> {
	const transaction = db.transaction([updatesStore, customStore], 'readonly');
	const updates = transaction.objectStore(updatesStore);
	const custom = transaction.objectStore(customStore);
	const [keys, allValues, customKeys, customValues] = await Promise.all([
		answer(updates.getAllKeys()),
		answer<unknown[]>(guarded(updates.getAll())).catch(() => undefined),
		answer(custom.getAllKeys()),
		answer<unknown[]>(custom.getAll()),
	]);
	const values = allValues ?? (await readOneByOne(db, keys));
	return { keys, values, customKeys, customValues };
}

/** Chromium fails `getAll` whole when the file behind one value is gone. */
async function readOneByOne(db: IDBDatabase, keys: readonly IDBValidKey[]): Promise<unknown[]> {
	const updates = db.transaction([updatesStore], 'readonly').objectStore(updatesStore);
	const values = keys.map((key) =>
		answer<unknown>(guarded(updates.get(key))).catch(() => undefined),
	);
	return Promise.all(values);
}

/** Keeps a failing request from aborting the transaction that the others still need. */
function guarded<Value>(request: IDBRequest<Value>): IDBRequest<Value> {
	request.addEventListener('error', (event) => event.preventDefault());
	return request;
}
