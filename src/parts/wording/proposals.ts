/** What to say instead of a word that nobody can test, in our own words. */
export interface Proposal {
	readonly advice: string;
	/** Words that can stand in its place as they are; absent where only the writer knows. */
	readonly replacement?: string;
}

interface Rule {
	readonly words: RegExp;
	readonly proposal: Proposal;
}

const rules: readonly Rule[] = [
	{
		words: /^(periodic(ally)?|regular(ly)?|on a (periodic|regular) basis|at regular intervals)$/,
		proposal: { advice: 'give the rhythm you keep.', replacement: 'quarterly' },
	},
	{
		words: /^(frequently|often|occasional(ly)?|sometimes|from time to time)$/,
		proposal: { advice: 'give the rhythm you keep.', replacement: 'monthly' },
	},
	{
		words: /^(promptly|in a timely manner|on a timely basis|as soon as possible)$/,
		proposal: { advice: 'give a number of days or hours.', replacement: 'within 5 business days' },
	},
	{
		words: /^timely$/,
		proposal: { advice: 'give a number of days or hours.' },
	},
	{
		words: /^immediately$/,
		proposal: {
			advice: 'one late case breaks it. Give a limit.',
			replacement: 'within 1 business day',
		},
	},
	{
		words:
			/(necessary|needed|required|applicable|appropriate|possible|feasible|practical|when|ad hoc)/,
		proposal: { advice: 'name the event that sets it off, or who decides and by what rule.' },
	},
	{
		words: /^(should|may|attempt to|try to|strive to|best efforts?)$/,
		proposal: { advice: 'a control happens or does not. Say what is done.' },
	},
	{
		words: /^(generally|normally|typically|usually)$/,
		proposal: { advice: 'leave it out, or name the exception and who approves it.' },
	},
	{
		words: /^(ensures?)$/,
		proposal: { advice: 'say what is done; the result follows or does not.' },
	},
	{
		words: /^(etc|and so on)$/,
		proposal: { advice: 'list all of them, or name the list that holds them.' },
	},
	{
		words: /(best practices?|industry standard)/,
		proposal: { advice: 'name the document or the standard.' },
	},
];

const vague: Proposal = { advice: 'name the rule or the number it is measured by.' };
const absolute: Proposal = {
	advice: 'one miss makes it untrue. Name the list or the limit you keep.',
};

/** What to do about a word, by what is wrong with it; a capital at its start is kept. */
export function proposalFor(word: string, kind: 'vague' | 'absolute'): Proposal {
	const wanted = word
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, ' ');
	const rule = rules.find(({ words }) => words.test(wanted));
	const proposal = rule?.proposal ?? (kind === 'vague' ? vague : absolute);
	const { advice, replacement } = proposal;
	const isFirst = /^\p{Lu}/u.test(word);
	if (replacement === undefined || !isFirst) return proposal;
	return { advice, replacement: replacement.charAt(0).toUpperCase() + replacement.slice(1) };
}
