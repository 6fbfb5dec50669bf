/** Bodies made smaller (RFC 1951), and inflated again under a limit: a few bytes may claim gigabytes. */
import { Inflate } from 'fflate';
import { ok, refused, type Result } from '../../base/result.ts';
import type { Bytes } from './bytes.ts';
import { joined } from './bytes.ts';

/** Deflated bytes taken at a time: deflate grows at most 1,032 times, so one step makes at most 4 MB. */
const step = 2 ** 12;

export async function deflated(bytes: Bytes): Promise<Bytes> {
	const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What was deflated, unless it is more than `most` bytes or was cut off or damaged. */
export function inflated(bytes: Bytes, most: number): Result<Bytes, 'malformed' | 'oversized'> {
	const parts: Uint8Array[] = [];
	let length = 0;
	const inflate = new Inflate((part) => {
		length += part.length;
		parts.push(part);
	});
	try {
		for (let at = 0; at === 0 || at < bytes.length; at += step) {
			inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
			if (length > most) return refused('oversized');
		}
	} catch {
		return refused('malformed');
	}
	return ok(joined(...parts));
}
