/**
 * What the first paint of a workbook is compared with: its document read from IndexedDB and applied,
 * nothing checked and nothing drawn. With `#store` the document is put there first.
 */
import * as Y from 'yjs';

const db = await done(opening());
if (location.hash === '#store') {
	const document = await (await fetch('./document.bin')).arrayBuffer();
	await done(updates('readwrite').put(new Uint8Array(document), 1));
}
const doc = new Y.Doc();
const rows = (await done(updates('readonly').getAll())) as readonly Uint8Array[];
for (const row of rows) Y.applyUpdate(doc, row);
document.body.dataset['loaded'] = String(doc.share.size);

function opening(): IDBOpenDBRequest {
	const request = indexedDB.open('bare');
	request.onupgradeneeded = () => void request.result.createObjectStore('updates');
	return request;
}

function updates(mode: IDBTransactionMode): IDBObjectStore {
	return db.transaction('updates', mode).objectStore('updates');
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
	});
}
