/** CRC-32 as zip, gzip and PNG use it (ISO 3309, polynomial 0xEDB88320), eight bytes a step. */
const tables = Array.from({ length: 8 }, () => new Int32Array(256));
fillTables();

/** The checksum of `bytes` as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
	const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as unknown as EightTables;
	const end = bytes.length - 7;
	let crc = -1;
	let at = 0;
	for (; at < end; at += 8) {
		const low =
			crc ^
			(byte(bytes, at) |
				(byte(bytes, at + 1) << 8) |
				(byte(bytes, at + 2) << 16) |
				(byte(bytes, at + 3) << 24));
		crc =
			entry(t7, low & 255) ^
			entry(t6, (low >>> 8) & 255) ^
			entry(t5, (low >>> 16) & 255) ^
			entry(t4, low >>> 24) ^
			entry(t3, byte(bytes, at + 4)) ^
			entry(t2, byte(bytes, at + 5)) ^
			entry(t1, byte(bytes, at + 6)) ^
			entry(t0, byte(bytes, at + 7));
	}
	for (; at < bytes.length; at += 1) crc = entry(t0, (crc ^ byte(bytes, at)) & 255) ^ (crc >>> 8);
	return ~crc >>> 0;
}

type EightTables = readonly [
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
	Int32Array,
];

function byte(bytes: Uint8Array, at: number): number {
	return bytes[at] ?? 0;
}

function entry(table: Int32Array, index: number): number {
	return table[index] ?? 0;
}

/** Table k maps a byte to its checksum followed by k zero bytes. */
function fillTables(): void {
	const [first, ...later] = tables as unknown as EightTables;
	for (let value = 0; value < 256; value += 1) {
		let crc = value;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
		first[value] = crc;
	}
	later.forEach((table, k) => {
		const previous = tables[k] as Int32Array;
		for (let value = 0; value < 256; value += 1) {
			const crc = entry(previous, value);
			table[value] = (crc >>> 8) ^ entry(first, crc & 255);
		}
	});
}
