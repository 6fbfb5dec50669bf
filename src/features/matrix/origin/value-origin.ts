/** Where the value of one cell came from and what became of it since, in words. */
import type { Control } from '../../../model/records/control.ts';
import { controlName } from '../../../model/records/control-name.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import type { ActivityEntry } from '../../../workbook/activity.ts';
import { changedColumn, changeWords, type Names } from '../../../workbook/change-words.ts';
import { cellText, cellValue } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import { valueSources } from '../panel/value-sources.ts';

export interface ValueOrigin {
	/** 'Owner of AC-01'. */
	readonly title: string;
	/** The whole value in the words of the screen; '' where the cell is empty. */
	readonly text: string;
	readonly problem: string | undefined;
	readonly source: ValueSource | undefined;
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
	/** What stood there, where that is another text than now. */
	readonly said: string | undefined;
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
	readonly column: MatrixColumn;
	readonly problem: string | undefined;
	/** The control as it came. */
	readonly created: Control | undefined;
	readonly record: ImportRecord | undefined;
	/** Newest first. */
	readonly activity: readonly ActivityEntry[];
	readonly names: Names;
}

export function valueOrigin(facts: Facts): ValueOrigin {
	const { control, column, problem } = facts;
	return {
		title: `${column.label} of ${controlName(control)}`,
		text: cellText(control, column),
		problem,
		source: sourceOf(facts),
		change: lastChange(facts),
	};
}

function sourceOf({ control, column, created, record }: Facts): ValueSource | undefined {
	if (!control.source || !record) return undefined;
	const [from] = valueSources(control, record, [column]);
	const said = from && created && saidThere(created, column, record);
	return {
		importId: record.id,
		file: record.fileName || 'pasted cells',
		sheet: record.sheet,
		row: control.source.row,
		cells: from?.cells ?? [],
		header: from?.header ?? '',
		said: said === cellText(control, column) ? undefined : said,
		at: record.at,
		by: record.by,
	};
}

/** The file's own words where they were read as a term, else the value as it came. */
function saidThere(created: Control, column: MatrixColumn, record: ImportRecord): string {
	const value = cellValue(created, column.key);
	const words = Object.entries(record.valueWords[column.key] ?? {}).flatMap(([word, token]) =>
		token === value ? [word] : [],
	);
	return words.length > 0 ? words.join('” or “') : cellText(created, column);
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
