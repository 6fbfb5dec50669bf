/**
 * A sheet in the form that others expect, as data: its columns and how its rows are made of the
 * controls. Every template is one small file; the writers need to know none of them.
 */
import type { TrustServicesCategory } from '../../../model/catalog/criteria.ts';
import type { Assessment } from '../../../model/records/assessment.ts';
import type { Control } from '../../../model/records/control.ts';
import type { Gap } from '../../../model/registers/gaps.ts';
import type { Reach } from '../../../model/rules/crosswalk/coverage.ts';
import type { ExportColumn, ExportColumnKind, ExportTable, ReadMeLine } from '../export-table.ts';

/** What templates are made of. */
export interface TemplateFacts {
	/** Those of the workbook in order, retired ones too. */
	readonly controls: readonly Control[];
	/** Categories in scope; empty where nobody has decided. */
	readonly categories?: readonly TrustServicesCategory[];
	/** What people say of criteria, by the criterion's id. */
	readonly assessments?: Readonly<Record<string, Assessment>>;
	/** Active ones. */
	readonly gaps?: readonly Gap[];
	/** The framework that a coverage or a statement of applicability is about. */
	readonly coverage?: CoverageFacts;
}

/** A framework as the controls of a workbook reach it, in words. */
export interface CoverageFacts {
	readonly framework: string;
	readonly items: readonly CoveredItem[];
}

export interface CoveredItem {
	/** What people call it: A.5.15. */
	readonly code: string;
	/** In our words; '' where the id is all that is known. */
	readonly label: string;
	/** Criteria whose controls normally satisfy it, and those that go some of the way. */
	readonly strong: readonly string[];
	readonly partial: readonly string[];
	/** Ids of the controls that lead to it. */
	readonly controls: readonly string[];
	readonly now: Reach;
	readonly planned: Reach;
	/** What the workbook's own columns of its requirement say; undefined where there is none. */
	readonly applicable?: string;
	readonly justification?: string;
}

export interface Template<Row> {
	/** The sheet's name and heading. */
	readonly title: string;
	readonly columns: readonly TemplateColumn<Row>[];
	readonly rows: (facts: TemplateFacts) => readonly Row[];
	/** What the Read me says about how the rows were made. */
	readonly about: readonly ReadMeLine[];
}

export interface TemplateColumn<Row> extends ExportColumn {
	/** What the cell shows; '' leaves it for people. */
	readonly text: (row: Row) => string;
}

/** The template with what a workbook holds. */
export function filledTemplate<Row>(
	{ title, columns, rows, about }: Template<Row>,
	facts: TemplateFacts,
): ExportTable {
	return {
		title,
		columns: columns.map(({ header, kind, widthCharacters }) => ({
			header,
			kind,
			widthCharacters,
		})),
		rows: rows(facts).map((row) => columns.map(({ text }) => text(row))),
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
