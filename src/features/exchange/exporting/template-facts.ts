/** What the sheets made for others are made of, taken from the workbook as it stands. */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { frameworkIds } from '../../../model/catalog/framework-id.ts';
import { criteria } from '../../../model/catalog/criteria.ts';
import type { TemplateOrder } from './export-subjects.ts';

/** Everything but how a framework is reached, which takes the crosswalk. */
export function templateFacts(workbook: LiveWorkbook): TemplateOrder['facts'] {
	return {
		controls: workbook.controls,
		categories: workbook.scope.categories,
		assessments: Object.fromEntries(criteria.map(({ id }) => [id, workbook.assessment(id)])),
		gaps: workbook.records('gaps').filter(({ retired }) => !retired),
	};
}

/** The facts for a sheet; those of a framework are worked out where it is about one. */
export async function factsFor(
	workbook: LiveWorkbook,
	template: TemplateOrder['template'],
	framework: string,
): Promise<TemplateOrder['facts']> {
	const facts = templateFacts(workbook);
	if (template !== 'coverage' && template !== 'statementOfApplicability') return facts;
	const { annexA, coverageFacts } = await import('./coverage-facts.ts');
	const coverage =
		template === 'coverage'
			? coverageFacts(workbook, framework)
			: coverageFacts(workbook, 'iso27001', annexA);
	return { ...facts, coverage };
}

const names: Readonly<Record<(typeof frameworkIds)[number], string>> = {
	iso27001: 'ISO/IEC 27001:2022',
	csf2: 'NIST CSF 2.0',
	nist80053r5: 'NIST SP 800-53 Rev. 5',
	hipaaSecurityRule: 'HIPAA Security Rule',
	pciDss401: 'PCI DSS 4.0.1',
	gdpr: 'GDPR',
};

/** The six frameworks and the workbook's own, as choices. */
export function frameworkChoices(workbook: LiveWorkbook) {
	const own = workbook
		.records('requirements')
		.filter(({ retired, framework }) => !retired && framework.trim() !== '')
		.map(({ framework }) => framework.trim());
	const known = new Set(Object.values(names));
	return [
		...frameworkIds.map((value): { value: string; label: string } => ({
			value,
			label: names[value],
		})),
		...[...new Set(own)]
			.filter((name) => !known.has(name))
			.map((name) => ({ value: name, label: `${name} (own)` })),
	];
}
