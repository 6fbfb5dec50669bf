/** The choices for what a column becomes, as a list of options and back. */
import { destinations, fieldAt, type Destination } from '../../../exchange/destinations.ts';
import type {
	ColumnProposal,
	ColumnTarget,
	ImportDecisions,
} from '../../../exchange/proposal/proposal.ts';
import { columnLetters } from '../../../exchange/sheet.ts';
import type { Option } from '../../../ui/fields/option.ts';
import { columnFor, ownTarget } from './decisions.ts';

const keepAsOwn = 'own';
const leaveOut = 'leaveOut';

/** Every choice for a column; a field that another column fills says which one. */
export function targetOptions(
	decisions: ImportDecisions,
	columns: readonly ColumnProposal[],
	index: number,
): readonly Option[] {
	const fields = destinations[decisions.register].fields.map(({ key, label }) => {
		const other = columnFor(decisions, columns, key);
		const taken = other && other.index !== index ? ` (now ${columnLetters(other.index)})` : '';
		return { value: key, label: `${label}${taken}` };
	});
	return [
		...fields,
		...(decisions.register === 'criteria' ? [] : [{ value: keepAsOwn, label: 'Own column' }]),
		{ value: leaveOut, label: 'Leave out' },
	];
}

export function optionOf(target: ColumnTarget): string {
	return target.kind === 'field' ? target.key : target.kind === 'own' ? keepAsOwn : leaveOut;
}

export function targetFrom(
	register: Destination,
	option: string,
	column: ColumnProposal,
): ColumnTarget {
	if (fieldAt(register, option)) return { kind: 'field', key: option };
	return option === keepAsOwn ? ownTarget(column) : { kind: 'leaveOut' };
}
