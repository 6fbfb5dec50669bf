/** The step of an evenly spaced series, and what a series is. */

/** The text so many steps after the last known one. */
export type Follow = (step: number) => string;

/** The one difference between neighbours; undefined where there is none or several. */
export function evenStep(values: readonly number[]): number | undefined {
	const [first, second] = values;
	if (first === undefined || second === undefined) return undefined;
	const step = second - first;
	const isEven = values.every((value, index) => value === first + index * step);
	return isEven ? step : undefined;
}
