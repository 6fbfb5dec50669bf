/** Reads a file of sealed frames: all of it is checked before any of it is handed out. */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { Frame } from '../../carrier.ts';
import { BlobReader } from './blob-reader.ts';
import {
	bundleFormat,
	bundleHeaderSchema,
	bundleLimits,
	bundleVersion,
	sealLength,
	type BundleHeader,
} from './bundle-header.ts';
import { bundleProblems, cutOff, type BundleProblem } from './bundle-problem.ts';
import { sealOf, sha256 } from './write-bundle.ts';

export interface Bundle {
	/** The group as the file claims it: the frames prove it or do not open. */
	readonly group: string;
	/** By the maker's clock, ISO 8601. */
	readonly madeAt: string;
	readonly count: number;
	/** Bytes of all frames. */
	readonly bytes: number;
	/** The frames in their order. Reading rejects where the file is taken away meanwhile. */
	frames(): AsyncGenerator<Frame>;
}

/** The checked file, or why nothing of it is taken. Never throws, whatever the file holds. */
export async function readBundle(blob: Blob): Promise<Result<Bundle, BundleProblem>> {
	try {
		return await checked(blob);
	} catch {
		return refused(bundleProblems.gone);
	}
}

async function checked(blob: Blob): Promise<Result<Bundle, BundleProblem>> {
	if (blob.size === 0) return refused(bundleProblems.empty);
	const begin = await new BlobReader(blob).take(bundleLimits.header);
	const end = begin.indexOf(0x0a);
	const read = headerOf(begin, end, blob.size);
	if (!read.ok) return read;
	const header = read.value;
	const line = begin.slice(0, end + 1);
	const expected = line.length + header.bytes + sealLength;
	if (blob.size < expected) return refused(cutOff(blob.size, expected));
	if (blob.size > expected) return refused(bundleProblems.damaged);

	const digests: Uint8Array<ArrayBuffer>[] = [];
	const reader = new BlobReader(blob, line.length);
	for await (const frame of framesOf(reader, header)) {
		if (!frame) return refused(bundleProblems.damaged);
		digests.push(await sha256(frame));
	}
	const seal = await reader.take(sealLength);
	const isWhole = sameBytes(seal, await sealOf(line, digests));
	if (!isWhole) return refused(bundleProblems.damaged);
	const { group, madeAt, count, bytes } = header;
	return ok({ group, madeAt, count, bytes, frames: () => again(blob, line.length, header) });
}

/** The second reading, of what the first has checked. */
async function* again(blob: Blob, at: number, header: BundleHeader): AsyncGenerator<Frame> {
	for await (const frame of framesOf(new BlobReader(blob, at), header)) {
		if (!frame) throw new Error('The file was changed while it was read.');
		yield frame;
	}
}

/** Frames as the lengths say; undefined, as the last, where they do not add up to the header. */
async function* framesOf(
	reader: BlobReader,
	{ count, bytes }: BundleHeader,
): AsyncGenerator<Frame | undefined> {
	let left = bytes;
	for (let index = 0; index < count; index += 1) {
		const prefix = await reader.take(4);
		const length = prefix.length === 4 ? new DataView(prefix.buffer).getUint32(0) : 0;
		left -= 4 + length;
		const isLikely = length > 0 && length + 4 <= bundleLimits.frame && left >= 0;
		const frame = isLikely ? await reader.take(length) : undefined;
		const isWhole = frame?.length === length;
		yield isWhole ? frame : undefined;
		if (!isWhole) return;
	}
	if (left !== 0) yield undefined;
}

function headerOf(
	begin: Uint8Array<ArrayBuffer>,
	end: number,
	size: number,
): Result<BundleHeader, BundleProblem> {
	const text = new TextDecoder().decode(end === -1 ? begin : begin.subarray(0, end));
	if (text.startsWith('PK\u0003\u0004')) return refused(bundleProblems.spreadsheet);
	const ourBegin = `{"format":"${bundleFormat}"`;
	if (end === -1) {
		// The header itself may be cut off.
		const isOurs =
			size < bundleLimits.header && ourBegin.startsWith(text.slice(0, ourBegin.length));
		return refused(isOurs ? cutOff(size, bundleLimits.header) : bundleProblems.foreign);
	}
	const data = parseJson(text);
	if (data?.['format'] !== bundleFormat) return refused(bundleProblems.foreign);
	const version = data['version'];
	if (typeof version === 'number' && version > bundleVersion) return refused(bundleProblems.newer);
	const header = bundleHeaderSchema.safeParse(data);
	if (!header.success) return refused(bundleProblems.damaged);
	const { count, bytes } = header.data;
	const isTooMuch = count > bundleLimits.frames || bytes > bundleLimits.bytes;
	return isTooMuch ? refused(bundleProblems.oversized) : ok(header.data);
}

function parseJson(text: string): Record<string, unknown> | undefined {
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === 'object' && data !== null
			? (data as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
