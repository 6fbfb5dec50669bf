/** Stored values in the words people read: terms by their label, dates as dates, links by name. */
import { isCalendarDate, readableDate } from '../../base/calendar-date.ts';
import { evidenceTypeLabel } from '../catalog/evidence-types.ts';
import type { Field } from '../records/field.ts';
import { termLabel } from '../records/vocabulary.ts';
import { recordName, type RegisterRecord } from './register.ts';
import { registerOfId } from './registers.ts';

/**
 * A stored value, or a member of a set, in words.
 * @param recordOf a record of any register by its id, as it stands now.
 */
export function valueWords(
	field: Field | undefined,
	value: string,
	recordOf: (id: string) => RegisterRecord | undefined,
): string {
	switch (field?.value.kind) {
		case 'term':
		case 'terms':
			return termLabel(field.value.vocabulary, value);
		case 'date':
			return isCalendarDate(value) ? readableDate(value) : value;
		case 'evidenceKind':
		case 'evidenceKinds':
			return evidenceTypeLabel(value);
		case 'links': {
			const register = registerOfId(value);
			return register ? recordName(register, recordOf(value)) : value;
		}
		default:
			return value;
	}
}
