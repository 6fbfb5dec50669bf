/** What a cell stores for text that was typed into it. What no list knows is kept (SPEC V-2). */
import type { RegisterColumn } from '../columns/register-column.ts';

/** Of a column that holds one text. */
export function cellFromText(column: RegisterColumn, text: string): string {
	const { kind } = column.value;
	// A text that is nothing but blanks looks empty, so it is.
	if (kind === 'text' || kind === 'prose' || kind === 'person')
		return text.trim() === '' ? '' : text;
	return text.trim() === '' ? '' : (column.known(text) ?? text.trim());
}

/**
 * The members of a set as people write them, each once: parted by commas, semicolons and lines. A name
 * that has a comma of its own is taken whole where the column knows it.
 */
export function membersFromText({ known }: RegisterColumn, text: string): readonly string[] {
	const members = text.split(/[;\n]/).flatMap((run) => {
		const parts = run.split(',').map((part) => part.trim());
		const found: string[] = [];
		for (let from = 0; from < parts.length;) {
			const [member, taken] = longestKnown(parts.slice(from), known);
			if (member !== '') found.push(member);
			from += taken;
		}
		return found;
	});
	return [...new Set(members)];
}

/** A set whose members may be words: those the column knows become what it stores for them. */
export function knownMembers(
	{ known }: RegisterColumn,
	members: readonly string[],
): readonly string[] {
	return [...new Set(members.map((member) => known(member) ?? member))];
}

/** The known name that begins these parts and takes most of them, else the first part as it stands. */
function longestKnown(
	parts: readonly string[],
	known: RegisterColumn['known'],
): readonly [string, number] {
	const most = Math.min(parts.length, mostParts);
	for (let count = most; count > 0; count -= 1) {
		const member = known(parts.slice(0, count).join(', '));
		if (member !== undefined) return [member, count];
	}
	return [parts[0] ?? '', 1];
}

/** No name has more commas than this. */
const mostParts = 6;
