/** The part of a register that is in view, for an export of what is shown. */
import type { ControlFieldKey } from '../../model/records/control-fields.ts';
import type { Control } from '../../model/records/control.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import type { RegisterName, RegisterRecord } from '../../model/registers/register.ts';

export interface ShownRecords {
	readonly register: RegisterName;
	readonly records: readonly RegisterRecord[];
	/** Keys of the columns in view, in their order. */
	readonly columns: readonly string[];
}

/** As much of the matrix. */
export interface ShownMatrix {
	readonly controls: readonly Control[];
	readonly columns: readonly (ControlFieldKey | ColumnId)[];
}

/** What is shown of the register of controls, as the matrix. */
export function shownMatrix({ records, columns }: ShownRecords): ShownMatrix {
	// The records of this register are controls, and its columns are theirs.
	return {
		controls: records as readonly Control[],
		columns: columns as ShownMatrix['columns'],
	};
}
