/**
 * The seal of a row: length and CRC-32 of the bytes as they were written, kept beside the row and
 * written in the same transaction. A row that differs from its seal is damaged.
 */
import * as Y from 'yjs';
import { crc32 } from '../../base/crc32.ts';

export interface Seal {
	readonly length: number;
	readonly crc32: number;
}

/** A row as it lies in the database; `value` is undefined where the browser could not read it. */
export interface StoredRow {
	readonly key: number;
	readonly value: unknown;
	/** Absent for rows that y-indexeddb itself wrote. */
	readonly seal: Seal | undefined;
}

export function sealOf(bytes: Uint8Array): Seal {
	return { length: bytes.length, crc32: crc32(bytes) };
}

export function isSeal(value: unknown): value is Seal {
	if (typeof value !== 'object' || value === null) return false;
	const { length, crc32: sum } = value as Partial<Record<keyof Seal, unknown>>;
	return typeof length === 'number' && typeof sum === 'number';
}

/**
 * The row's bytes where they may be applied, else what is wrong with them in words for people. A
 * sealed row is what we wrote, or not; an unsealed one must at least be a Yjs update from end to end,
 * because Yjs may change a document before it throws on a bad update.
 */
export function examine({ value, seal }: StoredRow): { bytes: Uint8Array } | { fault: string } {
	if (value === undefined) return { fault: 'the browser cannot read it' };
	if (!(value instanceof Uint8Array)) return { fault: 'it does not hold bytes' };
	if (!seal) return isUpdate(value) ? { bytes: value } : { fault: 'it is not a Yjs update' };
	if (value.length !== seal.length)
		return { fault: `it holds ${value.length} bytes where ${seal.length} were written` };
	if (crc32(value) !== seal.crc32)
		return { fault: 'its checksum is not the one it was written with' };
	return { bytes: value };
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
