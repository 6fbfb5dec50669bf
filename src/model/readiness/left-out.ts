/** Records that rules pass over: controls that somebody said, with a reason, do not apply. */
import { valueAt, type RegisterRecord } from '../registers/register.ts';
import { isNotApplicable } from './score/control-standing.ts';

/** True for a control that does not apply; never for a record of another register. */
export function isLeftOut(record: RegisterRecord): boolean {
	return (
		'notApplicableReason' in record &&
		isNotApplicable({
			status: String(valueAt(record, 'status')),
			notApplicableReason: String(valueAt(record, 'notApplicableReason')),
		})
	);
}
