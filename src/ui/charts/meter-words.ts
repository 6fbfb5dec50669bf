/** What a meter says to whoever does not see it. */
import { percent } from '../../base/percent.ts';

interface Meter {
	readonly value: number | undefined;
	readonly low: number | undefined;
	readonly high: number | undefined;
	readonly cap: { readonly at: number; readonly label: string } | undefined;
	readonly band: string | undefined;
}

/** "72%, Work to do, between 65% and 80%, at most 60%: an open gap". */
export function meterWords({ value, low, high, cap, band }: Meter): string {
	const open = low !== undefined && high !== undefined && high > low;
	const words = [
		value === undefined ? 'Not known yet' : percent(value),
		band,
		open ? `between ${percent(low)} and ${percent(high)}` : undefined,
		cap && `at most ${percent(cap.at)}: ${cap.label}`,
	];
	return words.filter((word) => word !== undefined).join(', ');
}
