/**
 * Writes a zip archive part by part (APPNOTE.TXT 6.3.10): fflate deflates and sums, this file lays
 * the parts out. Sizes stand in the local headers, which streaming zip writers leave to a data
 * descriptor and OpenDocument forbids for its first part.
 */
import { ZipDeflate, ZipPassThrough } from 'fflate';

export class ZipWriter {
	readonly #pieces: Uint8Array[] = [];
	readonly #directory: Uint8Array[] = [];
	#length = 0;
	#count = 0;
	#open = false;

	/** Begins a part; it must be closed before the next one. `stored` leaves it uncompressed. */
	part(name: string, method: 'deflated' | 'stored' = 'deflated'): ZipPart {
		if (this.#open) throw new Error(`Part ${name} begins before the last one was closed`);
		this.#open = true;
		const stream = method === 'stored' ? new ZipPassThrough(name) : new ZipDeflate(name);
		return new ZipPart(stream, (pieces) => this.#append(stream, pieces));
	}

	/** The bytes of the whole archive. */
	finish(): Uint8Array {
		const directoryLength = lengthOf(this.#directory);
		const end = record(endLength, [
			[0, 0x06054b50, 4],
			[8, this.#count, 2],
			[10, this.#count, 2],
			[12, directoryLength, 4],
			[16, this.#length, 4],
		]);
		return joined([...this.#pieces, ...this.#directory, end]);
	}

	#append(stream: ZipDeflate | ZipPassThrough, data: readonly Uint8Array[]): void {
		const name = new TextEncoder().encode(stream.filename);
		const common: readonly NumberAt[] = [
			[0, neededVersion, 2],
			[2, utf8Names, 2],
			[4, stream.compression, 2],
			[6, firstDosTime, 4],
			[10, stream.crc, 4],
			[14, lengthOf(data), 4],
			[18, stream.size, 4],
			[22, name.length, 2],
		];
		const local = record(localLength, [[0, 0x04034b50, 4], ...shifted(common, 4)]);
		const central = record(centralLength, [
			[0, 0x02014b50, 4],
			[4, neededVersion, 2],
			...shifted(common, 6),
			[42, this.#length, 4],
		]);
		this.#directory.push(central, name);
		this.#pieces.push(local, name, ...data);
		this.#length += local.length + name.length + lengthOf(data);
		this.#count += 1;
		this.#open = false;
	}
}

/** One part being written. */
export class ZipPart {
	readonly #stream: ZipDeflate | ZipPassThrough;
	readonly #pieces: Uint8Array[] = [];
	readonly #closed: (pieces: readonly Uint8Array[]) => void;
	readonly #encoder = new TextEncoder();

	constructor(
		stream: ZipDeflate | ZipPassThrough,
		closed: (pieces: readonly Uint8Array[]) => void,
	) {
		this.#stream = stream;
		this.#closed = closed;
		stream.ondata = (error, piece) => {
			if (error) throw error;
			if (piece.length > 0) this.#pieces.push(piece);
		};
	}

	/** Adds text, encoded as UTF-8. */
	write(text: string): void {
		this.#stream.push(this.#encoder.encode(text), false);
	}

	close(): void {
		this.#stream.push(new Uint8Array(0), true);
		this.#closed(this.#pieces);
	}
}

const localLength = 30;
const centralLength = 46;
const endLength = 22;
const neededVersion = 20;
const utf8Names = 0x800;
/** 1 January 1980, as other writers put: what an archive says depends on its content only. */
const firstDosTime = 0x00210000;

/** Offset, value and its length in bytes, little-endian. */
type NumberAt = readonly [offset: number, value: number, length: 2 | 4];

function record(length: number, numbers: readonly NumberAt[]): Uint8Array {
	const bytes = new Uint8Array(length);
	const view = new DataView(bytes.buffer);
	for (const [offset, value, size] of numbers) {
		if (size === 2) view.setUint16(offset, value, true);
		else view.setUint32(offset, value, true);
	}
	return bytes;
}

function shifted(numbers: readonly NumberAt[], by: number): NumberAt[] {
	return numbers.map(([offset, value, length]) => [offset + by, value, length]);
}

function lengthOf(pieces: readonly Uint8Array[]): number {
	return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(lengthOf(pieces));
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
