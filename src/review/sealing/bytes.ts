/** Bytes put together and taken apart. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** One after the other. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** A number as `width` bytes (1 to 4), big endian. */
export function numberBytes(value: number, width: number): Bytes {
	return Uint8Array.from({ length: width }, (_, at) => (value / 2 ** (8 * (width - 1 - at))) & 255);
}

/** The number that `numberBytes` wrote at `at`; missing bytes count as 0. */
export function numberAt(bytes: Uint8Array, at: number, width: number): number {
	let value = 0;
	for (let i = 0; i < width; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
	return value;
}
