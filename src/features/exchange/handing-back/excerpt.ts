/** A text with its changed stretches, cut down to where it changes, for a line of a list. */
import type { Stretch } from '../word-difference.ts';

/** Characters that stay before the first change, and between changes on either side. */
const kept = 24;
/** A line shows no more than this. */
const longest = 240;

/** On one line; a line break that changed is shown as an arrow. */
export function excerpt(stretches: readonly Stretch[]): readonly Stretch[] {
	const cut = stretches.map(({ text, changed }, at): Stretch => {
		if (changed) return { text: text.replace(/\r?\n/g, '↵ '), changed };
		const isLast = at === stretches.length - 1;
		return { text: shortened(text, at === 0, isLast), changed };
	});
	return firstOf(cut.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') })));
}

/** What stands unchanged, without the middle of it; without its beginning where it comes first. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
	if (isLast || text.length <= 2 * kept) return text;
	const head = isFirst ? '' : text.slice(0, kept).replace(/\S+$/, '');
	const tail = text.slice(-kept).replace(/^\S+/, '');
	return `${head}…${tail}`;
}

function firstOf(stretches: readonly Stretch[]): readonly Stretch[] {
	const shown: Stretch[] = [];
	let left = longest;
	for (const { text, changed } of stretches) {
		if (left <= 0) break;
		shown.push({ text: text.length > left ? `${text.slice(0, left)}…` : text, changed });
		left -= text.length;
	}
	return shown;
}
