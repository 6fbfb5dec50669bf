/** The part of a long text where a change is, so that a preview of one line shows it. */

/** Characters that stay before the first difference. */
const lead = 24;

export interface ChangeExcerpt {
	readonly before: string;
	readonly after: string;
}

/** Both texts from shortly before where they begin to differ, on one line. */
export function changeExcerpt(before: string, after: string): ChangeExcerpt {
	let same = 0;
	while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
	const from = same > lead * 2 ? wordFrom(before, same - lead, same) : 0;
	return { before: cut(before, from), after: cut(after, from) };
}

/** Where the first word after `from` begins; `from` itself where there is none before `until`. */
function wordFrom(text: string, from: number, until: number): number {
	const gap = text.slice(from, until).search(/\s\S/);
	return gap < 0 ? from : from + gap + 1;
}

function cut(text: string, from: number): string {
	const line = text.slice(from).replace(/\s+/g, ' ');
	return from > 0 ? `…${line.trimStart()}` : line.trim();
}
