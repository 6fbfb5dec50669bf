/** Bodies made smaller (RFC 1951), and inflated again under a limit: a few bytes may claim gigabytes. */
import { ok, refused, type Result } from '../../base/result.ts';
import { joined, type Bytes } from './bytes.ts';

/** Bytes handed over at a time: deflate grows at most 1,032 times, so one step makes at most 16 MB. */
const step = 2 ** 14;

export async function deflated(bytes: Bytes): Promise<Bytes> {
	const stream = stepsOf(bytes).pipeThrough(new CompressionStream('deflate-raw'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What was deflated, unless it is more than `most` bytes or was cut off or damaged. */
export async function inflated(
	bytes: Bytes,
	most: number,
): Promise<Result<Bytes, 'malformed' | 'oversized'>> {
	const stream = stepsOf(bytes).pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.getReader();
	const parts: Bytes[] = [];
	let length = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return ok(joined(...parts));
			length += value.length;
			if (length > most) break;
			parts.push(value);
		}
		await reader.cancel();
		return refused('oversized');
	} catch {
		return refused('malformed');
	}
}

/** The bytes piece by piece, each only when the one before was taken. */
function stepsOf(bytes: Bytes): ReadableStream<Bytes> {
	let at = 0;
	return new ReadableStream<Bytes>(
		{
			pull(controller) {
				if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += step)));
				else controller.close();
			},
		},
		{ highWaterMark: 0 },
	);
}
