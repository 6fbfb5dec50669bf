/** The way to whatever a thread, a suggestion or a sign-off is about. */
import { registerOfId } from '../../../model/registers/registers.ts';
import { columnIdOf } from '../../../model/review/signed-content.ts';
import type { Subject } from '../../../model/review/subject.ts';
import type { ReviewTabProps } from '../review-tab.ts';

type Ways = Pick<ReviewTabProps, 'onrecord' | 'onplace'>;

/** Leads there; undefined for the workbook as a whole, which is everywhere. */
export function wayTo(subject: Subject, { onrecord, onplace }: Ways): (() => void) | undefined {
	if (subject.kind === 'workbook') return undefined;
	if (subject.kind === 'criterion') return () => onplace('criteria', subject.criterion);
	const register = registerOfId(subject.record)?.name;
	if (!register) return undefined;
	const field = subject.kind === 'cell' ? (columnIdOf(subject.field) ?? subject.field) : undefined;
	return () => onrecord(register, subject.record, field);
}
