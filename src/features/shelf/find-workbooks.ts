/** Finding a workbook by the words of its name and organization. */
import type { ShelfEntry } from '../../workbook/ports.ts';

/** The entries that hold every word of `search`, in their order; all of them for none. */
export function withWords(entries: readonly ShelfEntry[], search: string): readonly ShelfEntry[] {
	const words = plain(search).split(/\s+/).filter(Boolean);
	if (words.length === 0) return entries;
	return entries.filter(({ name, organization }) => {
		const text = plain(`${name} ${organization}`);
		return words.every((word) => text.includes(word));
	});
}

/** Without case and accents: `zurich` finds Zürich. */
function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();
}
