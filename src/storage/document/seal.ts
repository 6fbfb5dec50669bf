/**
 * The seal of a row: length and CRC-32 of the bytes as they were written, kept beside the row and
 * written in the same transaction. A row that differs from its seal is damaged.
 */
import * as Y from 'yjs';
import { crc32 } from '../../base/crc32.ts';

export interface Seal {
	readonly length: number;
	readonly crc32: number;
	/** The key of the first row of the same write: an import is one write of many rows. */
	readonly write: number;
}

/** A row as it is written, or as it was found sound: a Yjs update, version 1. */
export interface NewRow {
	readonly key: number;
	readonly update: Uint8Array;
	/** The key of the first row that was stored in the same write; its own where it stood alone. */
	readonly write: number;
}

/** A row as it lies in the database; `value` is undefined where the browser could not read it. */
export interface StoredRow {
	readonly key: number;
	readonly value: unknown;
	/** Absent for rows that y-indexeddb itself wrote. */
	readonly seal: Seal | undefined;
}

export function sealOf(bytes: Uint8Array, write: number): Seal {
	return { length: bytes.length, crc32: crc32(bytes), write };
}

export function isSeal(value: unknown): value is Seal {
	if (typeof value !== 'object' || value === null) return false;
	const { length, crc32: sum, write } = value as Partial<Record<keyof Seal, unknown>>;
	return [length, sum, write].every((each) => typeof each === 'number');
}

/**
 * The row where it may be applied, else what is wrong with them in words for people. A
 * sealed row is what we wrote, or not; an unsealed one must at least be a Yjs update from end to end,
 * because Yjs may change a document before it throws on a bad update.
 */
export function examine({ key, value, seal }: StoredRow): NewRow | { readonly fault: string } {
	if (value === undefined) return { fault: 'the browser cannot read it' };
	if (!(value instanceof Uint8Array)) return { fault: 'it does not hold bytes' };
	if (!seal) {
		if (!isUpdate(value)) return { fault: 'it is not a Yjs update' };
		return { key, update: value, write: key };
	}
	if (value.length !== seal.length)
		return { fault: `it holds ${value.length} bytes where ${seal.length} were written` };
	if (crc32(value) !== seal.crc32)
		return { fault: 'its checksum is not the one it was written with' };
	return { key, update: value, write: seal.write };
}

/** True where `bytes` can be read as a Yjs update (version 1) to the end. */
export function isUpdate(bytes: Uint8Array): boolean {
	try {
		Y.decodeUpdate(bytes);
		return true;
	} catch {
		// Decoding is the check: Yjs offers no other, and what it threw adds nothing for people.
		return false;
	}
}
