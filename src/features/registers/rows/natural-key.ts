/**
 * Sort keys that plain `<` puts in the order people expect: letter case and accents aside, numbers
 * by size (CC6.2 before CC6.10). Made once a value, they sort 10,000 rows many times faster than a
 * collator asked at every comparison.
 */

/** The key of a text; equal keys mean equal but for case, accents and leading zeros. */
export function naturalKey(text: string): string {
	// Most values are ASCII, where taking accents off is wasted time.
	const plain = isAscii.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
	return plain.toLowerCase().replace(/\d+/g, sizedNumber);
}

const isAscii = /^[\0-\x7f]*$/;

/**
 * A number with its count of digits before it, so that a longer one is the larger one. The zero in
 * front keeps numbers where digits stand among other characters.
 */
function sizedNumber(digits: string): string {
	const number = digits.replace(/^0+(?=\d)/, '');
	return `0${String.fromCharCode(0x30 + Math.min(number.length, 0x4f))}${number}`;
}
