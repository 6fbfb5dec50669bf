/** What somebody came to the review of a record for. */

/** A section of the review of a record. */
export type ReviewPart = 'threads' | 'suggestions' | 'sign-offs';

/** To see a section, or to write in one: about a cell where `field` names one. */
export interface ReviewWish {
	readonly what: ReviewPart | 'comment' | 'suggest';
	readonly field?: string;
}
