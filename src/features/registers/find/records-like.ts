/** The records that a few typed letters may mean: by id and name, best first, few. */
import { valueAt, type Register, type RegisterRecord } from '../../../model/registers/register.ts';
import { foldCase } from './fold-case.ts';

/** What a record is found by and shown as: its id, where its register has one, and its name. */
export interface RecordTitle {
	/** '' for registers whose records have no id of their own. */
	readonly id: string;
	readonly name: string;
}

export function titleOf({ naming }: Register, record: RegisterRecord): RecordTitle {
	const idKey = naming.find((key) => key.endsWith('Id') || key === 'reference');
	const id = idKey === undefined ? '' : String(valueAt(record, idKey));
	const names = naming.filter((key) => key !== idKey).map((key) => String(valueAt(record, key)));
	return { id, name: names.find((name) => name.trim() !== '') ?? '' };
}

/**
 * At most `most` records, those first whose id is what was typed, then ids that begin with it, names
 * that begin with it, words of names that do, then whatever contains it. Retired ones come after
 * others that fit as well. Nothing typed finds nothing.
 */
export function recordsLike(
	about: Register,
	records: readonly RegisterRecord[],
	typed: string,
	most: number,
): readonly RegisterRecord[] {
	const wanted = foldCase(typed.trim());
	if (wanted === '') return [];
	const byRank: RegisterRecord[][] = Array.from({ length: 2 * ranks }, () => []);
	for (const record of records) {
		const rank = rankOf(titleOf(about, record), wanted);
		if (rank !== undefined) byRank[2 * rank + (record.retired ? 1 : 0)]?.push(record);
	}
	return byRank.flat().slice(0, most);
}

const ranks = 5;

function rankOf({ id: typedId, name }: RecordTitle, wanted: string): number | undefined {
	const id = foldCase(typedId.trim());
	if (id === wanted) return 0;
	if (id.startsWith(wanted)) return 1;
	const words = foldCase(name);
	const at = words.indexOf(wanted);
	if (at === 0) return 2;
	if (at > 0 && !/[\p{L}\p{N}]/u.test(words.charAt(at - 1))) return 3;
	return at > 0 || id.includes(wanted) ? 4 : undefined;
}
