/** The controls that a few typed letters may mean: by id and title, best first, few. */
import type { Control } from '../../../model/records/control.ts';
import { foldCase } from './fold-case.ts';

/**
 * At most `most` controls, those first whose id is what was typed, then ids that begin with it,
 * titles that begin with it, words of titles that do, then whatever contains it. Retired ones come
 * after others that fit as well. Nothing typed finds nothing.
 */
export function recordsLike(
	controls: readonly Control[],
	typed: string,
	most: number,
): readonly Control[] {
	const wanted = foldCase(typed.trim());
	if (wanted === '') return [];
	const byRank: Control[][] = Array.from({ length: 2 * ranks }, () => []);
	for (const control of controls) {
		const rank = rankOf(control, wanted);
		if (rank !== undefined) byRank[2 * rank + (control.retired ? 1 : 0)]?.push(control);
	}
	return byRank.flat().slice(0, most);
}

const ranks = 5;

function rankOf({ controlId, title }: Control, wanted: string): number | undefined {
	const id = foldCase(controlId.trim());
	if (id === wanted) return 0;
	if (id.startsWith(wanted)) return 1;
	const words = foldCase(title);
	const at = words.indexOf(wanted);
	if (at === 0) return 2;
	if (at > 0 && !/[\p{L}\p{N}]/u.test(words.charAt(at - 1))) return 3;
	return at > 0 || id.includes(wanted) ? 4 : undefined;
}
