/** What the filter Came from offers: each file, its sheets, and what was made here. */
import { readableDate, isCalendarDate } from '../../../base/calendar-date.ts';
import type { Control } from '../../../model/records/control.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import type { SourceFilter, SourceKey } from '../../../model/records/view-filter.ts';
import type { FilterChoice } from './filter-choices.ts';
import { fileKey } from './source-filter.ts';

interface SourceChoice extends FilterChoice {
	readonly value: SourceKey;
}

/** Files in the order they were first imported, each before its sheets; those in use only. */
export function sourceChoices(
	controls: readonly Control[],
	imports: readonly ImportRecord[],
): readonly SourceChoice[] {
	const counts = new Map<ImportId | '', number>();
	for (const { source } of controls) {
		const key = source?.import ?? '';
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const byFile = new Map<SourceKey, ImportRecord[]>();
	for (const record of imports.filter(({ id }) => counts.has(id))) {
		const key = fileKey(record) ?? record.id;
		byFile.set(key, [...(byFile.get(key) ?? []), record]);
	}
	const files = [...byFile].flatMap(([key, records]) => fileChoices(key, records, counts));
	const made = counts.get('') ?? 0;
	return made === 0 ? files : [...files, top('', madeHere, undefined, made)];
}

/** A filter in words: `matrix.xlsx › Controls, changed since`. */
export function sourceWords(
	{ from, changed }: SourceFilter,
	imports: readonly ImportRecord[],
): string {
	const names =
		from.length > 2
			? `${from.length} sources`
			: from.map((key) => nameOf(key, imports)).join(' or ');
	return [names, changed ? 'changed since the import' : ''].filter(Boolean).join(', ');
}

const madeHere = 'Made here';

function fileChoices(
	key: SourceKey,
	records: readonly ImportRecord[],
	counts: ReadonlyMap<ImportId | '', number>,
): readonly SourceChoice[] {
	const [first] = records;
	if (!first) return [];
	const count = (record: ImportRecord): number => counts.get(record.id) ?? 0;
	const all = records.reduce((sum, record) => sum + count(record), 0);
	const file = top(key, first.fileName || 'Pasted cells', `Imported ${dayOf(first)}`, all);
	if (key === first.id) return [file];
	const sheets = records.map((record) => ({
		...{ value: record.id, label: record.sheet, hint: undefined },
		...{ count: count(record), isSeries: false },
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

function nameOf(key: SourceKey, imports: readonly ImportRecord[]): string {
	if (key === '') return madeHere.toLowerCase();
	const sheet = imports.find(({ id }) => id === key);
	const record = sheet ?? imports.find((candidate) => fileKey(candidate) === key);
	if (!record) return 'an import that is gone';
	const file = record.fileName || 'pasted cells';
	return sheet && sheet.sha256 !== '' ? `${file} › ${sheet.sheet}` : file;
}

function dayOf({ at }: ImportRecord): string {
	const day = at.slice(0, 10);
	return isCalendarDate(day) ? readableDate(day) : at;
}
