/** The words of the dialog that changes many records. */
import type { Register } from '../../../model/registers/register.ts';
import { countOfRecords } from '../count-of.ts';
import type { ProposedEdit } from '../preview/proposed-edit.ts';
import type { BulkMode } from './bulk-change.ts';

export const modeWords: Readonly<Record<BulkMode, string>> = {
	set: 'Set to',
	add: 'Add',
	remove: 'Remove',
	empty: 'Empty it',
};

interface Counted {
	/** Whether it is said yet what is to be done. */
	readonly complete: boolean;
	/** How many records it is about. */
	readonly records: number;
	readonly edits: readonly ProposedEdit[];
}

/** '9 records would change, 3 have it already and stay, 1 would be marked.' */
export function bulkSummary(about: Register, { complete, records, edits }: Counted): string {
	if (!complete) return 'Choose a value to see what would change.';
	if (edits.length === 0) return 'Nothing would change: all of them have it already.';
	const same = records - edits.length;
	const odd = edits.filter(({ problem }) => problem !== undefined).length;
	return `${[
		`${countOfRecords(edits.length, about)} would change`,
		...(same
			? [`${same} ${same === 1 ? 'has it already and stays' : 'have it already and stay'}`]
			: []),
		...(odd ? [`${odd} would be marked`] : []),
	].join(', ')}.`;
}
