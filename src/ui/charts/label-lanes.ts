/** Labels beside a line of time, in lanes where none covers another. */

export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/**
 * The lane of each stretch, from 0, which is next to the line. Of stretches that meet the earlier
 * goes further away: so the stroke from a date to the start of its label crosses no other label.
 * Stretches that only touch do not meet.
 */
export function labelLanes(stretches: readonly Stretch[]): readonly number[] {
	const lanes = stretches.map(() => 0);
	const placed: { readonly start: number; readonly lane: number }[] = [];
	const order = stretches
		.map((stretch, index) => ({ ...stretch, index }))
		.toSorted((a, b) => b.start - a.start || a.index - b.index);
	for (const { start, end, index } of order) {
		const meeting = placed.filter((later) => later.start < end);
		const lane = Math.max(-1, ...meeting.map((later) => later.lane)) + 1;
		lanes[index] = lane;
		placed.push({ start, lane });
	}
	return lanes;
}
