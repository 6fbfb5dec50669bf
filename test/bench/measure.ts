/**
 * Measures our way against a named reference in the same process, interleaved, so that a busy machine
 * slows both alike. Times are CPU milliseconds of the process; the ratio is the median of the runs'.
 */
export interface BenchCase {
	readonly name: string;
	/** What the reference is, in words. */
	readonly reference: string;
	/** The ratio ours / reference that must not be passed. */
	readonly target: number;
	readonly runs: number;
	readonly ours: () => unknown;
	readonly theirs: () => unknown;
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
}

export async function measure(bench: BenchCase): Promise<BenchOutcome> {
	const ours: number[] = [];
	const theirs: number[] = [];
	await cpuOf(bench.theirs);
	await cpuOf(bench.ours);
	for (let run = 0; run < bench.runs; run++) {
		theirs.push(await cpuOf(bench.theirs));
		ours.push(await cpuOf(bench.ours));
	}
	return {
		name: bench.name,
		ours: rounded(median(ours)),
		reference: rounded(median(theirs)),
		ratio: rounded(median(ours) / median(theirs)),
		target: bench.target,
		unit: 'ms CPU',
		runs: bench.runs,
		against: bench.reference,
	};
}

async function cpuOf(work: () => unknown): Promise<number> {
	globalThis.gc?.();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}

function rounded(value: number): number {
	return Number(value.toPrecision(3));
}
