/** What has to be said before an item of evidence is accepted, returned or excused. */
import { isSamePerson } from '../remediation/closing-gaps.ts';

export type Review = 'accepted' | 'returned' | 'excused';

export interface SaidInReview {
	readonly review: Review;
	readonly reviewer: string;
	readonly note: string;
}

export interface ReviewProblem {
	readonly field: 'reviewer' | 'note';
	readonly text: string;
}

/** Why a review cannot be taken like this; undefined where it can. */
export function reviewProblem({ review, reviewer, note }: SaidInReview): ReviewProblem | undefined {
	if (review !== 'excused' && reviewer.trim() === '') {
		return { field: 'reviewer', text: 'Say who looked at it.' };
	}
	if (review === 'returned' && note.trim() === '') {
		return { field: 'note', text: 'Say what is missing, so that it can be mended.' };
	}
	if (review === 'excused' && note.trim() === '') {
		return { field: 'note', text: 'Say why. Without a reason it still counts as missing.' };
	}
	return undefined;
}

/** Said where one person prepared and reviewed; it is allowed, since small teams have no choice. */
export function reviewerRemark(preparer: string, reviewer: string): string | undefined {
	return isSamePerson(preparer, reviewer)
		? `${reviewer.trim()} prepared it as well. An auditor will ask why nobody else looked at it.`
		: undefined;
}
