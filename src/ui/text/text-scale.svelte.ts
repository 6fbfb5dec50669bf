/** How large the reader's text is, for lengths that are numbers and shall grow with it. */

/** CSS pixels of 1rem where nobody asked for other text. */
const usual = 16;

/** As it was when first asked for; undefined before. */
let first: number | undefined;
/** Once it changed. */
let changed = $state.raw<number>();

/** 1 where 1rem is 16 CSS pixels, 2 for text twice as large. Read in an effect, it is followed. */
export function textScale(): number {
	first ??= follow();
	return changed ?? first;
}

/** Watches it for as long as the page lives; returns what it is now. */
function follow(): number {
	const rem = document.createElement('div');
	Object.assign(rem.style, { position: 'absolute', visibility: 'hidden', inlineSize: '1rem' });
	document.body.append(rem);
	new ResizeObserver(() => (changed = measured())).observe(rem);
	return measured();
}

function measured(): number {
	return parseFloat(getComputedStyle(document.documentElement).fontSize) / usual || 1;
}
