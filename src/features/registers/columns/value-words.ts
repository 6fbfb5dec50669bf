/** The words for the stored values of a kind of field, and the stored value that words name. */
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import { evidenceTypeLabel, evidenceTypes } from '../../../model/catalog/evidence-types.ts';
import type { FieldKind } from '../../../model/records/field.ts';
import { termLabel, termToken, vocabularies } from '../../../model/records/vocabulary.ts';
import { dateFromText } from '../../../ui/fields/date-text.ts';
import type { LinkNames } from './link-names.ts';

export interface ValueWords {
	/** What a person reads for a stored value, or for a member of a set. */
	readonly wordsOf: (value: string) => string;
	/** What is stored for words that name a known value; undefined where they name none. */
	readonly known: (text: string) => string | undefined;
	/** Known values in the order of their list, where there is such an order. */
	readonly listed: readonly string[];
}

const asItStands: ValueWords = { wordsOf: (value) => value, known: () => undefined, listed: [] };

const dates: ValueWords = {
	wordsOf: (value) => (isCalendarDate(value) ? readableDate(value) : value),
	known: dateFromText,
	listed: [],
};

/** Kinds of evidence by their label, letter case aside. */
const evidenceKinds: ValueWords = {
	wordsOf: evidenceTypeLabel,
	known: (text) => {
		const wanted = text.trim().toLowerCase();
		return evidenceTypes.find(
			({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted,
		)?.id;
	},
	listed: [],
};

/** The words of every kind but links, which need the records they point to. */
export function wordsOfKind(value: FieldKind): ValueWords {
	switch (value.kind) {
		case 'date':
			return dates;
		case 'evidenceKind':
		case 'evidenceKinds':
			return evidenceKinds;
		case 'term':
		case 'terms':
			return {
				wordsOf: (token) => termLabel(value.vocabulary, token),
				known: (text) => termToken(value.vocabulary, text),
				listed: vocabularies[value.vocabulary].terms.map(({ token }) => token),
			};
		default:
			return asItStands;
	}
}

/** The words of links: what the records they point to are called now. */
export function linkWords(links: LinkNames): ValueWords {
	return {
		wordsOf: (member) => links.nameOf(member),
		known: (text) => links.idOf(text),
		listed: [],
	};
}
