/**
 * Origins of updates that storage applies to a document. None of them is a command, so none is
 * undoable; whether an update still has to be written here depends on where it came from.
 */
export class StorageOrigin {
	/** True where the update already stands in this workbook's database. */
	readonly isStored: boolean;

	constructor(isStored: boolean) {
		this.isStored = isStored;
	}
}

/** Rows and snapshots read from disk. */
export const storedOrigin = new StorageOrigin(true);
/** Edits of another tab of this browser: it relays them once they are stored. */
export const tabOrigin = new StorageOrigin(true);
/** What another tab held that was not in the database when this one asked. */
export const otherTabMemoryOrigin = new StorageOrigin(false);
