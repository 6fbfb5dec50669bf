/**
 * A zip archive written again with a few parts changed: every other entry keeps its bytes (local
 * header, extra fields, compressed data, data descriptor), its place in the order and its record in
 * the directory, of which only the offset moves.
 */
import { deflateSync } from 'fflate';
import { crc32 } from '../../../base/crc32.ts';
import { findEndRecord, type ZipEntry } from '../../reading/ooxml/zip-directory.ts';

/** New contents by entry name; undefined takes the entry out. */
export type ChangedParts = ReadonlyMap<string, Uint8Array | undefined>;

const centralLength = 46;
const localLength = 30;
const endLength = 22;
const descriptorFlag = 8;
/** Flags that say how hard the writer tried to deflate, which is no longer true. */
const effortFlags = 6;
const zip64Field = 0x0001;
/** On sheets half the time of fflate's usual 6, for files 2 % larger. */
const deflateLevel = 4;

interface DirectoryRecord {
	readonly bytes: Uint8Array;
	readonly headerOffset: number;
}

/** The archive in `original`, whose directory was checked, with some of its `entries` changed. */
export function copyPackage(
	original: Uint8Array,
	entries: readonly ZipEntry[],
	changed: ChangedParts,
): Uint8Array {
	const view = new DataView(original.buffer, original.byteOffset, original.byteLength);
	const end = findEndRecord(view) ?? 0;
	const directoryStart = view.getUint32(end + 16, true);
	const byOffset = new Map(entries.map((entry) => [entry.headerOffset, entry]));
	const records = readRecords(original, view, directoryStart, view.getUint16(end + 10, true));
	const starts = records.map(({ headerOffset }) => headerOffset).sort((a, b) => a - b);

	const out = new Output();
	out.put(original.subarray(0, starts[0] ?? directoryStart));
	const moved = new Map<number, Written>();
	starts.forEach((start, index) => {
		const entry = byOffset.get(start);
		const stop = starts[index + 1] ?? directoryStart;
		if (!entry || !changed.has(entry.name)) {
			moved.set(start, { offset: out.length });
			out.put(original.subarray(start, stop));
			return;
		}
		const content = changed.get(entry.name);
		if (content === undefined) return;
		const data = entry.method === 0 ? content : deflateSync(content, { level: deflateLevel });
		moved.set(start, { offset: out.length, content, data });
		const header = original.slice(start, entry.dataOffset);
		out.put(changedHeader(header, localLength, localFields, content, data), data);
	});

	const newStart = out.length;
	let count = 0;
	for (const record of records) {
		const written = moved.get(record.headerOffset);
		if (!written) continue;
		count += 1;
		out.put(movedRecord(record.bytes, written));
	}
	const endRecord = original.slice(end);
	const endView = new DataView(endRecord.buffer);
	endView.setUint16(8, count, true);
	endView.setUint16(10, count, true);
	endView.setUint32(12, out.length - newStart, true);
	endView.setUint32(16, newStart, true);
	// A zip64 end record between directory and end is left out: nothing here needs one.
	out.put(endRecord.subarray(0, endLength + endView.getUint16(20, true)));
	return out.joined();
}

interface Written {
	readonly offset: number;
	/** Both absent where the entry was copied. */
	readonly content?: Uint8Array;
	readonly data?: Uint8Array;
}

/** Offsets of the fields that a changed content changes (APPNOTE.TXT 4.3.7 and 4.3.12). */
const localFields = { flags: 6, crc: 14, nameLength: 26 };
const centralFields = { flags: 8, crc: 16, nameLength: 28 };

function movedRecord(original: Uint8Array, written: Written): Uint8Array {
	const { offset, content, data } = written;
	const record =
		content && data
			? changedHeader(original, centralLength, centralFields, content, data)
			: original;
	new DataView(record.buffer, record.byteOffset).setUint32(42, offset, true);
	return record;
}

/** A local header or directory record that tells of the new content; its other fields stay. */
function changedHeader(
	header: Uint8Array,
	fixedLength: number,
	at: typeof localFields,
	content: Uint8Array,
	data: Uint8Array,
): Uint8Array {
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	const flags = view.getUint16(at.flags, true) & ~(descriptorFlag | effortFlags);
	const extraStart = fixedLength + view.getUint16(at.nameLength, true);
	const extraEnd = extraStart + view.getUint16(at.nameLength + 2, true);
	const extra = withoutZip64(header.subarray(extraStart, extraEnd));
	const out = new Output();
	out.put(header.subarray(0, extraStart), extra, header.subarray(extraEnd));
	const changed = out.joined();
	const fields = new DataView(changed.buffer);
	fields.setUint16(at.flags, flags, true);
	fields.setUint32(at.crc, crc32(content), true);
	fields.setUint32(at.crc + 4, data.length, true);
	fields.setUint32(at.crc + 8, content.length, true);
	fields.setUint16(at.nameLength + 2, extra.length, true);
	return changed;
}

/** Extra fields but for the sizes of zip64, which some writers add to any entry. */
function withoutZip64(extra: Uint8Array): Uint8Array {
	const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
	const out = new Output();
	for (let at = 0; at + 4 <= extra.length;) {
		const length = 4 + view.getUint16(at + 2, true);
		if (view.getUint16(at, true) !== zip64Field) out.put(extra.subarray(at, at + length));
		at += length;
	}
	return out.joined();
}

/** The records of the directory, copied; those of folders too, which readers leave out. */
function readRecords(
	bytes: Uint8Array,
	view: DataView,
	start: number,
	count: number,
): DirectoryRecord[] {
	const records: DirectoryRecord[] = [];
	for (let at = start; records.length < count;) {
		const nameLength = view.getUint16(at + 28, true);
		const length =
			centralLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		records.push({
			bytes: bytes.slice(at, at + length),
			headerOffset: view.getUint32(at + 42, true),
		});
		at += length;
	}
	return records;
}

/** Pieces that become one array at the end. */
class Output {
	length = 0;
	readonly #pieces: Uint8Array[] = [];

	put(...pieces: readonly Uint8Array[]): void {
		for (const piece of pieces) {
			this.#pieces.push(piece);
			this.length += piece.length;
		}
	}

	joined(): Uint8Array<ArrayBuffer> {
		const whole = new Uint8Array(this.length);
		let at = 0;
		for (const piece of this.#pieces) {
			whole.set(piece, at);
			at += piece.length;
		}
		return whole;
	}
}
