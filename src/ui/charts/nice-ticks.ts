/** The few round numbers that an axis names. */

const roundSteps = [1, 2, 5];

interface TickLimits {
	/** How many ticks at most; three at least, for values on both sides of zero. */
	readonly most: number;
	/** Only whole numbers: for counts. */
	readonly whole?: boolean;
}

/**
 * Evenly spaced multiples of 1, 2 or 5 times a power of ten, the first not above `low`, the last not
 * below `high`, in the closest spacing that needs no more than `most`. Two at least, so that an axis
 * has a height even where all values are equal.
 */
export function niceTicks(
	low: number,
	high: number,
	{ most, whole = false }: TickLimits,
): readonly number[] {
	const span = high - low || Math.abs(high) || 1;
	let power = Math.floor(Math.log10(span / Math.max(1, most - 1)));
	if (whole) power = Math.max(0, power);
	for (; ; power++) {
		for (const round of roundSteps) {
			const ticks = multiples(round, power, low, high);
			if (ticks.length <= Math.max(3, most)) return ticks;
		}
	}
}

/** Multiples of `round` × 10^`power` that cover low to high. Counted, not added up: 0.1 stays 0.1. */
function multiples(round: number, power: number, low: number, high: number): readonly number[] {
	const [times, by] = power < 0 ? [round, 10 ** -power] : [round * 10 ** power, 1];
	const first = Math.floor((low * by) / times);
	const last = Math.max(Math.ceil((high * by) / times), first + 1);
	return Array.from({ length: last - first + 1 }, (_, index) => ((first + index) * times) / by);
}
