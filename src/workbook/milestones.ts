/** States of the workbook that people name: a snapshot is the whole document as a Yjs update, format 1. */
import * as Y from 'yjs';
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import { createDocument } from './document.ts';
import { TurningGate } from './gate.ts';
import { Workbook } from './workbook.ts';

/** The document's bytes as it stands: values, history and all. */
export function takeSnapshot({ doc }: Workbook): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/**
 * The workbook as it was, to be read and compared; nothing can be changed in it. Throws where the
 * bytes are no update: their SHA-256 is checked before, so that says a program error.
 */
export function openSnapshot(
	bytes: Uint8Array,
	{ ids, clock }: { readonly ids: IdSource; readonly clock: Clock },
): Workbook {
	const doc = createDocument();
	Y.applyUpdate(doc, bytes);
	const gate = new TurningGate({ kind: 'closed', text: 'A milestone is kept as it was.' });
	return new Workbook(doc, { ids, clock, gate, actor: () => ({ device: '', name: '' }) });
}
