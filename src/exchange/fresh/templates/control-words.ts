/** What a sheet for others says of one control. */
import type { Control } from '../../../model/records/control.ts';
import { vocabularies, termLabel, type VocabularyId } from '../../../model/records/vocabulary.ts';

/** The control in words: its description, or its title where it has none. */
export function controlText({ description, title }: Control): string {
	return description.trim() === '' ? title : description;
}

/** Its id, or what stands for it where it has none. */
export function controlLabel({ controlId, title }: Control): string {
	return controlId || title || 'A control without an ID';
}

/** The labels of a vocabulary, for a drop-down list. */
export function labelsOf(vocabulary: VocabularyId): readonly string[] {
	return vocabularies[vocabulary].terms.map(({ label }) => label);
}

/** `2 implemented, 1 in progress, 1 without a status`, in the order of the vocabulary. */
export function statusCounts(controls: readonly Control[]): string {
	const known: readonly string[] = vocabularies.status.terms.map(({ token }) => token);
	const statuses = controls.map(({ status }) => status);
	const other = [...new Set(statuses)].filter((status) => status !== '' && !known.includes(status));
	return [...known, ...other, '']
		.map((status) => ({ status, count: statuses.filter((one) => one === status).length }))
		.filter(({ count }) => count > 0)
		.map(({ status, count }) => `${count} ${statusWords(status, known)}`)
		.join(', ');
}

function statusWords(status: string, known: readonly string[]): string {
	if (status === '') return 'without a status';
	return known.includes(status) ? termLabel('status', status).toLowerCase() : `“${status}”`;
}
