/** Looks into the database of the shelf, and changes it, behind the back of the code under test. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';

/** The database as any Dexie opens it, in the profile of now. */
export function plainShelf(): Dexie {
	const { indexedDB, IDBKeyRange } = globalThis;
	return new Dexie('readiness-workbook', { indexedDB, IDBKeyRange });
}

export async function rows(table: string): Promise<readonly Record<string, unknown>[]> {
	const db = await plainShelf().open();
	const found = (await db.table(table).toArray()) as Record<string, unknown>[];
	db.close();
	return found;
}

export async function put(table: string, row: unknown): Promise<void> {
	const db = await plainShelf().open();
	await db.table(table).put(row);
	db.close();
}
