/** The templates that an export offers beside the control matrix, by the id an order names. */
import type { Control } from '../../../model/records/control.ts';
import type { ExportTable } from '../export-table.ts';
import { auditorMatrix } from './auditor-matrix.ts';
import { gapAssessment } from './gap-assessment.ts';
import { requestList } from './request-list.ts';
import { filledTemplate } from './template.ts';

const fill = {
	auditorMatrix: (controls: readonly Control[]) => filledTemplate(auditorMatrix, controls),
	requestList: (controls: readonly Control[]) => filledTemplate(requestList, controls),
	gapAssessment: (controls: readonly Control[]) => filledTemplate(gapAssessment, controls),
} as const;

export type TemplateId = keyof typeof fill;

/** The sheets' titles. */
export const templateTitles: Readonly<Record<TemplateId, string>> = {
	auditorMatrix: auditorMatrix.title,
	requestList: requestList.title,
	gapAssessment: gapAssessment.title,
};

/** The template filled with the controls of a workbook, retired ones among them. */
export function templateTable(id: TemplateId, controls: readonly Control[]): ExportTable {
	return fill[id](controls);
}
