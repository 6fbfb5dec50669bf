/** Writes sealed frames as one file: for mail, a drive, or the shared folder. */
import type { Frame } from '../../carrier.ts';
import {
	bundleFormat,
	bundleLimits,
	bundleVersion,
	sealLength,
	type BundleHeader,
} from './bundle-header.ts';

export interface BundleFacts {
	/** The group id, SHA-256 hex. */
	readonly group: string;
	/** The present instant, ISO 8601 in UTC. */
	readonly madeAt: string;
}

/**
 * The file that holds these frames in this order. Throws where they are more than one file may hold
 * (bundleLimits): that is a fault of the caller, who decides what goes into a file.
 */
export async function writeBundle(
	frames: Iterable<Frame> | AsyncIterable<Frame>,
	{ group, madeAt }: BundleFacts,
): Promise<Blob> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	const digests: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	for await (const frame of frames) {
		if (frame.length === 0 || frame.length + 4 > bundleLimits.frame)
			throw new RangeError(`A frame of ${frame.length} bytes cannot be written`);
		const length = new Uint8Array(4);
		new DataView(length.buffer).setUint32(0, frame.length);
		parts.push(length, frame);
		digests.push(await sha256(frame));
		bytes += 4 + frame.length;
	}
	if (digests.length > bundleLimits.frames || bytes > bundleLimits.bytes)
		throw new RangeError(`${digests.length} frames of ${bytes} bytes are too many for one file`);
	const header: BundleHeader = {
		...{ format: bundleFormat, version: bundleVersion },
		...{ group, madeAt, count: digests.length, bytes },
	};
	const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
	const seal = await sealOf(line, digests);
	return new Blob([line, ...parts, seal], { type: 'application/octet-stream' });
}

/** What stands at the end of the file with this header line and frames of these digests. */
export async function sealOf(
	line: Uint8Array<ArrayBuffer>,
	digests: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array<ArrayBuffer>> {
	const all = new Uint8Array(line.length + digests.length * sealLength);
	all.set(line);
	digests.forEach((digest, index) => all.set(digest, line.length + index * sealLength));
	return sha256(all);
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
