/** What is said to somebody whose value another person's change took the place of. */
import { counted } from '../base/counted.ts';
import type { DoneBy } from './actor.ts';
import { changeWords, type Names } from './change-words.ts';
import type { OvertakenValue } from './overtaken.ts';

/** Characters of a value; the whole of it is in the activity list. */
const longestShown = 60;

/** One sentence or two for what one change from elsewhere took the place of. */
export function overtakenWords(
	values: readonly OvertakenValue[],
	names: Names,
	nameOf: (deed: DoneBy) => string,
): string {
	const by = values[0]?.by;
	const who = by ? nameOf({ by }) : 'Somebody else';
	const isUnseen = values.some((value) => value.isUnseen);
	const lines = changeWords(
		values.map(({ change }) => change),
		names,
	);
	const [line] = lines;
	if (!line || lines.length > 1) {
		const when = isUnseen ? 'while you changed them too' : 'after you';
		return `${who} changed ${counted(lines.length, 'value')} ${when}. Theirs are shown; both are in the activity list.`;
	}
	const cell = `${line.column} of ${line.record}`;
	return isUnseen
		? `${who} and you changed ${cell} without seeing the other’s value. Theirs is shown: ${quoted(line.after)}. Yours was ${quoted(line.before)}.`
		: `${who} changed ${cell} after you, from ${quoted(line.before)} to ${quoted(line.after)}.`;
}

function quoted(text: string): string {
	if (text === '') return 'empty';
	return `“${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}”`;
}
