/** A choice in a list, and how typed text finds it. */
export interface Option {
	readonly value: string;
	readonly label: string;
	/** Shown after the label, quieter, such as the title that belongs to an id. */
	readonly hint?: string | undefined;
}

/**
 * The options that match what was typed, best first: those that begin with it, then those where a
 * word begins with it, then those that contain it; in the given order within each. All of them
 * where nothing was typed.
 */
export function matchingOptions(options: readonly Option[], typed: string): readonly Option[] {
	const wanted = typed.trim().toLowerCase();
	if (wanted === '') return options;
	const byRank: Option[][] = [[], [], []];
	for (const option of options) {
		const rank = Math.min(
			rankOf(option.label, wanted),
			rankOf(option.value, wanted),
			rankOf(option.hint ?? '', wanted),
		);
		byRank[rank]?.push(option);
	}
	return byRank.flat();
}

/** The option whose value or label is exactly what was typed, letter case aside. */
export function exactOption(options: readonly Option[], typed: string): Option | undefined {
	const wanted = typed.trim().toLowerCase();
	return options.find(
		({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
	);
}

function rankOf(text: string, wanted: string): number {
	const at = text.toLowerCase().indexOf(wanted);
	if (at === -1) return Infinity;
	if (at === 0) return 0;
	return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 2 : 1;
}
