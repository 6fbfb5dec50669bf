/** What belongs in scope: categories, boundary, commitments. */
import { heading, list, note, paragraph, table, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';

export const scopeArticles: readonly Article[] = [
	{
		id: 'categories',
		group: 'Scope',
		title: 'The five categories, and when each belongs in scope',
		summary:
			'Security is always in. Add another when you promise it, buyers ask for it, and its failure would hurt them.',
		keywords: [
			'trust services categories',
			'availability',
			'confidentiality',
			'processing integrity',
			'privacy',
			'security',
			'over-scoping',
			'TSC',
		],
		asks: ['scope.categories'],
		blocks: [
			paragraph(
				'For each category beside Security ask three things: do we promise it in writing, do buyers ask for it, and would a failure hurt them?',
			),
			table(
				'When each belongs in scope',
				['Category', 'Put it in when', 'Leave it out when'],
				['Security', 'always; it brings the 33 common criteria', '–'],
				[
					'Availability',
					'you promise uptime or recovery times, or customers depend on you at set hours',
					'there is no such promise, or the service is a trial or an internal tool',
				],
				[
					'Confidentiality',
					'contracts mark data as confidential or promise its return and destruction',
					'the data is public',
				],
				[
					'Processing integrity',
					'customers rely on the correctness of what you calculate, move or report',
					'you keep and show data without changing it',
				],
				[
					'Privacy',
					'you collect personal data from individuals and promise them things in your own notice',
					'you only process it for customers; confidentiality usually answers their question',
				],
			),
			note(
				'A category in scope brings all of its criteria: Availability 3, Confidentiality 2, Processing integrity 5, Privacy 18. Adding one later is normal.',
			),
		],
		related: ['commitments', 'not-relevant-criteria', 'criteria-and-controls'],
	},
	{
		id: 'system-boundary',
		group: 'Scope',
		title: 'System boundary',
		summary:
			'The parts that together give the service, where they end, and what is left out for which reason.',
		keywords: [
			'boundary',
			'in scope',
			'out of scope',
			'infrastructure',
			'software',
			'people',
			'data',
			'procedures',
			'components',
		],
		asks: ['scope.boundary', 'registers.systems'],
		blocks: [
			paragraph('A system is more than its servers. Write down its five kinds of parts:'),
			terms(
				['Infrastructure', 'cloud accounts, networks, sites, devices'],
				['Software', 'applications, code repositories, tools that build and deploy'],
				['People', 'the teams that build, run, support and govern'],
				['Data', 'what customers entrust to you, and where it enters and leaves'],
				['Procedures', 'how the work is done, by hand or by machine'],
			),
			paragraph(
				'Add the services covered, the legal entity, sites and environments. Then say what is out, with a reason: a beta, an internal tool, a product of another entity.',
			),
			note(
				'A test for completeness: every part on your data-flow diagram is inside, belongs to a subservice organization, or is an exclusion with a reason.',
			),
		],
		related: ['subservice-organizations', 'system-description', 'registers'],
	},
	{
		id: 'commitments',
		group: 'Scope',
		title: 'Service commitments and system requirements',
		summary:
			'A commitment is a promise to customers; a requirement says how the system must work to keep it.',
		keywords: ['promise', 'SLA', 'contract', 'principal service commitments', 'requirement'],
		asks: ['scope.commitments'],
		blocks: [
			paragraph(
				'The whole examination asks one thing: is there reasonable assurance that you keep your **service commitments** and meet your **system requirements**, judged by the criteria?',
			),
			terms(
				[
					'Service commitment',
					'a promise in a contract, service level agreement, notice or on the website: “available 99.9% of each month”',
				],
				[
					'System requirement',
					'how the system must work so that the promise holds and the law is obeyed: “data is encrypted at rest”',
				],
			),
			heading('For each, write down'),
			list(
				'the promise in your own words, and the document it comes from',
				'the category and the criteria it touches',
				'who approved it',
			),
			paragraph(
				'Only the principal ones: those that many customers rely on. Risks are later judged against them. A category without a commitment may not belong in scope.',
			),
		],
		related: ['categories', 'system-boundary', 'registers'],
	},
	{
		id: 'not-relevant-criteria',
		group: 'Scope',
		title: 'Criteria that are not relevant',
		summary: 'A single criterion may be set aside only with a reason that the description states.',
		keywords: ['not applicable', 'N/A', 'DC 8', 'exclude criterion'],
		asks: ['scope.not-relevant'],
		blocks: [
			paragraph(
				'A category in scope brings all of its criteria. One of them may be not relevant to your service, for example where a subservice organization runs every site and you have none.',
			),
			list(
				'Give the reason in the words of your service, not “we do not do this yet”.',
				'Expect the auditor to agree or disagree; the description has to state it.',
				'Where somebody else does the work, the criterion is usually still relevant: their control answers it, and you monitor them.',
			),
			paragraph(
				'In this workbook a criterion set aside without a reason still counts, so that no figure rises because something was left out.',
			),
		],
		related: ['categories', 'score', 'system-description'],
	},
	{
		id: 'observation-period',
		group: 'Scope',
		title: 'The period, and how a late start hurts',
		summary:
			'Evidence cannot be made afterwards: a control that went live late did not operate for the whole period.',
		keywords: [
			'observation period',
			'period start',
			'late',
			'live date',
			'coverage of the period',
			'window',
		],
		asks: ['scope.period', 'matrix.live-date', 'gaps.period-effect'],
		blocks: [
			paragraph(
				'A Type 2 period commonly lasts 3 to 12 months. For each control it is asked whether it operated **throughout**. Each control therefore has a live date, and the share of the period it covers is the time from its live date to the end, divided by the whole.',
			),
			list(
				'Below the whole for a key control: move the start, or expect the report to name the shorter time or a deviation.',
				'An occurrence that was missed cannot be repaired. It can only be explained.',
				'A yearly control whose date falls outside the period shows nothing in it: bring the date forward.',
				'A quarterly control in a period of three months runs once. The auditor can then test one.',
			),
			note(
				'For a Type 1, evidence is dated on or before the as-of date and still in force. For a Type 2, inside the period.',
			),
		],
		related: ['safe-start', 'type-1-and-type-2', 'road-bridge-letter'],
	},
];
