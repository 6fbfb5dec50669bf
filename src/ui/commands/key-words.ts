/** What keys do, in words, for the keyboard sheet: from the board, and from parts with keys of their own. */
import { keyCaps } from '../text/key-caps.ts';
import { foldText, matchWords, typedWords } from './fuzzy-match.ts';
import type { UiCommand } from './ui-command.ts';

export interface KeyWords {
	readonly does: string;
	/** As in a command: several ways stand apart by a space. */
	readonly keys: string;
}

export interface KeyGroup {
	readonly name: string;
	readonly keys: readonly KeyWords[];
}

/** The commands that have keys, under the names of their groups, in the order they are offered. */
export function keysOfCommands(commands: readonly UiCommand[]): readonly KeyGroup[] {
	const groups = new Map<string, KeyWords[]>();
	for (const { label, group, keys } of commands) {
		if (!keys) continue;
		const members = groups.get(group) ?? [];
		members.push({ does: label, keys });
		groups.set(group, members);
	}
	return Array.from(groups, ([name, keys]) => ({ name, keys }));
}

/**
 * What of the groups answers a text, by what the keys do and by what stands on the key caps. A single
 * letter stands for a key or the start of a word, or it would be in everything.
 */
export function searchKeys(
	groups: readonly KeyGroup[],
	typed: string,
	apple?: boolean,
): readonly KeyGroup[] {
	const words = typedWords(typed.replaceAll('+', ' '));
	return groups.flatMap(({ name, keys }) => {
		const found = keys.filter((key) => answers(words, name, key, apple));
		return found.length > 0 ? { name, keys: found } : [];
	});
}

function answers(
	words: readonly string[],
	group: string,
	{ does, keys }: KeyWords,
	apple: boolean | undefined,
): boolean {
	const caps = keys.split(' ').flatMap((stroke) => keyCaps(stroke, apple));
	const text = foldText([...caps, does, group].join(' '));
	const starts = text.split(/\s+/);
	return words.every((word) =>
		word.length === 1
			? starts.some((start) => start.startsWith(word))
			: matchWords([word], text) !== undefined,
	);
}
