/** What somebody came to the review of a record or a criterion for. */
import type { Subject } from '../../model/review/subject.ts';

/** What has a panel in which its review stands. */
export type ReviewedSubject = Extract<Subject, { kind: 'record' | 'criterion' }>;

/** A section of the review of a record. */
export type ReviewPart = 'threads' | 'suggestions' | 'sign-offs';

/** To see a section, or to write in one: about a cell where `field` names one. */
export interface ReviewWish {
	readonly what: ReviewPart | 'comment' | 'suggest';
	readonly field?: string;
}
