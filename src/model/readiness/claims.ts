/**
 * Words that claim what no SOC 2 examination gives: that somebody is certified or has passed, or that
 * something is guaranteed by it. Other standards do certify, and a SOC may be an operations centre, so
 * only sentences about a SOC report count: the check cannot be accepted and may not cry wolf.
 */

const speaksOfSoc =
	/\bSOC[\s-]?[123]\b|\bSOC (?:audit|examination|report)|\btrust services criteria\b/i;
const denies = /\b(?:not|no|never|nobody|none|without|cannot)\b|n['’]t\b/i;
const otherStandard = /\b(?:ISO|PCI|HITRUST|FedRAMP|C5|Cyber Essentials|TISAX)\b/i;
const saysItRight = /\b(?:attest|examin|report)/i;
const claim =
	/\b(?:re)?certif(?:ied|ication|icates?|y|ies)\b|\baccredit(?:ed|ation)\b|\bcompliant\b|\bguarantee[sd]?\b|\bpass(?:ed|es|ing)?\b(?=\s(?:[\w-]+\s){0,4}(?:SOC|audit|examination))/gi;

/** The claiming words of a text, each once, as they stand there. */
export function claimsOf(text: string): readonly string[] {
	const words = text
		.split(/(?<=[.!?])\s+|\n+/)
		.filter((sentence) => speaksOfSoc.test(sentence) && !denies.test(sentence))
		.filter((sentence) => !(otherStandard.test(sentence) && saysItRight.test(sentence)))
		.flatMap((sentence) => sentence.match(claim) ?? []);
	return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}
