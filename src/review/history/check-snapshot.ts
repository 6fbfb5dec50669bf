/**
 * Looks at the bytes of a milestone before they are opened: whoever named it hashed what they liked.
 * They are held to the grammar of updates, with limits for a whole workbook of many years, and never
 * merged into the workbook.
 */
import * as Y from 'yjs';
import { checkUpdate } from '../document/check-update.ts';
import { documentLimits, type DocumentLimits } from '../document/document-limits.ts';

/** Of a whole document, where `documentLimits` are of one update of it. */
const snapshotLimits: DocumentLimits = {
	...documentLimits,
	updateBytes: documentLimits.documentBytes,
	changes: 10_000_000,
	newClients: documentLimits.clients,
	overwrittenRun: 100_000_000,
	overwritten: 100_000_000,
};

/** Why the bytes cannot be opened, in words; undefined where they are the whole of a workbook. */
export function whySnapshotIsNone(bytes: Uint8Array): string | undefined {
	const empty = new Y.Doc();
	const checked = checkUpdate(bytes, empty, { limits: snapshotLimits });
	empty.destroy();
	return checked.ok ? undefined : checked.problems.map(({ text }) => text).join(' ');
}
