/** Looks into a workbook's database, and damages it, behind the back of the code under test. */
import type { WorkbookId } from '../../../src/workbook/ports.ts';

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

/** The browser closes every connection by itself, as WebKit does when it loses its database server. */
export function closeByForce(workbook: WorkbookId): void {
	const { _databases: databases } = indexedDB as unknown as {
		_databases: ReadonlyMap<string, { readonly connections: readonly IDBDatabase[] }>;
	};
	for (const connection of [...(databases.get(workbook)?.connections ?? [])]) {
		connection.close();
		connection.onclose?.(new Event('close'));
	}
}

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('No result'));
	});
}
