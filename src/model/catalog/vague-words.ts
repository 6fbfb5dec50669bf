/**
 * How a control is worded: a good text says who does what, how often, with what record, and nothing
 * vague. Read by lists of English words (`wording-words.ts`), so it helps and does not judge: it may
 * miss an actor that is named unusually.
 */
import { withEd, withS } from './english-forms.ts';
import { PhraseTable } from './phrase-table.ts';
import { textWords, type TextWords } from './text-words.ts';
import { exactCase, wordingWords } from './wording-words.ts';

export interface WordSpan {
	/** Offsets in the text, in UTF-16 units; the end is after the last character. */
	readonly start: number;
	readonly end: number;
	/** As it stands in the text. */
	readonly text: string;
}

/** What a vague word leaves open: how often, by when, how much or how well, whether at all. */
export type VagueSense = 'rhythm' | 'limit' | 'measure' | 'duty';

export interface VagueSpan extends WordSpan {
	readonly sense: VagueSense;
}

/** What to write in the place of a vague word. */
export const vagueAdvice: Readonly<Record<VagueSense, string>> = {
	rhythm: 'Name the rhythm or the trigger: every quarter, after each release.',
	limit: 'Name the limit: within 5 working days.',
	measure: 'Name what it is measured by: the standard, the list, the approver.',
	duty: 'Say what is done, and who decides about exceptions.',
};

/** What to do about a word that one miss makes untrue. */
export const absoluteAdvice =
	'Keep it only if it is true every time: one miss is a deviation. Otherwise name the exceptions.';

/** What was found of each part, the first of it in the text; vague and absolute words all of them. */
export interface Wording {
	/** Who acts: a role, or a department, a person or a system that the sentence makes act. */
	readonly actor: WordSpan | undefined;
	/** How often, or what sets it off. */
	readonly frequency: WordSpan | undefined;
	/** What stays behind as evidence. */
	readonly record: WordSpan | undefined;
	/** Words that nobody can test: as needed, timely, appropriate. */
	readonly vague: readonly VagueSpan[];
	/** Words that one miss makes untrue: all, never, 100 percent. */
	readonly absolute: readonly WordSpan[];
}

type Kind = 'role' | 'subject' | 'frequency' | 'record' | VagueSense | 'absolute' | 'innocent';

const lists = wordingWords;
const verbsAlone = new Set(lists.verbs);
const verbsWithS = new Set(lists.verbs.map(withS));
const modals = new Set(lists.modals);
const passive = new Set(lists.passive);
const roleNames = [...lists.roles, ...lists.roles.map(withS)];
const severalActors = [...lists.subjects.map(withS), ...lists.collectives];
const actTogether = new Set(severalActors);
const nameWords = new Set(
	[...roleNames, ...lists.subjects, ...severalActors].map((name) => name.toLowerCase()),
);

const table = new PhraseTable<Kind>(
	{
		innocent: lists.innocent,
		role: roleNames,
		subject: [...lists.subjects, ...severalActors],
		frequency: [...lists.times, ...lists.triggers, ...rhythmPhrases()],
		record: lists.records.flatMap((word) => [word, withS(word), withEd(word)]),
		rhythm: lists.vagueRhythm,
		limit: lists.vagueLimit,
		measure: lists.vagueMeasure,
		duty: lists.vagueDuty,
		absolute: lists.absolute,
	},
	exactCase,
);

/** Reads one text: some 5 µs for a description of usual length. */
export function wordingOf(text: string): Wording {
	const words = textWords(text);
	const first: { actor?: WordSpan; frequency?: WordSpan; record?: WordSpan } = {};
	const vague: VagueSpan[] = [];
	const absolute: WordSpan[] = [];
	/** Words before these belong to a longer phrase found earlier. */
	let [pastInnocent, pastVague, pastAbsolute] = [0, 0, 0];
	for (let at = 0; at < words.words.length; at++) {
		if (at < pastInnocent) continue;
		for (const { kind, length } of table.at(words, at)) {
			const end = at + length;
			if (kind === 'innocent') {
				pastInnocent = end;
				break;
			}
			if (kind === 'role' || (kind === 'subject' && acts(words, at, end))) {
				first.actor ??= spanOf(words, at, nameEnd(words, end));
			} else if (kind === 'record') {
				first.record ??= spanOf(words, at, end);
			} else if (kind === 'frequency') {
				first.frequency ??= spanOf(words, at, end);
				pastAbsolute = Math.max(pastAbsolute, end);
			} else if (kind === 'absolute') {
				if (at < pastAbsolute) continue;
				absolute.push(spanOf(words, at, end));
				pastAbsolute = end;
			} else if (isVague(kind) && at >= pastVague) {
				vague.push({ ...spanOf(words, at, end), sense: kind });
				pastVague = end;
			}
		}
	}
	return {
		actor: first.actor,
		frequency: first.frequency,
		record: first.record,
		vague,
		absolute,
	};
}

/**
 * Whether the sentence makes the words from `at` to `end` act: something is done "by" them, or an
 * active verb follows within five words ("staff with access sign"), unless that verb is a noun that
 * is itself acted upon ("security reviews are held").
 */
function acts({ words, joined }: TextWords, at: number, end: number): boolean {
	for (let before = at - 1; before >= at - 3 && joined[before + 1]; before--) {
		if (words[before] === 'by') return true;
	}
	let several = actTogether.has(words[end - 1] ?? '');
	for (let after = end; after < end + 5 && joined[after]; after++) {
		const word = words[after] ?? '';
		if (passive.has(word)) return false;
		if (modals.has(word)) several = true;
		else if (verbsWithS.has(word) || (several && verbsAlone.has(word)))
			return !(joined[after + 1] && passive.has(words[after + 1] ?? ''));
	}
	return false;
}

function isVague(kind: Kind): kind is VagueSense {
	return kind in vagueAdvice;
}

/** Where a name such as "platform lead" or "chief executive officer" ends that goes on at `end`. */
function nameEnd({ words, joined }: TextWords, end: number): number {
	let last = end;
	while (joined[last] && nameWords.has(words[last] ?? '')) last++;
	return last;
}

function spanOf({ text, starts, ends }: TextWords, at: number, end: number): WordSpan {
	const [start, stop] = [starts[at] ?? 0, ends[end - 1] ?? text.length];
	return { start, end: stop, text: text.slice(start, stop) };
}

/** Every quarter, each change, per release, every 6 months, every other week, within 5 days. */
function rhythmPhrases(): readonly string[] {
	const occasions = [...lists.units, ...lists.events];
	return [
		...['every', 'each', 'per'].flatMap((each) => occasions.map((what) => `${each} ${what}`)),
		...lists.units.flatMap((unit) => [
			`every # ${withS(unit)}`,
			`every other ${unit}`,
			`within # ${withS(unit)}`,
			`within one ${unit}`,
		]),
	];
}
