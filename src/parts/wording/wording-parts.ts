/** The four parts of a good control text: who, does what, how often, with what record. */
import type { WordSpan, Wording } from '../../model/catalog/vague-words.ts';

export interface WordingPart {
	readonly id: 'actor' | 'action' | 'frequency' | 'record';
	readonly label: string;
	/** The words found for it. */
	readonly found: string | undefined;
	/** What to add where it is missing. */
	readonly ask: string;
}

/**
 * What was found of each part. What is done is taken as the words after the actor, up to the next
 * part or the end of the clause.
 */
export function wordingParts(text: string, wording: Wording): readonly WordingPart[] {
	const { actor, frequency, record } = wording;
	return [
		{
			id: 'actor',
			label: 'Who',
			found: actor?.text,
			ask: 'Name the role or the system that acts.',
		},
		{
			id: 'action',
			label: 'Does what',
			found: actor && actionAfter(text, actor),
			ask: 'Say what is done, with an active verb.',
		},
		{
			id: 'frequency',
			label: 'How often',
			found: frequency?.text,
			ask: 'Say how often, or what sets it off.',
		},
		{
			id: 'record',
			label: 'With what record',
			found: record?.text,
			ask: 'Say what stays behind: a ticket, a log, a signature.',
		},
	];
}

/** The first words after the actor, up to the end of their clause; undefined where none follow. */
function actionAfter(text: string, actor: WordSpan): string | undefined {
	const clause =
		text
			.slice(actor.end)
			.split(/[,;.:]/)[0]
			?.trim() ?? '';
	const words = clause.split(/\s+/).filter(Boolean);
	if (words.length === 0) return undefined;
	return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}
