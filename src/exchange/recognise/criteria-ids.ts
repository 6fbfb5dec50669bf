/**
 * Reads the ids in one cell: trust services criteria in all the spellings people use, and the ids
 * of other frameworks, which are left to `reference-ids.ts`. What is neither stays as residue.
 */
import { criteria, criterionSeries } from '../../model/catalog/criteria.ts';
import { isCriterionId } from '../../model/catalog/criterion-ids.ts';
import { takeReferences } from './reference-ids.ts';

export interface CellIds {
	/** Existing criteria, canonical (CC6.1), each once, in the order they stand. */
	readonly criteria: readonly string[];
	/** Ids of other frameworks, each once. */
	readonly references: readonly string[];
	/** Shaped like a criterion, but no such criterion exists (CC6.9). */
	readonly unknown: readonly string[];
	/** Spellings that were changed beyond letter case and blanks: as it stands, as it is read. */
	readonly repaired: readonly (readonly [from: string, to: string])[];
	/** Text that is no id: names, remarks. Empty where the cell holds ids and separators only. */
	readonly residue: string;
}

/**
 * `criteria`: a column of trust services criteria. `references`: another framework's column, where
 * A1.2 or 7.2 are that framework's. `rowId`: the row's own id, so CC6.1-2 is one id and no range.
 * `any`: nothing is known.
 */
export type IdContext = 'criteria' | 'references' | 'rowId' | 'any';

/** Parses a cell's text. Never throws; an empty text gives empty lists. */
export function readCellIds(text: string, context: IdContext = 'any'): CellIds {
	const found = new FoundIds();
	const rest = context === 'references' ? text : takeCriteria(tidy(text), context, found);
	const references = takeReferences(rest, context === 'references');
	return {
		criteria: [...found.criteria],
		references: references.ids,
		unknown: [...found.unknown],
		repaired: [...found.repaired],
		residue: residueOf(references.rest),
	};
}

/** True for the spelling of a point of focus (CC6.1.2, CC6.1-POF2): more than its criterion. */
export function isPointOfFocus(spelling: string): boolean {
	return /\d\.\d+\.\d+|-POF\d+$/i.test(spelling);
}

class FoundIds {
	readonly criteria = new Set<string>();
	readonly unknown = new Set<string>();
	readonly repaired = new Map<string, string>();
	/** CC6 after CC6.1: what a bare ".2" or "6.2" later in the cell belongs to. */
	letters: string | undefined;
	last: string | undefined;

	add(id: string, spelling: string): void {
		if (!isCriterionId(id)) {
			this.unknown.add(spelling.trim());
			this.last = undefined;
			return;
		}
		this.criteria.add(id);
		this.last = id;
		this.letters = /^[A-Z]+/.exec(id)?.[0];
		if (spelling.replace(/\s+/g, '').toUpperCase() !== id) {
			this.repaired.set(spelling.trim(), id);
		}
	}
}

const names: readonly (readonly [RegExp, string])[] = [
	[/\bcommon\s+criteria\s+(?=(?:cc\s?)?\d)(?:cc)?/gi, 'CC'],
	[/\bprocessing\s+integrity\s+(?=(?:pi\s?)?\d)(?:pi)?/gi, 'PI'],
	[/\bavailability\s+(?=(?:a\s?)?\d\.\d)(?:a)?/gi, 'A'],
	[/\bconfidentiality\s+(?=(?:c\s?)?\d\.\d)(?:c)?/gi, 'C'],
	[/\bprivacy\s+(?=(?:p\s?)?\d\.\d)(?:p)?/gi, 'P'],
];

/** One dash, no odd blanks, the criteria's written-out names as their letters. */
function tidy(text: string): string {
	let out = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[\u00a0\u2007\u202f\u200b]/g, ' ');
	for (const [name, letters] of names) out = out.replace(name, letters);
	return out;
}

/*
 * Letters, series and number with what people put between them, then a point of focus (.1, -POF1).
 * A single letter needs its digits close by: "A.5.15" and "C.4.3" are ISO's.
 */
const criterionShape =
	/(?<![A-Za-z0-9.])(PP|CC[ .\-_]?|PI[ .\-_]?|[ACP][ ]?)(\d{1,2})[ ]?\.[ ]?(\d{1,2})((?:\.\d{1,2})*(?:-POF\d+)?)(?!\d)/gi;
const labels =
	/\b(?:aicpa|tsc|tsp|trust services criteri(?:a|on)|soc[ -]?2|criteri(?:a|on))\b[ :-]*(?=(?:cc|pi|[acp])[ .\-_]?\d)/gi;
const rangeEnd =
	/^\s*(?:-|to|through|thru|bis|\u2026|\.\.\.?)\s*(?:(CC|PI|[ACP])[ .\-_]?)?(?:(\d{1,2})\s?\.\s?)?(\d{1,2})(?![\d.]|\s*-?\s*[A-Za-z])/i;
const bareNumber = /^(\s*(?:[,;/&|\n]|and)\s*)(?:(\d{1,2}))?\.(\d{1,2})(?![\d.])/i;

function takeCriteria(text: string, context: IdContext, found: FoundIds): string {
	const source = text.replace(labels, '');
	let rest = '';
	let position = 0;
	for (const match of source.matchAll(criterionShape)) {
		if (match.index < position) continue;
		const id = canonical(match);
		if (!id || (context === 'any' && isForeign(match, id))) continue;
		rest += source.slice(position, match.index) + ' ';
		position = match.index + match[0].length;
		found.add(id, match[0]);
		if (context !== 'rowId') position = takeFollowers(source, position, found);
	}
	return rest + source.slice(position);
}

/** After an id: the end of a range (CC6.1-CC6.3, CC6.1-3) and bare numbers (CC6.1, 6.2, .3). */
function takeFollowers(source: string, start: number, found: FoundIds): number {
	let position = start;
	for (;;) {
		const tail = source.slice(position, position + 24);
		const range = found.last === undefined ? null : rangeEnd.exec(tail);
		if (range && addRange(range, found)) {
			position += range[0].length;
			continue;
		}
		const bare = found.last === undefined ? null : bareNumber.exec(tail);
		if (!bare || !addBare(bare, found)) return position;
		position += bare[0].length;
	}
}

function addRange(match: RegExpExecArray, found: FoundIds): boolean {
	const from = found.last ?? '';
	const series = /^([A-Z]+)(\d+)/.exec(from);
	const letters = match[1]?.toUpperCase() ?? series?.[1] ?? '';
	const number = match[3] ?? '';
	// CC6.1-01 is a control's number, not a range.
	if (match[2] === undefined && (match[1] !== undefined || number.startsWith('0'))) return false;
	const to = `${letters}${Number(match[2] ?? series?.[2])}.${Number(number)}`;
	const [first, last] = [from, to].map((id) => criteria.findIndex((each) => each.id === id));
	if (first === undefined || last === undefined || last <= first) return false;
	if (letters !== series?.[1]) return false;
	for (const { id } of criteria.slice(first, last + 1)) found.add(id, id);
	return true;
}

function addBare(match: RegExpExecArray, found: FoundIds): boolean {
	const series = match[2] ?? /\d+/.exec(found.last ?? '')?.[0];
	const id = `${found.letters}${Number(series)}.${Number(match[3])}`;
	if (!isCriterionId(id)) return false;
	found.add(id, match[0].slice(match[1]?.length ?? 0));
	return true;
}

/** CC6.1 of its parts, leading zeros and the point of focus dropped; undefined for a foreign shape. */
function canonical(match: RegExpMatchArray): string | undefined {
	const letters = (match[1] ?? '').replace(/[^A-Za-z]/g, '').toUpperCase();
	return `${letters}${Number(match[2])}.${Number(match[3])}`;
}

const seriesIds = new Set(criterionSeries.map((series) => series.id));

/**
 * Where nothing is known of the column, a lone letter with a series that does not exist (A5.9) or
 * with a longer number (A1.2.1 of PCI) is another framework's id.
 */
function isForeign(match: RegExpMatchArray, id: string): boolean {
	const letters = /^[A-Z]+/.exec(id)?.[0] ?? '';
	return letters.length === 1 && !seriesIds.has(id.split('.')[0] ?? '');
}

/** What is left when ids are gone: separators, brackets and joining words mean nothing alone. */
function residueOf(text: string): string {
	const words = text
		.replace(/[\s,;/|&+()[\]{}\u2022\u00b7*:_"'-]+/g, ' ')
		.replace(/(?<![A-Za-z0-9])(?:and|und|y|et|e|or|see|und)(?![A-Za-z0-9])/gi, ' ')
		.replace(/(?<!\S)\.+(?!\S)/g, ' ')
		.trim();
	return words === '' ? '' : text.replace(/\s+/g, ' ').replace(/^[\s,;:/|\-.]+|[\s,;:/|-]+$/g, '');
}
