/**
 * Words of a title, a note or a file name that hint at secrets or personal data in what is shown. A hint
 * only: what usually stands beside them innocently (password policy, key control) is left alone.
 */
const innocentAfter = {
	password:
		'polic|setting|rule|config|requirement|standard|length|complexity|lockout|manager|rotation|reset|expir|and session',
	key: 'and secret|control|person|people|personnel|staff|role|management|rotation|inventor|vault|polic|process|procedure|risk|vendor|metric|performance|result|finding|date|point|change|step|system|report|indicator|manager|card',
};

const hints: readonly RegExp[] = [
	new RegExp(`\\bpass(?:words?|phrases?|wd)\\b(?!,? (?:${innocentAfter.password}))`, 'i'),
	new RegExp(`\\bkeys?\\b(?! (?:${innocentAfter.key}))`, 'i'),
	/\b(?:secrets?|credentials?|tokens?)\b(?! (?:polic|inventor|rotation|management|manager|vault|scan|setting|config))/i,
	/\bssns?\b|\bsocial security\b/i,
	/\bpassports?\b/i,
];

/** True where a text hints at them. */
export function hintsAtSecrets(text: string): boolean {
	// File names join their words: prod_db-password.txt.
	const words = text.replace(/[_./\\-]+/g, ' ').replace(/ {2,}/g, ' ');
	return hints.some((hint) => hint.test(words));
}
