/**
 * How well a column's values fit a subject, from -1 (cannot be) to 1 (can hardly be anything else),
 * with words for the reason shown to people.
 */
import type { MatrixVocabularyId } from '../../model/records/vocabulary.ts';
import type { ColumnSubject } from '../proposal/proposal.ts';
import type { ColumnValues, ValueShape } from './column-values.ts';

export interface ValueEvidence {
	readonly fit: number;
	/** "36 of 36 values look like roles or names"; '' where the values say nothing. */
	readonly says: string;
	/** True where the values alone are enough to name the subject. */
	readonly speaksForItself: boolean;
}

const silent: ValueEvidence = { fit: 0, says: '', speaksForItself: false };
/** Only a header that says the subject outright stands against it. */
const doubtful: ValueEvidence = { ...silent, fit: -0.3 };
const vocabularyBySubject: Partial<Record<ColumnSubject, MatrixVocabularyId>> = {
	status: 'status',
	frequency: 'frequency',
	type: 'controlType',
	nature: 'nature',
	testResult: 'testResult',
	priority: 'priority',
};

/** Judges the values for one subject; an empty column says next to nothing. */
export function judgeValues(subject: ColumnSubject, values: ColumnValues): ValueEvidence {
	const vocabulary = vocabularyBySubject[subject];
	// The values of a column that is as good as empty cannot bear a weak header out.
	if (vocabulary && values.density < 0.02) return doubtful;
	if (values.filled === 0) return silent;
	if (vocabulary) return judgeTerms(subject, vocabulary, values);
	return judges[subject]?.(values) ?? silent;
}

type Judge = (values: ColumnValues) => ValueEvidence;

const judges: Partial<Record<ColumnSubject, Judge>> = {
	controlId(values) {
		const share = Math.max(values.shares.id, values.shares.criterion);
		if (values.shares.prose > 0.5 || values.shares.mark > 0.6 || values.shares.date > 0.5)
			return never;
		if (share < 0.4)
			return { ...never, fit: values.uniqueness > 0.9 && values.averageLength < 20 ? -0.2 : -0.9 };
		// 1, 2, 3 … may only count the rows; whole numbers that repeat name nothing.
		const wholes = values.samples.every((text) => !text.includes('.') || text.endsWith('.0'));
		const counts = values.shares.number > 0.9 && wholes;
		if (counts && values.uniqueness < 0.9) return never;
		const fit = counts ? 0.1 : values.uniqueness >= 0.9 ? 1 : values.uniqueness > 0.5 ? 0.5 : -0.4;
		return counted(
			values,
			share,
			'look like ids',
			fit * share,
			fit === 1 && share > 0.8 && values.shares.number < 0.5,
		);
	},
	criteria(values) {
		const share = values.shares.criterion;
		if (share < 0.05) return never;
		return counted(values, share, 'are trust services criteria', share * 2 - 0.4, share > 0.6);
	},
	references(values) {
		const share = Math.max(values.shares.reference, values.shares.criterion * 0.9);
		if (share < 0.2 || values.shares.date > 0.5) return never;
		// 5.1 may be an id or a score: numbers alone prove nothing.
		const numbers = values.shares.number > 0.8;
		const varied = values.uniqueness > 0.05 || values.filled < 50;
		const fit = numbers ? 0.2 : share * 2 - 1;
		// SEC-11 may be a ticket: such keys need a header that names a framework or other controls.
		const telling = share > 0.6 && !numbers && varied && values.shares.serialKey < 0.5;
		return counted(values, share, 'look like ids', fit, telling);
	},
	owner(values) {
		const { person, name, link } = values.shares;
		if (hardlyText(values) || link > 0.5) return never;
		const looks = 'look like people, roles or teams';
		if (person > 0.3) {
			return counted(values, person, looks, person, person > 0.75 && values.uniqueness < 0.8);
		}
		// Capitalised words are names only under a header that says that people stand here.
		if (name > 0.5) return counted(values, name, looks, 0.3, false);
		return { ...silent, fit: values.averageLength > 80 ? -0.8 : 0 };
	},
	title(values) {
		if (hardlyText(values) || values.shares.link > 0.5 || values.shares.id > 0.7) return never;
		if (values.averageLength > 160) return { ...silent, fit: -0.5 };
		return { ...silent, fit: values.uniqueness > 0.5 ? 0.5 : -0.4 };
	},
	description(values) {
		if (hardlyText(values) || values.shares.id > 0.7 || values.shares.person > 0.8) return never;
		if (values.shares.prose > 0.5) {
			return counted(
				values,
				values.shares.prose,
				'are sentences',
				values.uniqueness > 0.4 ? 1 : 0.1,
				false,
			);
		}
		return {
			...silent,
			fit: values.averageLength < 15 ? -0.6 : values.uniqueness > 0.5 ? 0.2 : -0.3,
		};
	},
	evidence(values) {
		if (hardlyText(values) && values.shares.id < 0.5) return never;
		const rowIds = values.shares.id > 0.9 && values.uniqueness > 0.95 && values.density > 0.95;
		if (rowIds && values.filled > 5) return { ...silent, fit: -0.8 };
		return { ...silent, fit: values.shares.link > 0.4 ? 0.4 : 0.1 };
	},
	testProcedure: (values) =>
		hardlyText(values) ? never : { ...silent, fit: values.shares.prose > 0.4 ? 0.4 : -0.2 },
	notes: (values) => (hardlyText(values) ? never : { ...silent, fit: 0.1 }),
	category(values) {
		if (hardlyText(values) || values.shares.date > 0.4) return never;
		if (values.averageLength > 120) return { ...silent, fit: -0.5 };
		if (values.shares.categoryName > 0.6) {
			const looks = 'are trust services categories or series';
			return counted(values, values.shares.categoryName, looks, 1, true);
		}
		if (values.shares.reference > 0.6) return { ...silent, fit: -0.6 };
		const repeats = values.filled > 5 && values.uniqueness < 0.6;
		return repeats
			? {
					fit: 0.4,
					says: `${values.distinct} different values over ${values.filled} rows`,
					speaksForItself: false,
				}
			: silent;
	},
	dueDate(values) {
		if (values.shares.date > 0.5)
			return counted(values, values.shares.date, 'are dates', values.shares.date, false);
		return { ...silent, fit: values.shares.number > 0.8 ? -0.5 : -0.1 };
	},
	risk: (values) => (values.shares.mark > 0.8 ? silent : { ...silent, fit: 0.05 }),
	policy: (values) => (hardlyText(values) ? never : silent),
	system: (values) =>
		hardlyText(values) ? never : { ...silent, fit: values.averageLength > 150 ? -0.4 : 0 },
	other: (values) =>
		values.shares.mark > 0.8
			? counted(values, values.shares.mark, 'are marks', 0.4, false)
			: silent,
};

const never: ValueEvidence = { fit: -1, says: '', speaksForItself: false };

function judgeTerms(
	subject: ColumnSubject,
	vocabulary: MatrixVocabularyId,
	values: ColumnValues,
): ValueEvidence {
	const share = values.termShares[vocabulary];
	// Marks in some rows only choose those rows; they grade nothing.
	if (values.shares.mark > 0.8 && values.distinct === 1 && values.density < 0.9) return doubtful;
	if (share >= 0.5) {
		const distinctive =
			subject !== 'status' &&
			subject !== 'testResult' &&
			values.shares.number < 0.3 &&
			values.shares.yesNo < 0.3;
		return counted(
			values,
			share,
			`are words for a ${words[subject]}`,
			share,
			share > 0.8 && distinctive && values.averageLength > 1.5,
		);
	}
	if (values.shares.prose > 0.5 || values.shares.date > 0.5 || values.shares.link > 0.5)
		return never;
	if (subject === 'type' || subject === 'nature') return { ...never, fit: share > 0.2 ? 0 : -0.6 };
	const fewWords = values.distinct <= 12 || values.uniqueness < 0.3;
	return { ...silent, fit: fewWords && values.averageLength < 40 ? 0 : -0.5 };
}

const words: Partial<Record<ColumnSubject, string>> = {
	status: 'status',
	frequency: 'frequency',
	type: 'control type',
	nature: 'control nature',
	testResult: 'test result',
	priority: 'priority',
};

function hardlyText(values: ColumnValues): boolean {
	const not: readonly ValueShape[] = ['number', 'mark', 'date'];
	return not.some((shape) => values.shares[shape] > 0.7);
}

function counted(
	values: ColumnValues,
	share: number,
	looks: string,
	fit: number,
	speaksForItself: boolean,
): ValueEvidence {
	const all = values.looked === values.filled ? '' : ' looked at';
	return {
		fit: Math.max(-1, Math.min(1, fit)),
		says: `${Math.round(share * values.looked)} of ${values.looked} values${all} ${looks}`,
		speaksForItself,
	};
}
