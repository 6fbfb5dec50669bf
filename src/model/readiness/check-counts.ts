/** How much checks found: open findings and accepted ones, by check. */
import type { Finding } from './finding.ts';

/** How many findings of a check are open, and how many somebody accepted. */
export interface CheckCount {
	readonly open: number;
	readonly accepted: number;
}

/** By check, only those that found something. */
export function countsOf(findings: readonly Finding[]): ReadonlyMap<string, CheckCount> {
	const counts = new Map<string, { open: number; accepted: number }>();
	for (const { check, accepted } of findings) {
		const count = counts.get(check) ?? { open: 0, accepted: 0 };
		count[accepted ? 'accepted' : 'open'] += 1;
		counts.set(check, count);
	}
	return counts;
}

/** True where two counts say the same, in whatever order. */
export function sameCounts(
	a: ReadonlyMap<string, CheckCount>,
	b: ReadonlyMap<string, CheckCount>,
): boolean {
	return (
		a.size === b.size &&
		[...a].every(([check, { open, accepted }]) => {
			const other = b.get(check);
			return other?.open === open && other.accepted === accepted;
		})
	);
}
