/**
 * Measures our way against a named reference in the same run, interleaved, so that a busy machine
 * slows both alike. The ratio is that of the medians.
 */
export interface BenchCase {
	readonly name: string;
	/** What the reference is, in words. */
	readonly reference: string;
	/** The ratio ours / reference that must not be passed. */
	readonly target: number;
	/** The most that ours may take for a person, in the unit; told, but not what decides. */
	readonly bar?: number;
	readonly unit: string;
	readonly runs: number;
	/** Does it once and resolves to how much of the unit it took. */
	readonly ours: () => Promise<number>;
	readonly theirs: () => Promise<number>;
}

export interface BenchOutcome {
	readonly name: string;
	readonly ours: number;
	readonly reference: number;
	readonly ratio: number;
	readonly target: number;
	readonly unit: string;
	readonly runs: number;
	readonly against: string;
	readonly bar?: number;
	/** Whether ours keeps to the bar. */
	readonly held?: boolean;
}

export async function measure(bench: BenchCase): Promise<BenchOutcome> {
	const ours: number[] = [];
	const theirs: number[] = [];
	await bench.theirs();
	await bench.ours();
	for (let run = 0; run < bench.runs; run++) {
		theirs.push(await bench.theirs());
		ours.push(await bench.ours());
	}
	const { bar } = bench;
	return {
		name: bench.name,
		ours: rounded(median(ours)),
		reference: rounded(median(theirs)),
		ratio: rounded(median(ours) / median(theirs)),
		target: bench.target,
		unit: bench.unit,
		runs: bench.runs,
		against: bench.reference,
		...(bar === undefined ? {} : { bar, held: median(ours) <= bar }),
	};
}

/** Times work of this process in CPU milliseconds, that of one of `times` where it does so many. */
export function cpuOf(work: () => unknown, times = 1): () => Promise<number> {
	return async () => {
		globalThis.gc?.();
		const before = process.cpuUsage();
		await work();
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000 / times;
	};
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** The value that `share` (0 to 1) of the values do not pass. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
	return Number(value.toPrecision(3));
}
