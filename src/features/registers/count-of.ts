/** Numbers with the words for what they count. */
import type { Register } from '../../model/registers/register.ts';

/** '1 cell', '10,000 cells'. */
export function countOf(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** '1 risk', '12 policies'. */
export function countOfRecords(count: number, { one, many }: Register): string {
	return countOf(count, one, many);
}
