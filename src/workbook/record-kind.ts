/** What a table must know of a record kind: where it stands and how a joined row is read. */
import type { Reading } from '../model/records/read-record.ts';
import type { RecordMapName } from './layout.ts';

export interface RecordKind<Row, Item extends { readonly id: string; readonly order?: string }> {
	readonly name: RecordMapName;
	/** Fields whose edits are kept per member, as a set. */
	readonly sets: readonly string[];
	/** Fields whose edits are kept per member, as a dictionary. */
	readonly dictionaries: readonly string[];
	/** Reads a joined row: the record, or why it cannot be read (path and reason). */
	readonly read: (joined: unknown) => Reading<Item>;
	/** Reads a row without edits as it stands in `base`, faster; undefined leaves it to `read`. */
	readonly readPlain?: (id: string, base: unknown) => Item | undefined;
	/** Records under these published ids need no row: their edits are all there is (law 2). */
	readonly isPublished?: (id: string) => boolean;
	/** Only for the type of what `base` holds. */
	readonly row?: Row;
}
