/**
 * A sheet in the form that others expect, as data: its columns and how its rows are made of the
 * controls. Every template is one small file; the writers need to know none of them.
 */
import type { Control } from '../../../model/records/control.ts';
import type { ExportColumn, ExportColumnKind, ExportTable, ReadMeLine } from '../export-table.ts';

export interface Template<Row> {
	/** The sheet's name and heading. */
	readonly title: string;
	readonly columns: readonly TemplateColumn<Row>[];
	/** `controls` are those of the workbook in order, retired ones too. */
	readonly rows: (controls: readonly Control[]) => readonly Row[];
	/** What the Read me says about how the rows were made. */
	readonly about: readonly ReadMeLine[];
}

export interface TemplateColumn<Row> extends ExportColumn {
	/** What the cell shows; '' leaves it for people. */
	readonly text: (row: Row) => string;
}

/** The template with the controls of a workbook. */
export function filledTemplate<Row>(
	{ title, columns, rows, about }: Template<Row>,
	controls: readonly Control[],
): ExportTable {
	return {
		title,
		columns: columns.map(({ header, kind, widthCharacters }) => ({
			header,
			kind,
			widthCharacters,
		})),
		rows: rows(controls).map((row) => columns.map(({ text }) => text(row))),
		about,
	};
}

/** A column of texts; `widthCharacters` as in `ExportColumn`. */
export function column<Row>(
	header: string,
	kind: Exclude<ExportColumnKind['kind'], 'term'>,
	widthCharacters: number,
	text: (row: Row) => string,
): TemplateColumn<Row> {
	return { header, kind: { kind }, widthCharacters, text };
}

/** A column that offers a drop-down list. */
export function choice<Row>(
	header: string,
	choices: readonly string[],
	widthCharacters: number,
	text: (row: Row) => string,
): TemplateColumn<Row> {
	return { header, kind: { kind: 'term', choices }, widthCharacters, text };
}

/** A cell that people fill in. */
export const forPeople = (): string => '';
