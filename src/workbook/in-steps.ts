/** Work on very many records, cut into steps so small that the page stays alive between them. */
import type { AnyTable } from './table.ts';
import { textLength, type Write } from './write.ts';

/** Hands the page back between two steps; told how much is done, from 0 to 1. Must not reject. */
export type Pause = (fraction: number) => Promise<void>;

/** So little that a step takes a fraction of a frame's budget: characters of text, and writes. */
const textPerStep = 400_000;
const writesPerStep = 400;
/** How many records are read in such a step. */
const recordsPerStep = 1_000;

/** Hands `writes` to `write` in parts, in their order; `isLast` with the last of them. */
export async function writeInSteps(
	writes: readonly Write[],
	write: (part: readonly Write[], isLast: boolean) => void,
	pause: Pause,
): Promise<void> {
	let from = 0;
	let to = stepEnd(writes, from);
	for (; to < writes.length; to = stepEnd(writes, from)) {
		write(writes.slice(from, to), false);
		from = to;
		await pause(from / writes.length);
	}
	write(writes.slice(from), true);
}

/** Reads what has changed in parts; `readAhead` reads so many records and says how many are left. */
export async function readInSteps(
	readAhead: (most: number) => number,
	pause: Pause,
): Promise<void> {
	let left = readAhead(recordsPerStep);
	const total = left + recordsPerStep;
	while (left > 0) {
		await pause(1 - left / total);
		left = readAhead(recordsPerStep);
	}
}

/** Keeps those who look at tables waiting until the returned call. */
export function holdNews(tables: readonly AnyTable[]): () => void {
	const tell = tables.map((table) => table.holdNews());
	return () => {
		for (const call of tell) call();
	};
}

function stepEnd(writes: readonly Write[], from: number): number {
	let text = 0;
	let to = from;
	while (to < writes.length && to - from < writesPerStep && text < textPerStep) {
		const write = writes[to++];
		if (write) text += textLength(write);
	}
	return to;
}
