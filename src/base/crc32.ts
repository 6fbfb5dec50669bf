/** CRC-32 as zip uses it (ISO 3309, polynomial 0xEDB88320), eight bytes a step. */

/** Eight tables in one: table k maps a byte to its checksum followed by k zero bytes. */
const tables = makeTables();

/** The checksum of `bytes` as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
	let crc = -1;
	let at = 0;
	if (bytes.byteOffset % 4 === 0) {
		// Every platform that runs this is little-endian, as the words are taken to be.
		const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
		for (; at + 8 <= bytes.length; at += 8) {
			const low = crc ^ word(words, at >>> 2);
			const high = word(words, (at >>> 2) + 1);
			crc =
				table(7, low & 255) ^
				table(6, (low >>> 8) & 255) ^
				table(5, (low >>> 16) & 255) ^
				table(4, low >>> 24) ^
				table(3, high & 255) ^
				table(2, (high >>> 8) & 255) ^
				table(1, (high >>> 16) & 255) ^
				table(0, high >>> 24);
		}
	}
	for (; at < bytes.length; at += 1) {
		crc = table(0, (crc ^ (bytes[at] ?? 0)) & 255) ^ (crc >>> 8);
	}
	return ~crc >>> 0;
}

function word(words: Int32Array, index: number): number {
	return words[index] ?? 0;
}

function table(k: number, byte: number): number {
	return tables[(k << 8) | byte] ?? 0;
}

function makeTables(): Int32Array {
	const all = new Int32Array(8 * 256);
	for (let value = 0; value < 256; value += 1) {
		let crc = value;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
		all[value] = crc;
	}
	for (let index = 256; index < all.length; index += 1) {
		const crc = all[index - 256] ?? 0;
		all[index] = (crc >>> 8) ^ (all[crc & 255] ?? 0);
	}
	return all;
}
