/**
 * The table of contents of a zip archive (APPNOTE.TXT 4.3), read strictly: the central directory
 * and the local headers must tell the same story and no two entries may share bytes. Nothing is
 * inflated here.
 */
import { grouped } from '../../../base/counted.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { damaged, passwordProtected, type ReadingProblem } from '../reading-problem.ts';

/** One file of the archive; offsets count bytes from the start of the archive. */
export interface ZipEntry {
	readonly name: string;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly flags: number;
	readonly crc: number;
	readonly compressedSize: number;
	readonly size: number;
	readonly headerOffset: number;
	readonly dataOffset: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const centralLength = 46;
const localLength = 30;
const longestComment = 0xffff;
const saturated = 0xffffffff;
const encryptedFlag = 1;
const descriptorFlag = 8;
const utf8Flag = 0x800;

/** The entries in the order of the central directory, directories left out. */
export function readZipDirectory(
	bytes: Uint8Array,
	limits: ReadingLimits,
): Result<readonly ZipEntry[], ReadingProblem> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEndRecord(view);
	if (end === undefined) {
		return refused(damaged('its zip archive breaks off before its table of contents.'));
	}
	const count = view.getUint16(end + 10, true);
	const start = view.getUint32(end + 16, true);
	if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
		return refused(damaged('its zip archive is one part of several.'));
	}
	if (count > limits.zipEntries) {
		const [held, most] = [count, limits.zipEntries].map((n) => grouped(n));
		return refused({
			kind: 'tooLarge',
			text: `The file holds ${held} parts; up to ${most} are read. Copy the sheets you need into a new workbook and bring that in.`,
		});
	}
	const entries: ZipEntry[] = [];
	let at = start;
	for (let index = 0; index < count; index += 1) {
		if (at + centralLength > end || view.getUint32(at, true) !== centralSignature) {
			return refused(damaged('the table of contents of its zip archive breaks off.'));
		}
		const entry = readEntry(bytes, view, at, start);
		if (!entry.ok) return entry;
		if (!entry.value.name.endsWith('/')) entries.push(entry.value);
		at +=
			centralLength +
			view.getUint16(at + 28, true) +
			view.getUint16(at + 30, true) +
			view.getUint16(at + 32, true);
	}
	return checkApart(entries) ?? ok(entries);
}

/** Where the end record starts: searched from the back, as a comment of any text may follow it. */
export function findEndRecord(view: DataView): number | undefined {
	const first = Math.max(0, view.byteLength - endLength - longestComment);
	for (let at = view.byteLength - endLength; at >= first; at -= 1) {
		if (view.getUint32(at, true) !== endSignature) continue;
		if (at + endLength + view.getUint16(at + 20, true) <= view.byteLength) return at;
	}
	return undefined;
}

function readEntry(
	bytes: Uint8Array,
	view: DataView,
	at: number,
	directoryStart: number,
): Result<ZipEntry, ReadingProblem> {
	const nameBytes = bytes.subarray(
		at + centralLength,
		at + centralLength + view.getUint16(at + 28, true),
	);
	const flags = view.getUint16(at + 8, true);
	const name = entryName(nameBytes, flags);
	const entry = {
		name,
		flags,
		method: view.getUint16(at + 10, true),
		crc: view.getUint32(at + 16, true),
		compressedSize: view.getUint32(at + 20, true),
		size: view.getUint32(at + 24, true),
		headerOffset: view.getUint32(at + 42, true),
	};
	if (flags & encryptedFlag) return refused(passwordProtected);
	if (
		entry.compressedSize === saturated ||
		entry.size === saturated ||
		entry.headerOffset === saturated
	) {
		return refused(damaged(`part “${name}” claims to be larger than the whole file.`));
	}
	const local = entry.headerOffset;
	if (local + localLength > directoryStart || view.getUint32(local, true) !== localSignature) {
		return refused(damaged(`part “${name}” is not where the table of contents says.`));
	}
	const localNameLength = view.getUint16(local + 26, true);
	const dataOffset = local + localLength + localNameLength + view.getUint16(local + 28, true);
	if (dataOffset + entry.compressedSize > directoryStart) {
		return refused(damaged(`part “${name}” breaks off.`));
	}
	const localName = bytes.subarray(local + localLength, local + localLength + localNameLength);
	if (!sameBytes(nameBytes, localName) || !agrees(view, local, entry)) {
		return refused(damaged(`part “${name}” contradicts the table of contents of the zip archive.`));
	}
	return ok({ ...entry, dataOffset });
}

/** Whether method, checksum and sizes of a local header are those of the central directory. */
function agrees(view: DataView, local: number, entry: Omit<ZipEntry, 'dataOffset'>): boolean {
	if (view.getUint16(local + 8, true) !== entry.method) return false;
	// A streaming writer knows neither when it writes the header: they follow the data (4.3.9).
	const follows = (view.getUint16(local + 6, true) & descriptorFlag) !== 0;
	const same = (offset: number, expected: number): boolean => {
		const value = view.getUint32(local + offset, true);
		return value === expected || (follows && value === 0);
	};
	// Sizes written as all ones stand in a zip64 extra field, which some writers add to any file.
	const sameSize = (offset: number, expected: number): boolean =>
		view.getUint32(local + offset, true) === saturated || same(offset, expected);
	return same(14, entry.crc) && sameSize(18, entry.compressedSize) && sameSize(22, entry.size);
}

/** A refusal where two entries share a name or bytes, as only crafted archives do. */
function checkApart(
	entries: readonly ZipEntry[],
): { ok: false; problems: ReadingProblem[] } | undefined {
	const names = new Set<string>();
	let free = 0;
	for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
		const name = partKey(entry.name);
		if (names.has(name)) {
			return { ok: false, problems: [damaged(`part “${entry.name}” is there twice.`)] };
		}
		names.add(name);
		if (entry.headerOffset < free) {
			return { ok: false, problems: [damaged(`part “${entry.name}” overlaps another part.`)] };
		}
		free = entry.dataOffset + entry.compressedSize;
	}
	return undefined;
}

/** Part names are compared without case (OPC, ECMA-376 part 2, 6.2.2.3); some writers use `\`. */
export function partKey(name: string): string {
	return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function entryName(bytes: Uint8Array, flags: number): string {
	return new TextDecoder(flags & utf8Flag ? 'utf-8' : 'windows-1252').decode(bytes);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
