/**
 * The database of one workbook, exactly as y-indexeddb 9 lays it out, so that a plain
 * `new IndexeddbPersistence(id, doc)` opens ours and we open one it wrote: `updates` holds Yjs
 * updates under ascending numbers, `custom` holds anything else. Our own entries live in `custom`.
 * The database is named by the workbook's id.
 */

export const updatesStore = 'updates';
export const customStore = 'custom';

/** Creates the stores of an empty database. */
export function layOut(db: IDBDatabase): void {
	db.createObjectStore(updatesStore, { autoIncrement: true });
	db.createObjectStore(customStore);
}

export function isLaidOut(db: IDBDatabase): boolean {
	return db.objectStoreNames.contains(updatesStore) && db.objectStoreNames.contains(customStore);
}

/** The key in `custom` of the seal of a row. */
export function sealKey(row: number): string {
	return `seal:${row}`;
}

/** The key in `custom` of the record of a damaged or missing row. */
export function damageKey(row: number): string {
	return `damage:${row}`;
}

/** The row that a key of a seal or damage record is about. */
export function rowOfKey(kind: 'seal' | 'damage', key: IDBValidKey): number | undefined {
	if (typeof key !== 'string' || !key.startsWith(`${kind}:`)) return undefined;
	const row = Number(key.slice(kind.length + 1));
	return Number.isSafeInteger(row) ? row : undefined;
}
