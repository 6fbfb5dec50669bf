/**
 * Words that claim what no SOC 2 examination gives: that somebody is certified, has passed, or that
 * something is guaranteed by it. Other standards do certify, so a sentence counts only where it speaks
 * of SOC; a check may not cry wolf where it cannot be accepted.
 */

const speaksOfSoc = /\bSOC\b[\s-]?[123]?|\bSOC[123]\b|\btrust services criteria\b/i;
const denies = /\b(?:not|no|never|nobody|none|without|cannot)\b|n['’]t\b/i;
const claim =
	/\b(?:re)?certif(?:ied|ication|icates?|y|ies)\b|\baccredit(?:ed|ation)\b|\bcompliant\b|\bpass(?:ed|es|ing)?\b|\bguarantee[sd]?\b/gi;

/** The claiming words of a text, each once, as they stand there. */
export function claimsOf(text: string): readonly string[] {
	const sentences = text.split(/(?<=[.!?])\s+|\n+/);
	const words = sentences
		.filter((sentence) => speaksOfSoc.test(sentence) && !denies.test(sentence))
		.flatMap((sentence) => sentence.match(claim) ?? []);
	const byWord = new Map(words.map((word) => [word.toLowerCase(), word]));
	return [...byWord.values()];
}
