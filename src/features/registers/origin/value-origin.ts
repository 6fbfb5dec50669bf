/** Where the value of one cell came from and what became of it since, in words. */
import type { Control } from '../../../model/records/control.ts';
import { controlName } from '../../../model/records/control-name.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import { changedColumns } from '../../../model/rules/changed-values.ts';
import type { ActivityEntry } from '../../../workbook/activity.ts';
import { changedColumn, changeWords, type Names } from '../../../workbook/change-words.ts';
import { cellText, cellValue } from '../columns/cell-text.ts';
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
	readonly control: Control;
	readonly column: RegisterColumn;
	readonly problem: string | undefined;
	/** The control as its file says it, the latest version of it that was taken over. */
	readonly said: Control | undefined;
	readonly record: ImportRecord | undefined;
	/** Newest first. */
	readonly activity: readonly ActivityEntry[];
	readonly names: Names;
}

export function valueOrigin(facts: Facts): ValueOrigin {
	const { control, column, problem } = facts;
	const source = sourceOf(facts);
	const change = lastChange(facts);
	return {
		title: `${column.label} of ${controlName(control)}`,
		text: cellText(control, column),
		problem,
		source,
		change: source && !source.isChanged && change && change.at <= source.at ? undefined : change,
	};
}

function sourceOf({ control, column, said: file, record }: Facts): ValueSource | undefined {
	if (!control.source || !record) return undefined;
	const [from] = valueSources(control, record, [column]);
	const said = from && file && saidThere(file, column, record);
	return {
		importId: record.id,
		file: record.fileName || 'pasted cells',
		sheet: record.sheet,
		row: control.source.row,
		cells: from?.cells ?? [],
		header: from?.header ?? '',
		said: said === cellText(control, column) ? undefined : said,
		isChanged: file !== undefined && changedColumns(file, control).includes(column.key),
		at: record.at,
		by: record.by,
	};
}

/** The file's own words where they were read as a term, else the value as it was read. */
function saidThere(file: Control, column: RegisterColumn, record: ImportRecord): string {
	const value = cellValue(file, column.key);
	const words = Object.entries(record.valueWords[column.key] ?? {}).flatMap(([word, token]) =>
		token === value ? [word] : [],
	);
	return words.length > 0 ? words.join('” or “') : cellText(file, column);
}

function lastChange({ control, column, activity, names }: Facts): LastChange | undefined {
	for (const { at, by, changes } of activity) {
		const own = changes.filter(
			(change) =>
				change.table === 'controls' &&
				change.id === control.id &&
				changedColumn(change) === column.key,
		);
		const [words] = changeWords(own, names);
		if (words) return { at, by: by.name || 'someone', before: words.before };
	}
	return undefined;
}
