/** What the filter Came from offers: each file, its sheets, and what was made here. */
import { readableDate, isCalendarDate } from '../../../base/calendar-date.ts';
import type { RegisterRecord } from '../../../model/registers/register.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import type { SourceFilter, SourceKey } from '../../../model/records/view-filter.ts';
import type { FilterChoice } from './filter-choices.ts';
import { fileKey } from './source-filter.ts';

interface SourceChoice extends FilterChoice {
	readonly value: SourceKey;
}

/**
 * Files in the order they were first imported, those in use only; each before its sheets, where more
 * than one was imported.
 */
export function sourceChoices(
	records: readonly RegisterRecord[],
	imports: readonly ImportRecord[],
): readonly SourceChoice[] {
	const counts = new Map<ImportId | '', number>();
	for (const { source } of records) {
		const key = source?.import ?? '';
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const byFile = new Map<SourceKey, ImportRecord[]>();
	for (const imported of imports.filter(({ id }) => counts.has(id))) {
		const key = fileKey(imported) ?? imported.id;
		byFile.set(key, [...(byFile.get(key) ?? []), imported]);
	}
	const files = [...byFile].flatMap(([key, ofFile]) => fileChoices(key, ofFile, imports, counts));
	const made = counts.get('') ?? 0;
	return made === 0 ? files : [...files, top('', madeHere, undefined, made)];
}

/** A filter in words: `Came from: matrix.xlsx › Controls, changed since`. */
export function sourceWords(
	{ from, changed }: SourceFilter,
	imports: readonly ImportRecord[],
): string {
	if (from.length === 0) return 'Changed since the import';
	const names = from.map((key) => keyWords(key, imports)).join(' or ');
	const sources = from.length > 2 ? `${from.length} sources` : names;
	return `Came from: ${sources}${changed ? ', changed since' : ''}`;
}

const madeHere = 'Made here';

function fileChoices(
	key: SourceKey,
	ofFile: readonly ImportRecord[],
	imports: readonly ImportRecord[],
	counts: ReadonlyMap<ImportId | '', number>,
): readonly SourceChoice[] {
	const [first] = ofFile;
	if (!first) return [];
	const count = (imported: ImportRecord): number => counts.get(imported.id) ?? 0;
	const all = ofFile.reduce((sum, imported) => sum + count(imported), 0);
	const isAlone = imports.filter((imported) => fileKey(imported) === key).length < 2;
	const file = top(key, nameOf(first), distinction(first, imports), all);
	if (isAlone) return [file];
	const sheets = ofFile.map((imported) => ({
		...{ value: imported.id, label: imported.sheet, hint: undefined },
		...{ count: count(imported), isSeries: false },
	}));
	return [file, ...sheets];
}

function top(
	value: SourceKey,
	label: string,
	hint: string | undefined,
	count: number,
): SourceChoice {
	return { value, label, hint, count, isSeries: true };
}

/** The day, where another import has the same name. */
function distinction(imported: ImportRecord, imports: readonly ImportRecord[]): string | undefined {
	const others = imports.filter(
		(other) => (fileKey(other) ?? other.id) !== (fileKey(imported) ?? imported.id),
	);
	const isShared = others.some((other) => nameOf(other) === nameOf(imported));
	return isShared ? `Imported ${dayOf(imported)}` : undefined;
}

function nameOf({ fileName }: ImportRecord): string {
	return fileName || 'Pasted cells';
}

function keyWords(key: SourceKey, imports: readonly ImportRecord[]): string {
	if (key === '') return madeHere.toLowerCase();
	const sheet = imports.find(({ id }) => id === key);
	const imported = sheet ?? imports.find((candidate) => fileKey(candidate) === key);
	if (!imported) return 'an import that is gone';
	const file = imported.fileName || 'pasted cells';
	return sheet && sheet.sha256 !== '' ? `${file} › ${sheet.sheet}` : file;
}

function dayOf({ at }: ImportRecord): string {
	const day = at.slice(0, 10);
	return isCalendarDate(day) ? readableDate(day) : at;
}
