/** How well a column's values fit a field of a register, with words for the reason shown to people. */
import type { Field } from '../../model/records/field.ts';
import type { VocabularyId } from '../../model/records/vocabulary.ts';
import { registers } from '../../model/registers/registers.ts';
import { evidenceKindOf } from '../evidence-words.ts';
import type { ColumnValues } from './column-values.ts';
import { isTermWord } from './term-words.ts';

/** Fields that name records. */
const naming: ReadonlySet<string> = new Set(
	Object.values(registers).flatMap((register) => register.naming),
);

export interface ValueFit {
	/** Added to what the header says; `never` takes any header's word away. */
	readonly fit: number;
	readonly says: string;
}

const never: ValueFit = { fit: -2, says: '' };
const silent: ValueFit = { fit: 0, says: '' };

/** Judges the values for one field; an empty column says nothing. */
export function fieldValueFit({ key, value }: Field, values: ColumnValues): ValueFit {
	if (values.filled === 0) return silent;
	switch (value.kind) {
		case 'term':
		case 'terms':
			return termFit(value.vocabulary, values);
		case 'date':
			return dateFit(values);
		case 'criteria':
			if (values.shares.criterion < 0.3) return never;
			return counted(values, values.shares.criterion, 'are trust services criteria', 0.2);
		case 'number':
			return values.shares.number < 0.5 ? never : silent;
		case 'person':
			return values.shares.prose > 0.5 || values.shares.date > 0.5 ? never : silent;
		case 'links':
			return values.shares.prose > 0.6 ? { fit: -0.3, says: '' } : idBonus(values);
		case 'evidenceKind':
		case 'evidenceKinds':
			return values.samples.some((text) => evidenceKindOf(text) !== undefined)
				? silent
				: { fit: -0.3, says: '' };
		case 'address':
			return values.shares.link > 0.3 ? { fit: 0.1, says: '' } : silent;
		case 'prose':
		case 'text':
		case 'references':
			return textFit(key, values);
	}
}

function termFit(vocabulary: VocabularyId, { samples, filled, distinct }: ColumnValues): ValueFit {
	const known = samples.filter((word) => isTermWord(vocabulary, word)).length;
	if (known === 0) return { fit: samples.length > 0 && distinct > 12 ? -0.6 : -0.3, says: '' };
	const share = known / samples.length;
	return {
		fit: share * 0.3 - 0.1,
		says: `${known} of the first ${samples.length} of ${Math.min(distinct, filled)} different values are known words`,
	};
}

/** A header that says a date outright stands against words such as Q1 2027, never against sentences. */
function dateFit(values: ColumnValues): ValueFit {
	const { date, prose } = values.shares;
	if (date >= 0.3) return counted(values, date, 'are dates', 0.2);
	return prose > 0.3 || values.averageLength > 40 ? never : { fit: -0.4, says: '' };
}

/** Ids of rows differ from row to row; texts are neither dates nor marks. */
function textFit(
	key: string,
	{ shares, uniqueness, averageLength, filled }: ColumnValues,
): ValueFit {
	if (key.endsWith('Id')) {
		if (shares.prose > 0.3 || shares.date > 0.5 || averageLength > 40) return never;
		const fit = uniqueness > 0.9 ? 0.15 : uniqueness > 0.5 ? -0.1 : -0.5;
		return { fit: shares.number > 0.9 ? fit - 0.1 : fit, says: '' };
	}
	const figures =
		shares.date > 0.6 || shares.mark > 0.6 || shares.number > 0.6 || shares.yesNo > 0.6;
	if (figures && key !== 'version') return { fit: -0.6, says: '' };
	// What names a record is not one of a few words.
	const repeats = filled > 5 && uniqueness < 0.3;
	return repeats && naming.has(key) ? { fit: -0.4, says: '' } : silent;
}

function idBonus({ shares }: ColumnValues): ValueFit {
	return shares.id > 0.5 || shares.reference > 0.5 ? { fit: 0.1, says: '' } : silent;
}

function counted(
	{ filled, looked }: ColumnValues,
	share: number,
	what: string,
	fit: number,
): ValueFit {
	const count = Math.round(share * looked);
	return { fit: fit * share, says: `${count} of ${Math.min(looked, filled)} values ${what}` };
}
