/**
 * Whether a file that was made is the one somebody looked at: what was to go in went in, with the
 * values that were shown, and nothing else did.
 */
import { counted } from '../../../base/counted.ts';
import type { HandBackCell } from '../../../exchange/hand-back/order.ts';
import { isChoosable, type Choices } from './choices.svelte.ts';

/** What differs and what to do, in words; undefined where all is as it was shown. */
export function surprises(
	shown: readonly HandBackCell[],
	choices: Choices,
	made: readonly HandBackCell[],
): string | undefined {
	const wanted = new Map(
		shown.flatMap((cell) =>
			isChoosable(cell) && choices.fateOf(cell) === 'goes' ? [[cell.key, cell]] : [],
		),
	);
	const written = made.filter((cell) => cell.state === 'goes' && isChoosable(cell));
	const unlike = written.filter(({ key, after }) => {
		const cell = wanted.get(key);
		// What is written over something in the way may be shown otherwise than it was planned.
		return !cell || (!cell.conflict && cell.after !== after);
	});
	const writtenKeys = new Set(written.map(({ key }) => key));
	const missing = [...wanted.values()].filter(({ key }) => !writtenKeys.has(key));
	const [first] = [...missing, ...unlike];
	if (!first) return undefined;
	const stopped = made.find(({ key, state }) => key === first.key && state === 'conflict');
	const where = first.cell === '' ? first.sheet : `${first.sheet}, ${first.cell}`;
	const count = missing.length + unlike.length;
	const why = stopped?.conflict?.text ?? 'Leave it out, or look at the list once more.';
	return `${counted(count, 'cell')} would not be as shown here, so nothing was saved. ${where}: ${why}`;
}
