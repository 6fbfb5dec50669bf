/**
 * Writes zip archives for tests, sound ones and crafted ones: each field that a reader must not
 * believe can be made to lie.
 */
import { deflateSync } from 'fflate';
import { crc32 } from '../../src/base/crc32.ts';

export interface ZipPart {
	readonly name: string;
	readonly content: string | Uint8Array;
	readonly stored?: boolean;
	/** Sizes and checksum follow the data, as streaming writers do. */
	readonly descriptor?: boolean;
	/** Instead of the true size, in both headers. */
	readonly claimedSize?: number;
	readonly claimedCrc?: number;
	/** Only in the local header. */
	readonly localName?: string;
	readonly localSize?: number;
	readonly flags?: number;
	/** Points at the data of an earlier part instead of its own. */
	readonly sharesDataOf?: string;
}

/** A zip archive of the parts in order. */
export function buildZip(parts: readonly ZipPart[]): Uint8Array {
	const chunks: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	const offsets = new Map<string, number>();
	let offset = 0;
	const put = (chunk: Uint8Array): void => {
		chunks.push(chunk);
		offset += chunk.length;
	};
	for (const part of parts) {
		const bytes = toBytes(part.content);
		const data = part.stored ? bytes : deflateSync(bytes);
		const size = part.claimedSize ?? bytes.length;
		const crc = part.claimedCrc ?? crc32(bytes);
		const method = part.stored ? 0 : 8;
		const flags = (part.flags ?? 0) | (part.descriptor ? 8 : 0) | 0x800;
		const name = toBytes(part.name);
		const start = part.sharesDataOf === undefined ? offset : (offsets.get(part.sharesDataOf) ?? 0);
		offsets.set(part.name, start);
		directory.push(
			record(
				[0x02014b50, 4],
				[20, 2],
				[20, 2],
				[flags, 2],
				[method, 2],
				[0, 4],
				[crc, 4],
				[data.length, 4],
				[size, 4],
				[name.length, 2],
				[0, 2],
				[0, 2],
				[0, 2],
				[0, 2],
				[0, 4],
				[start, 4],
			),
			name,
		);
		if (part.sharesDataOf !== undefined) continue;
		const [localCrc, packed, unpacked] = part.descriptor
			? [0, 0, 0]
			: [crc, data.length, part.localSize ?? size];
		const localName = toBytes(part.localName ?? part.name);
		put(
			record(
				[0x04034b50, 4],
				[20, 2],
				[flags, 2],
				[method, 2],
				[0, 4],
				[localCrc, 4],
				[packed, 4],
				[unpacked, 4],
				[localName.length, 2],
				[0, 2],
			),
		);
		put(localName);
		put(data);
		if (part.descriptor) put(record([0x08074b50, 4], [crc, 4], [data.length, 4], [size, 4]));
	}
	const directoryStart = offset;
	for (const chunk of directory) put(chunk);
	put(
		record(
			[0x06054b50, 4],
			[0, 2],
			[0, 2],
			[parts.length, 2],
			[parts.length, 2],
			[offset - directoryStart, 4],
			[directoryStart, 4],
			[0, 2],
		),
	);
	return concatenate(chunks);
}

function toBytes(content: string | Uint8Array): Uint8Array {
	return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Little-endian numbers of the given widths in bytes. */
function record(...fields: readonly (readonly [value: number, width: number])[]): Uint8Array {
	return Uint8Array.from(
		fields.flatMap(([value, width]) =>
			Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 255),
		),
	);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
