/**
 * Reading and writing the rows of a workbook's database with their seals, each change in one strict
 * transaction. What rows mean and when they are written is decided elsewhere.
 */
import { customStore, damageKey, rowOfKey, sealKey, updatesStore } from './database-layout.ts';
import { isSeal, sealOf, type NewRow, type Seal, type StoredRow } from './seal.ts';
import { answer, completion, strictTransaction } from './transaction.ts';

/** A row that could not be read or is gone. It is moved aside so that it hides nothing else. */
export interface Damage {
	readonly row: number;
	/** What is wrong with it, in words for people. */
	readonly fault: string;
	/** ISO 8601 instant at which it was found. */
	readonly foundAt: string;
	/** True where a snapshot held all that the row held. */
	readonly repaired: boolean;
	/** What was left of the row, as it was found. */
	readonly remains?: unknown;
}

export interface StoredRows {
	/** Ascending by key. */
	readonly rows: readonly StoredRow[];
	/** Rows that were written once, have a seal, and are gone; ascending. */
	readonly missing: readonly number[];
	/** Found at earlier openings. */
	readonly damages: readonly Damage[];
}

/** Reads every row; one that the browser cannot read does not keep the others from being read. */
export async function readRows(db: IDBDatabase): Promise<StoredRows> {
	const transaction = db.transaction([updatesStore, customStore], 'readonly');
	const updates = transaction.objectStore(updatesStore);
	const custom = transaction.objectStore(customStore);
	const [keys, allValues, customKeys, customValues] = await Promise.all([
		answer(updates.getAllKeys()),
		answer(guarded(updates.getAll())).catch(() => undefined),
		answer(custom.getAllKeys()),
		answer(custom.getAll()) as Promise<unknown[]>,
	]);
	const values = allValues ?? (await readOneByOne(db, keys));
	const seals = new Map<number, Seal>();
	const damages: Damage[] = [];
	customKeys.forEach((key, index) => {
		const [sealed, damaged] = [rowOfKey('seal', key), rowOfKey('damage', key)];
		const value: unknown = customValues[index];
		if (sealed !== undefined && isSeal(value)) seals.set(sealed, value);
		if (damaged !== undefined) damages.push(value as Damage);
	});
	const rows = keys.flatMap((key, index) => {
		if (typeof key !== 'number') return [];
		return [{ key, value: values[index] as unknown, seal: seals.get(key) }];
	});
	for (const row of rows) seals.delete(row.key);
	return { rows, missing: [...seals.keys()].sort((a, b) => a - b), damages };
}

/** The keys of all rows, ascending. */
export async function readRowKeys(db: IDBDatabase): Promise<readonly number[]> {
	const transaction = db.transaction([updatesStore], 'readonly');
	const keys = await answer(transaction.objectStore(updatesStore).getAllKeys());
	return keys.filter((key) => typeof key === 'number');
}

/**
 * Adds rows with their seals. Everything up to the commit happens in the task of the call, so that
 * a browser killed right after the edit has it already. Throws where no transaction can be begun;
 * the transaction aborts with a ConstraintError where another tab has taken a key.
 */
export function addRows(db: IDBDatabase, rows: readonly NewRow[]): IDBTransaction {
	const transaction = strictTransaction(db, [updatesStore, customStore]);
	addTo(transaction, rows);
	transaction.commit();
	return transaction;
}

/** Puts one row in the place of many. A crash leaves either the many or the one. */
export async function replaceRows(
	db: IDBDatabase,
	replaced: readonly number[],
	row: NewRow,
): Promise<void> {
	const transaction = strictTransaction(db, [updatesStore, customStore]);
	const done = completion(transaction);
	addTo(transaction, [row]);
	for (const key of replaced) {
		transaction.objectStore(updatesStore).delete(key);
		transaction.objectStore(customStore).delete(sealKey(key));
	}
	transaction.commit();
	await done;
}

/** Moves damaged rows out of `updates`, keeping what is left of them, and seals unsealed ones. */
export async function setInOrder(
	db: IDBDatabase,
	damages: readonly Damage[],
	unsealed: readonly NewRow[],
	staleSeals: readonly number[],
): Promise<void> {
	const transaction = strictTransaction(db, [updatesStore, customStore]);
	const done = completion(transaction);
	const custom = transaction.objectStore(customStore);
	for (const damage of damages) {
		custom.put(damage, damageKey(damage.row));
		custom.delete(sealKey(damage.row));
		transaction.objectStore(updatesStore).delete(damage.row);
	}
	for (const { key, update, write } of unsealed) custom.put(sealOf(update, write), sealKey(key));
	for (const key of staleSeals) custom.delete(sealKey(key));
	transaction.commit();
	await done;
}

function addTo(transaction: IDBTransaction, rows: readonly NewRow[]): void {
	const updates = transaction.objectStore(updatesStore);
	const custom = transaction.objectStore(customStore);
	for (const { key, update, write } of rows) {
		updates.add(update, key);
		custom.put(sealOf(update, write), sealKey(key));
	}
}

/** Chromium fails `getAll` whole when the file behind one value is gone. */
async function readOneByOne(db: IDBDatabase, keys: readonly IDBValidKey[]): Promise<unknown[]> {
	const updates = db.transaction([updatesStore], 'readonly').objectStore(updatesStore);
	const values = keys.map((key) =>
		(answer(guarded(updates.get(key))) as Promise<unknown>).catch(() => undefined),
	);
	return Promise.all(values);
}

/** Keeps a failing request from aborting the transaction that the others still need. */
function guarded<Value>(request: IDBRequest<Value>): IDBRequest<Value> {
	request.addEventListener('error', (event) => event.preventDefault());
	return request;
}
