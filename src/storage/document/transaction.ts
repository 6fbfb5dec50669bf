/** IndexedDB requests and transactions as promises, for use inside `document/`. */

/** The request's result; rejects with its error. */
export function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result));
		request.addEventListener('error', () => reject(failureOf(request.error)));
	});
}

/** Resolves on `complete` only: a request that succeeded is not stored yet. */
export function completion(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.addEventListener('complete', () => resolve());
		transaction.addEventListener('abort', () => reject(failureOf(transaction.error)));
	});
}

/** A transaction that was aborted without an error of its own was cut off by the browser. */
function failureOf(error: DOMException | null): DOMException {
	return error ?? new DOMException('The transaction was aborted', 'AbortError');
}

/** A strict transaction: `complete` then means the operating system was told to put it on disk. */
export function strictTransaction(db: IDBDatabase, stores: readonly string[]): IDBTransaction {
	return db.transaction([...stores], 'readwrite', { durability: 'strict' });
}
