/** Counts as people read them: with thousands apart, and with the word for what is counted. */

const digits = new Intl.NumberFormat('en');

/** `10,000` for 10000. */
export function grouped(count: number): string {
	return digits.format(count);
}

/** `1 control`, `10,000 controls`, `0 policies`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${grouped(count)} ${count === 1 ? one : many}`;
}
