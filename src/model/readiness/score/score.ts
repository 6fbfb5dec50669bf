/**
 * The shape of a score that explains itself: every figure has the parts and reasons that made it
 * (readiness guide, 3.4). All values are from 0 to 1. `low` takes what is unknown as failed, `high` as
 * passed; where nothing is unknown they are the same.
 */
import type { RecordRef } from '../facts.ts';

export interface Range {
	readonly low: number;
	readonly high: number;
}

/** One fact that a figure rests on, with the records to look at. */
export interface Reason {
	readonly text: string;
	/** It holds, it does not, half, or nobody knows. */
	readonly holds: 'yes' | 'no' | 'half' | 'unknown';
	readonly records: readonly RecordRef[];
	/** The field to mend, of the first record. */
	readonly field?: string;
}

export type PartKind = 'design' | 'paper' | 'evidence' | 'operation';

export interface ScorePart extends Range {
	readonly kind: PartKind;
	/** Its weight among the parts that count now. */
	readonly weight: number;
	/** Nothing of it is due yet, so it is left out and its weight goes to the others. */
	readonly isLeftOut: boolean;
	readonly reasons: readonly Reason[];
}

export interface ControlScore extends Range {
	readonly control: string;
	/** 2 for key controls, 1 for others. */
	readonly weight: 1 | 2;
	readonly parts: readonly ScorePart[];
	/** Retired without a reason, so it still counts. */
	readonly isGone: boolean;
}

/** A ceiling of a criterion's score, and why. */
export interface Cap {
	readonly at: number;
	readonly reason: string;
	readonly records: readonly RecordRef[];
}

export interface CriterionScore extends Range {
	readonly criterion: string;
	/** Before caps. */
	readonly uncapped: Range;
	/** Every ceiling that applies, lowest first. */
	readonly caps: readonly Cap[];
	/** Controls that count, by id. */
	readonly controls: readonly string[];
	/** Controls left out because they do not apply, with a reason. */
	readonly notApplicable: readonly string[];
}

export interface GroupScore extends Range {
	/** Criteria in scope that made it. */
	readonly criteria: readonly string[];
}

export type Band = 'bookFieldwork' | 'nearly' | 'workToDo' | 'notReady';

/** The band of a score's low end (readiness guide, 3.4). */
export function bandOf(low: number): Band {
	if (low >= 0.9) return 'bookFieldwork';
	if (low >= 0.75) return 'nearly';
	return low >= 0.5 ? 'workToDo' : 'notReady';
}

export const bandWords: Readonly<Record<Band, string>> = {
	bookFieldwork: 'Ready to book fieldwork',
	nearly: 'Nearly there',
	workToDo: 'Work to do',
	notReady: 'Not ready',
};

/** True where two scores are the same, reasons included. */
export function sameScore(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}
