/** Where the value of one cell came from and what became of it since, in words. */
import {
	recordName,
	type Register,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import { changedFields } from '../../../model/rules/changed-values.ts';
import type { Doers } from '../../../live/doers.svelte.ts';
import type { ActivityEntry } from '../../../workbook/activity.ts';
import { changedColumn, changeWords, type Names } from '../../../workbook/change-words.ts';
import { cellText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { valueSources } from '../panel/value-sources.ts';

export interface ValueOrigin {
	/** 'Owner of AC-01'. */
	readonly title: string;
	/** The whole value in the words of the screen; '' where the cell is empty. */
	readonly text: string;
	readonly problem: string | undefined;
	readonly source: ValueSource | undefined;
	/** The last one since the file said so; every one where the value is another than it says. */
	readonly change: LastChange | undefined;
}

export interface ValueSource {
	readonly importId: ImportId;
	readonly file: string;
	readonly sheet: string;
	/** 1-based in the sheet. */
	readonly row: number;
	/** A1 references of the cells the value was read from; empty where no column fed this one. */
	readonly cells: readonly string[];
	/** The words over them. */
	readonly header: string;
	/** What the file says there, where that is another text than ours. */
	readonly said: string | undefined;
	/** Whether the value is another one than the file says (SPEC I-5). */
	readonly isChanged: boolean;
	/** ISO 8601 instant. */
	readonly at: string;
	readonly by: string;
}

export interface LastChange {
	/** ISO 8601 instant. */
	readonly at: string;
	readonly by: string;
	/** In words; '' where the cell was empty. */
	readonly before: string;
}

interface Facts {
	readonly about: Register;
	readonly record: RegisterRecord;
	readonly column: RegisterColumn;
	readonly problem: string | undefined;
	/** The record as its file says it, the latest version of it that was taken over. */
	readonly said: RegisterRecord | undefined;
	readonly imported: ImportRecord | undefined;
	/** Newest first. */
	readonly activity: readonly ActivityEntry[];
	readonly names: Names;
	readonly doers: Pick<Doers, 'nameOf' | 'nameOfStamp'>;
}

export function valueOrigin(facts: Facts): ValueOrigin {
	const { about, record, column, problem } = facts;
	const source = sourceOf(facts);
	const change = lastChange(facts);
	return {
		title: `${column.label} of ${recordName(about, record)}`,
		text: cellText(record, column),
		problem,
		source,
		change: source && !source.isChanged && change && change.at <= source.at ? undefined : change,
	};
}

function sourceOf({
	about,
	record,
	column,
	said: file,
	imported,
	doers,
}: Facts): ValueSource | undefined {
	if (!record.source || !imported) return undefined;
	const [from] = valueSources(record, imported, [column]);
	const said = from && file && saidThere(file, column, imported);
	return {
		importId: imported.id,
		file: imported.fileName || 'pasted cells',
		sheet: imported.sheet,
		row: record.source.row,
		cells: from?.cells ?? [],
		header: from?.header ?? '',
		said: said === cellText(record, column) ? undefined : said,
		isChanged: file !== undefined && changedFields(about, file, record).includes(column.key),
		at: imported.at,
		by: doers.nameOfStamp(imported),
	};
}

/** The file's own words where they were read as a term, else the value as it was read. */
function saidThere(file: RegisterRecord, column: RegisterColumn, imported: ImportRecord): string {
	const value = column.valueOf(file);
	const words = Object.entries(imported.valueWords[column.key] ?? {}).flatMap(([word, token]) =>
		token === value ? [word] : [],
	);
	return words.length > 0 ? words.join('” or “') : cellText(file, column);
}

function lastChange({
	about,
	record,
	column,
	activity,
	names,
	doers,
}: Facts): LastChange | undefined {
	for (const entry of activity) {
		const { at, changes } = entry;
		const own = changes.filter(
			(change) =>
				change.table === about.name &&
				change.id === record.id &&
				changedColumn(change) === column.key,
		);
		const [words] = changeWords(own, names);
		if (words) return { at, by: doers.nameOf(entry), before: words.before };
	}
	return undefined;
}
