/**
 * The fixed lists a control's fields choose from: the token that is stored and the words people
 * read. A stored value that is no token is kept as it is and shown as not recognised, never
 * dropped (SPEC V-2).
 */
import { registerVocabularies, type RegisterVocabularyId } from './register-vocabularies.ts';

export interface Vocabulary {
	readonly id: VocabularyId;
	readonly terms: readonly Term[];
}

export interface Term {
	readonly token: string;
	readonly label: string;
}

/** The lists of a control matrix as spreadsheets have it. */
export type MatrixVocabularyId =
	'status' | 'frequency' | 'controlType' | 'nature' | 'testResult' | 'priority';

export type VocabularyId = MatrixVocabularyId | RegisterVocabularyId;

const matrixVocabularies: Readonly<Record<MatrixVocabularyId, Vocabulary>> = {
	status: {
		id: 'status',
		terms: [
			{ token: 'notStarted', label: 'Not started' },
			{ token: 'planned', label: 'Planned' },
			{ token: 'inProgress', label: 'In progress' },
			{ token: 'implemented', label: 'Implemented' },
			{ token: 'notApplicable', label: 'Not applicable' },
		],
	},
	frequency: {
		id: 'frequency',
		terms: [
			{ token: 'continuous', label: 'Continuous' },
			{ token: 'perEvent', label: 'Per event' },
			{ token: 'manyTimesADay', label: 'Several times a day' },
			{ token: 'daily', label: 'Daily' },
			{ token: 'weekly', label: 'Weekly' },
			{ token: 'monthly', label: 'Monthly' },
			{ token: 'quarterly', label: 'Quarterly' },
			{ token: 'semiAnnual', label: 'Semi-annual' },
			{ token: 'annual', label: 'Annual' },
		],
	},
	controlType: {
		id: 'controlType',
		terms: [
			{ token: 'preventive', label: 'Preventive' },
			{ token: 'detective', label: 'Detective' },
			{ token: 'corrective', label: 'Corrective' },
		],
	},
	nature: {
		id: 'nature',
		terms: [
			{ token: 'manual', label: 'Manual' },
			{ token: 'automated', label: 'Automated' },
			{ token: 'itDependentManual', label: 'IT-dependent manual' },
		],
	},
	testResult: {
		id: 'testResult',
		terms: [
			{ token: 'notTested', label: 'Not tested' },
			{ token: 'noExceptions', label: 'No exceptions noted' },
			{ token: 'exceptionNoted', label: 'Exception noted' },
			{ token: 'didNotOperate', label: 'Control did not operate' },
		],
	},
	priority: {
		id: 'priority',
		terms: [
			{ token: 'critical', label: 'Critical' },
			{ token: 'high', label: 'High' },
			{ token: 'medium', label: 'Medium' },
			{ token: 'low', label: 'Low' },
		],
	},
};

export const vocabularies: Readonly<Record<VocabularyId, Vocabulary>> = {
	...matrixVocabularies,
	...registerVocabularies,
};

/** The words for a stored value: the term's label, or the value itself where it is no token. */
export function termLabel(vocabulary: VocabularyId, value: string): string {
	return vocabularies[vocabulary].terms.find((term) => term.token === value)?.label ?? value;
}

/** The token whose token or label equals `text` (letter case and outer blanks ignored). */
export function termToken(vocabulary: VocabularyId, text: string): string | undefined {
	const wanted = text.trim().toLowerCase();
	return vocabularies[vocabulary].terms.find(
		(term) => term.token.toLowerCase() === wanted || term.label.toLowerCase() === wanted,
	)?.token;
}

/** True where `value` is one of the vocabulary's tokens. */
export function isTerm(vocabulary: VocabularyId, value: string): boolean {
	return vocabularies[vocabulary].terms.some((term) => term.token === value);
}
