/** Gzip (RFC 1952) by the browser, off the main thread; plain bytes where it has no CompressionStream. */

export type Packing = 'gzip' | 'none';

export async function pack(bytes: Uint8Array): Promise<{ packing: Packing; bytes: Uint8Array }> {
	if (typeof CompressionStream === 'undefined') return { packing: 'none', bytes };
	return { packing: 'gzip', bytes: await through(bytes, new CompressionStream('gzip')) };
}

/** Rejects where the bytes are damaged. */
export async function unpack(packing: Packing, bytes: Uint8Array): Promise<Uint8Array> {
	return packing === 'none' ? bytes : through(bytes, new DecompressionStream('gzip'));
}

async function through(
	bytes: Uint8Array,
	transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
	const source = new Blob([bytes as BlobPart]).stream();
	return new Uint8Array(await new Response(source.pipeThrough(transform)).arrayBuffer());
}
