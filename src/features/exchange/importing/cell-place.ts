/** Where a problem points: an A1 reference, a column's letters, or a row's number. */

export interface ReferredPlace {
	/** 1-based; undefined where a whole column is meant. */
	readonly row: number | undefined;
	/** 0-based; undefined where a whole row is meant. */
	readonly column: number | undefined;
}

/** The place of `D12`, `D` or `12`; undefined for anything else. */
export function referredPlace(reference: string): ReferredPlace | undefined {
	const match = /^([A-Z]{0,3})(\d{0,7})$/.exec(reference);
	if (!match || reference === '') return undefined;
	const [, letters = '', digits = ''] = match;
	return {
		row: digits === '' ? undefined : Number(digits),
		column: letters === '' ? undefined : columnIndex(letters),
	};
}

function columnIndex(letters: string): number {
	let index = 0;
	for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
	return index - 1;
}
