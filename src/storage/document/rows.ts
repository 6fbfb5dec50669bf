/**
 * Reading and writing the rows of a workbook's database with their seals, each change in one strict
 * transaction. What rows mean and when they are written is decided elsewhere.
 */
import { customStore, damageKey, rowOfKey, sealKey, updatesStore } from './database-layout.ts';
import { isSeal, sealOf, type NewRow, type Seal, type StoredRow } from './seal.ts';
import { readValues, type StoredValues } from './stored-values.ts';
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

/** Reads every row. */
export async function readRows(db: IDBDatabase): Promise<StoredRows> {
	return rowsOf(await readValues(db));
}

/** The rows among what a database holds. */
export function rowsOf({ keys, values, customKeys, customValues }: StoredValues): StoredRows {
	const seals = new Map<number, Seal>();
	const damages: Damage[] = [];
	customKeys.forEach((key, index) => {
		const [sealed, damaged] = [rowOfKey('seal', key), rowOfKey('damage', key)];
		const value = customValues[index];
		if (sealed !== undefined && isSeal(value)) seals.set(sealed, value);
		if (damaged !== undefined) damages.push(value as Damage);
	});
	const rows = keys.flatMap((key, index) => {
		if (typeof key !== 'number') return [];
		return [{ key, value: values[index], seal: seals.get(key) }];
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
