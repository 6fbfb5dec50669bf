/** The templates that an export offers beside the control matrix, by the id an order names. */
import type { ExportTable } from '../export-table.ts';
import { auditorMatrix } from './auditor-matrix.ts';
import { coverage } from './coverage.ts';
import { gapAssessment } from './gap-assessment.ts';
import { requestList } from './request-list.ts';
import { statementOfApplicability } from './statement-of-applicability.ts';
import { filledTemplate, type TemplateFacts } from './template.ts';

const fill = {
	auditorMatrix: (facts: TemplateFacts) => filledTemplate(auditorMatrix, facts),
	requestList: (facts: TemplateFacts) => filledTemplate(requestList, facts),
	gapAssessment: (facts: TemplateFacts) => filledTemplate(gapAssessment, facts),
	statementOfApplicability: (facts: TemplateFacts) =>
		filledTemplate(statementOfApplicability, facts),
	coverage: (facts: TemplateFacts) => filledTemplate(coverage, facts),
} as const;

export type TemplateId = keyof typeof fill;

/** The sheets' titles. */
export const templateTitles: Readonly<Record<TemplateId, string>> = {
	auditorMatrix: auditorMatrix.title,
	requestList: requestList.title,
	gapAssessment: gapAssessment.title,
	statementOfApplicability: statementOfApplicability.title,
	coverage: coverage.title,
};

/** The template filled with what a workbook holds. */
export function templateTable(id: TemplateId, facts: TemplateFacts): ExportTable {
	return fill[id](facts);
}
