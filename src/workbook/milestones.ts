/** States of the workbook that people name: a snapshot is the whole document as a Yjs update, format 1. */
import * as Y from 'yjs';
import type { CalendarDate } from '../base/calendar-date.ts';
import { createDocument } from './document.ts';
import { TurningGate } from './gate.ts';
import { Workbook } from './workbook.ts';

/** The document's bytes as it stands: values, history and all. */
export function takeSnapshot({ doc }: Workbook): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/**
 * The workbook as it was, to be read and compared; nothing can be changed in it. The bytes of others
 * are checked before (review/history/check-snapshot.ts): it throws where they are no update.
 */
export function openSnapshot(bytes: Uint8Array): Workbook {
	const doc = createDocument();
	Y.applyUpdate(doc, bytes);
	return readingCopy(doc);
}

/** A workbook over a copy of a document, to be read only. */
export function readingCopy(doc: Y.Doc): Workbook {
	return new Workbook(doc, {
		gate: new TurningGate({ kind: 'closed', text: 'A milestone is kept as it was.' }),
		// Nothing is ever made or dated in it, so none of these is asked.
		ids: { next: () => '' },
		clock: { now: () => '', today: () => '0001-01-01' as CalendarDate },
		actor: () => ({ device: '', name: '' }),
	});
}
