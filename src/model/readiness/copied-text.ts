/** Whether one text holds a long run of words of another, letter case and marks aside. */

/** Shorter runs are alike by chance, or because there is but one way to say it. */
const longRun = 10;

/** True where both texts have ten words in a row in common. */
export function isCopiedFrom(text: string, original: string): boolean {
	const runs = new Set(runsOf(original));
	return runsOf(text).some((run) => runs.has(run));
}

function runsOf(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const count = Math.max(0, words.length - longRun + 1);
	return Array.from({ length: count }, (_, at) => words.slice(at, at + longRun).join(' '));
}
