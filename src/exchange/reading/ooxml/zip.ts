/**
 * A zip archive held in memory, its entries inflated one by one and only when asked for. Every
 * inflated entry is held to its declared size, its checksum and the reading limits.
 */
import { Inflate, inflateSync } from 'fflate';
import { grouped } from '../../../base/counted.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { damaged, unsafe, type ReadingProblem } from '../reading-problem.ts';
import { crc32 } from '../../../base/crc32.ts';
import { partKey, readZipDirectory, type ZipEntry } from './zip-directory.ts';

const stored = 0;
const deflated = 8;
/** Compressed bytes small enough that even a lying entry is through with in seconds. */
const atOnce = 2 ** 21;
/** Compressed bytes inflated at a time past that: bounds what a lying entry makes us allocate. */
const chunkLength = 2 ** 16;

export class ZipArchive {
	readonly entries: readonly ZipEntry[];
	readonly #bytes: Uint8Array;
	readonly #limits: ReadingLimits;
	readonly #byKey: ReadonlyMap<string, ZipEntry>;
	#inflatedBytes = 0;

	constructor(bytes: Uint8Array, entries: readonly ZipEntry[], limits: ReadingLimits) {
		this.entries = entries;
		this.#bytes = bytes;
		this.#limits = limits;
		this.#byKey = new Map(entries.map((entry) => [partKey(entry.name), entry]));
	}

	/** The entry of a part name, compared as OPC does: without case, with or without a leading `/`. */
	find(name: string): ZipEntry | undefined {
		return this.#byKey.get(partKey(name));
	}

	/** The bytes of an entry as they stand in the archive, still compressed. */
	raw(entry: ZipEntry): Uint8Array {
		return this.#bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
	}

	/** The inflated bytes of an entry, or why they cannot be trusted. */
	read(entry: ZipEntry): Result<Uint8Array, ReadingProblem> {
		const tooLarge = this.#checkSize(entry);
		if (tooLarge) return refused(tooLarge);
		const content = this.#inflate(entry);
		if (!content) return refused(damaged(`part “${entry.name}” cannot be unpacked.`));
		if (crc32(content) !== entry.crc) {
			return refused(damaged(`part “${entry.name}” does not match its checksum.`));
		}
		this.#inflatedBytes += entry.size;
		return ok(content);
	}

	/** Every entry inflated, by name. */
	readAll(): Result<ReadonlyMap<string, Uint8Array>, ReadingProblem> {
		const contents = new Map<string, Uint8Array>();
		for (const entry of this.entries) {
			const content = this.read(entry);
			if (!content.ok) return content;
			contents.set(entry.name, content.value);
		}
		return ok(contents);
	}

	#checkSize(entry: ZipEntry): ReadingProblem | undefined {
		const { entryBytes, inflatedBytes, inflateRatio, ratioFreeBytes } = this.#limits;
		const bomb = entry.size > ratioFreeBytes && entry.size > entry.compressedSize * inflateRatio;
		if (!bomb && entry.size <= entryBytes && this.#inflatedBytes + entry.size <= inflatedBytes) {
			return undefined;
		}
		const megabytes = grouped(Math.ceil(entry.size / 2 ** 20));
		if (bomb) {
			return unsafe(
				`Part “${entry.name}” would unpack to ${megabytes} MB from almost nothing, as only files made to do harm do.`,
			);
		}
		return {
			kind: 'tooLarge',
			text: `Part “${entry.name}” unpacks to ${megabytes} MB, more than can be read. Copy the sheets you need into a new workbook and bring that in.`,
		};
	}

	/** Undefined where the data is not deflate, breaks off, or is longer or shorter than declared. */
	#inflate(entry: ZipEntry): Uint8Array | undefined {
		const raw = this.raw(entry);
		if (entry.method === stored) return raw.length === entry.size ? raw : undefined;
		if (entry.method !== deflated) return undefined;
		try {
			return raw.length <= atOnce
				? inflateAtOnce(raw, entry.size)
				: inflateInChunks(raw, entry.size);
		} catch {
			// fflate throws on bytes that are no deflate data; the caller names the entry.
			return undefined;
		}
	}
}

/** A third faster, but goes on to the end of data that is longer than it should be. */
function inflateAtOnce(raw: Uint8Array, size: number): Uint8Array | undefined {
	// One byte more than there should be shows data that is too long; more is not written.
	const content = inflateSync(raw, { out: new Uint8Array(size + 1) });
	return content.length === size ? content : undefined;
}

function inflateInChunks(raw: Uint8Array, size: number): Uint8Array | undefined {
	const content = new Uint8Array(size);
	let filled = 0;
	const stream = new Inflate((chunk) => {
		if (filled + chunk.length <= size) content.set(chunk, filled);
		filled += chunk.length;
	});
	for (let at = 0; at < raw.length && filled <= size; at += chunkLength) {
		stream.push(raw.subarray(at, at + chunkLength), at + chunkLength >= raw.length);
	}
	return filled === size ? content : undefined;
}

/** Opens an archive whose directory is sound. */
export function openZip(
	bytes: Uint8Array,
	limits: ReadingLimits,
): Result<ZipArchive, ReadingProblem> {
	const entries = readZipDirectory(bytes, limits);
	return entries.ok ? ok(new ZipArchive(bytes, entries.value, limits)) : entries;
}
