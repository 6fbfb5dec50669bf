/** What the palette lists for a text: commands ranked among each other, with what was used last first. */
import { foldText, matchWords, typedWords, type Mark } from './fuzzy-match.ts';
import type { UiCommand } from './ui-command.ts';

export interface PaletteResult {
	readonly command: UiCommand;
	/** What matched in the label, and in the hint. */
	readonly labelMarks: readonly Mark[];
	readonly hintMarks: readonly Mark[];
}

export interface PaletteGroup {
	readonly name: string;
	readonly results: readonly PaletteResult[];
}

interface Ranked extends PaletteResult {
	readonly score: number;
}

/**
 * The groups to list. With nothing typed: what was used last, then everything as it was offered, the
 * found records of `found` among it. With a text: what answers it, best group and best command first.
 * What cannot be done now stands behind what can.
 */
export function paletteGroups(
	commands: readonly UiCommand[],
	found: readonly UiCommand[],
	typed: string,
	recent: readonly string[],
): readonly PaletteGroup[] {
	const words = typedWords(typed);
	// Two places may find the same record: the one that found it first leads there.
	const all = new Map([...found, ...commands].toReversed().map((command) => [command.id, command]));
	const ranked = [...all.values()].toReversed().flatMap((command) => rank(command, words) ?? []);
	if (words.length > 0) return grouped(ranked.sort((a, b) => b.score - a.score));
	const used = recent.flatMap((id) => ranked.find(({ command }) => command.id === id) ?? []);
	const isUnavailable = ({ command }: Ranked): number => Number(command.unavailable !== undefined);
	const others = grouped(
		ranked
			.filter((result) => !used.includes(result))
			.sort((a, b) => isUnavailable(a) - isUnavailable(b)),
	);
	return used.length > 0 ? [{ name: 'Recent', results: used }, ...others] : others;
}

/** What the palette reads of a command: its label, its hint, its group. */
function rank(command: UiCommand, words: readonly string[]): Ranked | undefined {
	const { label, hint = '', group, unavailable } = command;
	const match = matchWords(words, foldText(`${label} ${hint} ${group}`));
	if (!match) return undefined;
	return {
		command,
		score: match.score - (unavailable === undefined ? 0 : 60 * words.length),
		labelMarks: within(match.marks, 0, label.length),
		hintMarks: within(match.marks, label.length + 1, hint.length),
	};
}

/** The part of the marks inside a stretch of the text, counted from its start. */
function within(marks: readonly Mark[], from: number, length: number): readonly Mark[] {
	return marks.flatMap(({ start, end }) => {
		const clipped = { start: Math.max(0, start - from), end: Math.min(length, end - from) };
		return clipped.start < clipped.end ? clipped : [];
	});
}

/** Groups in the order in which the first of each comes. */
function grouped(results: readonly PaletteResult[]): readonly PaletteGroup[] {
	const groups = new Map<string, PaletteResult[]>();
	for (const result of results) {
		const { group } = result.command;
		const members = groups.get(group);
		if (members) members.push(result);
		else groups.set(group, [result]);
	}
	return Array.from(groups, ([name, members]) => ({ name, results: members }));
}
