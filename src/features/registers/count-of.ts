/** '1 control', '10,000 controls': a number with the word for what it counts. */
export function countOf(count: number, one: string): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}
