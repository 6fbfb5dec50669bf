/** What a file of changes brought, in a sentence. */
import { grouped } from '../../../base/counted.ts';

export interface Brought {
	readonly entries: number;
	readonly isChanged: boolean;
	readonly refused: readonly {
		readonly refusal: string;
		readonly from: string;
		readonly count: number;
		readonly text: string;
	}[];
}

export function broughtWords({ entries, isChanged, refused }: Brought): string {
	const said =
		entries === 1 ? '1 new entry of the review' : `${grouped(entries)} new entries of the review`;
	if (entries > 0 && isChanged) return `The file brought changes of the workbook and ${said}.`;
	if (entries > 0) return `The file brought ${said}. The workbook itself is unchanged.`;
	if (isChanged) return 'The file brought changes of the workbook.';
	return refused.length > 0
		? 'Nothing of the file was taken.'
		: 'The file brought nothing that was not here already.';
}
