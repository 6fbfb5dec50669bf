/** Numbers with the words for what they count. */
import { counted } from '../../base/counted.ts';
import type { Register } from '../../model/registers/register.ts';

/** '1 risk', '12 policies'. */
export function countOfRecords(count: number, { one, many }: Register): string {
	return counted(count, one, many);
}
