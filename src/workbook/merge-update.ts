/**
 * Merging what another device wrote. Whoever listens for updates of the document is told the bytes as
 * they came: Yjs would write them anew for the listener, which takes as long as merging them.
 */
import * as Y from 'yjs';

/** Merges an update that builds on nothing missing; false where it held nothing new. */
export function mergeUpdate(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
	// What waited for this update is merged with it, and stands in none of its bytes.
	if (doc.store.pendingStructs || doc.store.pendingDs) return mergeAnew(doc, update, origin);
	const listeners = pauseListeners(doc);
	let transactions: readonly Y.Transaction[] = [];
	const note = (_doc: Y.Doc, all: readonly Y.Transaction[]): void => void (transactions = all);
	doc.once('afterAllTransactions', note);
	try {
		Y.applyUpdate(doc, update, origin);
	} finally {
		doc.off('afterAllTransactions', note);
		for (const listener of listeners) doc.on('update', listener);
	}
	const [merged, ...further] = transactions;
	const isNews = merged !== undefined && hasChanged(merged);
	if (isNews) doc.emit('update', [update, origin, doc, merged]);
	// Written by whoever was told of the merge, and in no bytes yet.
	for (const transaction of further.filter(hasChanged)) {
		const since = Y.encodeStateVector(transaction.beforeState);
		const written = Y.encodeStateAsUpdate(doc, since);
		doc.emit('update', [written, transaction.origin, doc, transaction]);
	}
	return isNews;
}

type Listener = Parameters<typeof Y.Doc.prototype.on<'update'>>[1];

/** Takes off those who listen for updates: Yjs writes none where nobody does. */
function pauseListeners(doc: Y.Doc): readonly Listener[] {
	const listeners = [...((doc._observers.get('update') as Set<Listener> | undefined) ?? [])];
	for (const listener of listeners) doc.off('update', listener);
	return listeners;
}

function hasChanged({ beforeState, afterState, deleteSet }: Y.Transaction): boolean {
	if (deleteSet.clients.size > 0) return true;
	return [...afterState].some(([client, clock]) => beforeState.get(client) !== clock);
}

function mergeAnew(doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
	let isNews = false;
	const note = (): void => void (isNews = true);
	doc.once('update', note);
	Y.applyUpdate(doc, update, origin);
	doc.off('update', note);
	return isNews;
}
