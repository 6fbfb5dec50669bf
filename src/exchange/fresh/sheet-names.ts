/** Sheet names that every spreadsheet program takes. */

const longest = 31;

/**
 * A name for each title, in their order. Excel's rules: 1 to 31 UTF-16 code units, none of
 * `: \ / ? * [ ]`, no apostrophe at either end, not History, and no two alike but for letter case.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
	const taken = new Set<string>();
	return titles.map((title) => {
		const name = freeName(plainName(title), taken);
		taken.add(name.toLowerCase());
		return name;
	});
}

function plainName(title: string): string {
	const allowed = title
		.replace(/[:\\/?*[\]\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, ' ')
		.replace(/\s+/g, ' ');
	const name = cut(allowed.replace(edges, ''), longest).replace(edges, '');
	if (name === '') return 'Sheet';
	return name.toLowerCase() === 'history' ? `${name} sheet` : name;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
		const suffix = ` (${number})`;
		free = cut(name, longest - suffix.length).trimEnd() + suffix;
	}
	return free;
}

const edges = /^[\s']+|[\s']+$/g;

/** At most `length` code units, without half a surrogate pair at the end. */
function cut(text: string, length: number): string {
	return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
