/** Shares as people read them. */

/** 0.723 as 72%; a share that is not quite all or nothing never reads as 100% or 0%. */
export function percent(share: number): string {
	const rounded = Math.round(share * 100);
	if (rounded === 100 && share < 1) return '99%';
	if (rounded === 0 && share > 0) return '1%';
	return `${rounded}%`;
}

/** '72%' or '72–85%'. */
export function percentRange(low: number, high: number): string {
	const [from, to] = [percent(low), percent(high)];
	return from === to ? from : `${from.slice(0, -1)}–${to}`;
}
