/** Looks into a workbook's database, and damages it, behind the back of the code under test. */
import type { WorkbookId } from '../../../src/storage/document/database-layout.ts';

export async function inDatabase<Value>(
	workbook: WorkbookId,
	work: (updates: IDBObjectStore, custom: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
	const db = await resultOf(indexedDB.open(workbook));
	const transaction = db.transaction(['updates', 'custom'], 'readwrite');
	const request = work(transaction.objectStore('updates'), transaction.objectStore('custom'));
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = reject;
	});
	db.close();
	return request.result;
}

export async function rowKeys(workbook: WorkbookId): Promise<readonly number[]> {
	return (await inDatabase(workbook, (updates) => updates.getAllKeys())) as number[];
}

/** Puts what `change` makes of a row's bytes in its place; undefined removes the row. */
export async function damageRow(
	workbook: WorkbookId,
	row: number,
	change: (bytes: Uint8Array) => unknown,
): Promise<void> {
	const bytes = (await inDatabase(workbook, (updates) => updates.get(row))) as Uint8Array;
	const changed = change(bytes.slice());
	await inDatabase(workbook, (updates): IDBRequest<unknown> => {
		if (changed === undefined) return updates.delete(row) as IDBRequest<unknown>;
		return updates.put(changed, row) as IDBRequest<unknown>;
	});
}

export function deleteDatabase(name: string): Promise<unknown> {
	return resultOf(indexedDB.deleteDatabase(name));
}

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('No result'));
	});
}
