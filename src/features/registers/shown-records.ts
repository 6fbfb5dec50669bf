/** The part of a register that is in view, for an export of what is shown. */
import type { RegisterName, RegisterRecord } from '../../model/registers/register.ts';

export interface ShownRecords {
	readonly register: RegisterName;
	readonly records: readonly RegisterRecord[];
	/** Keys of the columns in view, in their order. */
	readonly columns: readonly string[];
}
