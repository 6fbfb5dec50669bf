/**
 * What the values of a column look like: how many are ids, dates, roles, prose, words of a fixed
 * list. Looks at an even sample, so a sheet of 100,000 rows costs no more than one of 300.
 */
import { criterionSeries } from '../../model/catalog/criteria.ts';
import type { MatrixVocabularyId } from '../../model/records/vocabulary.ts';
import { readCellIds } from './criteria-ids.ts';
import { parseDate } from './parse-date.ts';
import { looksLikeName, looksLikePerson } from './people-words.ts';
import { isIdToken, startsWithReference } from './reference-ids.ts';
import { isTermWord, matrixVocabularies } from './term-words.ts';

export interface ColumnValues {
	/** Cells with a text, merged-down ones included. */
	readonly filled: number;
	/** Filled cells as a share of the data rows. */
	readonly density: number;
	/** Distinct values as a share of the filled cells. */
	readonly uniqueness: number;
	readonly distinct: number;
	/** How many values the shares were counted over. */
	readonly looked: number;
	readonly averageLength: number;
	readonly shares: Readonly<Record<ValueShape, number>>;
	readonly termShares: Readonly<Record<MatrixVocabularyId, number>>;
	/** Up to 5 distinct values. */
	readonly samples: readonly string[];
}

export type ValueShape =
	| 'criterion'
	| 'categoryName'
	| 'reference'
	| 'serialKey'
	| 'id'
	| 'date'
	| 'number'
	| 'mark'
	| 'yesNo'
	| 'link'
	| 'person'
	| 'name'
	| 'prose';

const sampleSize = 300;
/** Trust services categories and the titles of their series, as people name them. */
const categoryNames: ReadonlySet<string> = new Set([
	...criterionSeries.map((series) => series.title.toLowerCase()),
	...['security', 'availability', 'confidentiality', 'processing integrity', 'privacy'],
	...['common criteria', 'security (common criteria)'],
]);
const shapes: Readonly<Record<ValueShape, (value: string) => boolean>> = {
	criterion: isCriterionCell,
	categoryName: (value) => categoryNames.has(value.toLowerCase()),
	reference: isReferenceCell,
	serialKey: isSerialKeyCell,
	id: isIdCell,
	date: (value) => value.length < 40 && isDateLike(value),
	number: (value) =>
		/^[-+(]?[$\u20ac\u00a3]? ?\d[\d, ]*(?:\.\d+)?%?\)?$/.test(value) && !isDateLike(value),
	mark: (value) =>
		/^(?:[x\u2713\u2714\u2611\u25cf\u2022\u25cb\u25a0*pso]|true|false)$/i.test(value),
	yesNo: (value) =>
		/^(?:y|n|yes|no|ja|nein|ano|ne|si|s\u00ed|oui|non|n\/?a|partial(?:ly)?)$/i.test(value),
	link: (value) =>
		/^(?:https?:\/\/|www\.|\\\\|[./]?[\w .-]+[/\\][\w .-])/i.test(value) && !/\s\/\s/.test(value),
	person: looksLikePerson,
	name: looksLikeName,
	prose: (value) => value.length >= 40 && value.split(/\s+/).length >= 6,
};

/** Counts what the texts of a column look like; `rows` is the number of data rows. */
export function lookAtValues(texts: readonly string[], rows: number): ColumnValues {
	const values = texts.filter((text) => text !== '');
	const distinct = new Set(values);
	const looked = evenSample(values);
	const share = (is: (value: string) => boolean): number =>
		looked.length === 0 ? 0 : looked.filter(is).length / looked.length;
	return {
		filled: values.length,
		density: rows === 0 ? 0 : values.length / rows,
		uniqueness: values.length === 0 ? 0 : distinct.size / values.length,
		distinct: distinct.size,
		looked: looked.length,
		averageLength: looked.reduce((sum, value) => sum + value.length, 0) / (looked.length || 1),
		shares: mapValues(shapes, share),
		termShares: mapValues(matrixVocabularies, (id) =>
			share((value) => value.length <= 40 && isTermWord(id, value)),
		),
		samples: [...distinct].slice(0, 5),
	};
}

function evenSample(values: readonly string[]): readonly string[] {
	if (values.length <= sampleSize) return values;
	const step = values.length / sampleSize;
	return Array.from({ length: sampleSize }, (_, place) => values[Math.floor(place * step)] ?? '');
}

/** A cell that holds or starts with a criterion, not prose that mentions one. */
function isCriterionCell(value: string): boolean {
	const ids = readCellIds(value.slice(0, 200), 'any');
	if (ids.criteria.length + ids.unknown.length === 0) return false;
	return ids.residue.length <= 80 && /^\W*(?:[A-Za-z]+[\s:-]+)?(?:cc|pi|[acp])\s?\d/i.test(value);
}

/** Ids and separators, perhaps each with a short name, as "5.1 Information security policies". */
function isReferenceCell(value: string): boolean {
	if (/^[\d.,]+$/.test(value) && !value.includes('.')) return false;
	if (startsWithReference(value)) return true;
	const lines = value.split(/[\n;,|]|\s\/\s/).filter((line) => line.trim() !== '');
	if (lines.length === 0) return false;
	const withId = lines.filter((line) => startsWithId(line.trim()));
	return withId.length >= lines.length * 0.6 && value.length / lines.length <= 70;
}

/** Keys counted up by the company or its tracker, as SEC-11; AC-2 is a framework's. */
function isSerialKeyCell(value: string): boolean {
	const keys = value.split(/[\s,;]+/).filter((key) => key !== '');
	return keys.every((key) => /^[A-Z][A-Z0-9]*-\d+$/i.test(key) && !startsWithReference(key));
}

function startsWithId(line: string): boolean {
	if (
		/^(?:art(?:icle)?|sec(?:tion)?|clause|annex|principle|req(?:uirement)?|rule|chapter|\u00a7)\.?\s*[\divx]/i.test(
			line,
		)
	) {
		return true;
	}
	const [first = '', second = '', ...others] = line.split(/\s+/);
	if (/^\d+:?$/.test(first)) return second === '' || (first.endsWith(':') && isIdToken(second));
	if (isIdToken(first) && !/^\d+[.)]$/.test(first)) return others.length <= 7;
	return (
		others.length <= 1 &&
		/^[A-Za-z]{1,10}$/.test(first) &&
		(isIdToken(second) || isIdToken(others[0] ?? ''))
	);
}

/** One id, perhaps with a short qualifier: AC-2, 5.10, C-07, DE.AE-02 Ex1, A.9.2 (ISO 27002). */
function isIdCell(value: string): boolean {
	if (value.length > 40) return false;
	const [first = '', ...others] = value.split(/\s+/);
	return isIdToken(first.replace(/[:,;]$/, '')) && others.length <= 2 && !isDateLike(value);
}

function isDateLike(value: string): boolean {
	return parseDate(value, true) !== undefined || parseDate(value, false) !== undefined;
}

function mapValues<Key extends string, From, To>(
	record: Readonly<Record<Key, From>>,
	map: (value: From) => To,
): Readonly<Record<Key, To>> {
	return Object.fromEntries(
		Object.entries<From>(record).map(([key, value]) => [key, map(value)]),
	) as Record<Key, To>;
}
