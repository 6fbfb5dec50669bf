/** CRC-32 as zip uses it (ISO 3309, polynomial 0xEDB88320), eight bytes a step. */
const tables = makeTables();

/** The checksum of `bytes` as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
	const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
	let crc = -1;
	let at = 0;
	for (const end = bytes.length - 7; at < end; at += 8) {
		crc ^=
			byte(bytes, at) |
			(byte(bytes, at + 1) << 8) |
			(byte(bytes, at + 2) << 16) |
			(byte(bytes, at + 3) << 24);
		crc =
			entry(t7, crc & 255) ^
			entry(t6, (crc >>> 8) & 255) ^
			entry(t5, (crc >>> 16) & 255) ^
			entry(t4, crc >>> 24) ^
			entry(t3, byte(bytes, at + 4)) ^
			entry(t2, byte(bytes, at + 5)) ^
			entry(t1, byte(bytes, at + 6)) ^
			entry(t0, byte(bytes, at + 7));
	}
	for (; at < bytes.length; at += 1) crc = entry(t0, (crc ^ byte(bytes, at)) & 255) ^ (crc >>> 8);
	return ~crc >>> 0;
}

function byte(bytes: Uint8Array, at: number): number {
	return bytes[at] ?? 0;
}

function entry(table: Int32Array, index: number): number {
	return table[index] ?? 0;
}

type Tables = readonly [
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
];

/** Table k maps a byte to its checksum followed by k zero bytes. */
function makeTables(): Tables {
	const all = Array.from({ length: 8 }, () => new Int32Array(256)) as unknown as Tables;
	for (let value = 0; value < 256; value += 1) {
		let crc = value;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
		all[0][value] = crc;
	}
	for (let k = 1; k < 8; k += 1) {
		const [table, previous] = [all[k] as Int32Array, all[k - 1] as Int32Array];
		for (let value = 0; value < 256; value += 1) {
			const crc = entry(previous, value);
			table[value] = (crc >>> 8) ^ entry(all[0], crc & 255);
		}
	}
	return all;
}
