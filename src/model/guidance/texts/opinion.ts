/** What comes of tests: deviations, opinions, the parts of a report. */
import { heading, list, note, paragraph, steps, table, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';

export const opinionArticles: readonly Article[] = [
	{
		id: 'deviations',
		group: 'Examination and report',
		title: 'Deviations, and what becomes of them',
		summary:
			'One tested item that did not work as described. It is listed; whether it changes the opinion depends on more.',
		keywords: ['deviation', 'exception', 'compensating control', 'management response', 'rate'],
		asks: ['deviations'],
		blocks: [
			steps(
				'A deviation is one item where the control did not work as described. A Type 2 report lists it, whatever the opinion is.',
				'The auditor asks for nature, cause and extent: one case, or a fault of the system?',
				'Is there another control that met the criterion meanwhile, tested and clean?',
				'Is the criterion still met? Do several together matter to those who rely on the service?',
			),
			heading('Rules of thumb'),
			list(
				'Up to one in twenty, isolated: watch.',
				'Up to one in ten: expect it to be listed; have the explanation ready.',
				'More, or any repeated or grave miss, such as a leaver with production access: the criterion may be at risk.',
				'No evidence at all for a key control: the risk is high.',
			),
			note(
				'These are habits of practice, not limits in a standard. The judgement is the CPA firm’s.',
			),
		],
		related: ['opinions', 'road-exceptions', 'sample-sizes'],
	},
	{
		id: 'opinions',
		group: 'Examination and report',
		title: 'The four opinions',
		summary: 'Unmodified, qualified, adverse, disclaimer: what each means and what a reader sees.',
		keywords: [
			'unqualified',
			'clean opinion',
			'qualified',
			'adverse',
			'disclaimer',
			'except for',
			'unmodified',
		],
		asks: ['opinion'],
		blocks: [
			table(
				'What the CPA firm may conclude',
				['Opinion', 'When', 'The reader sees'],
				[
					'Unmodified, also called unqualified',
					'the description is fair and the criteria were met; single deviations may still be listed',
					'no paragraph of reasons',
				],
				[
					'Qualified',
					'a material problem, limited to some criteria or parts',
					'“except for”, and why',
				],
				[
					'Adverse',
					'the problem is material and reaches far',
					'that description or controls are not fit',
				],
				[
					'Disclaimer',
					'too little evidence, and its effects could reach far',
					'that no opinion is given',
				],
			),
			paragraph(
				'Description, design and operation are judged one by one; each can be modified. What is material is judged by what readers decide on the strength of the report.',
			),
			note('Nothing in this workbook foretells the opinion.'),
		],
		related: ['deviations', 'report-parts', 'who-does-what'],
	},
	{
		id: 'report-parts',
		group: 'Examination and report',
		title: 'The parts of a report',
		summary:
			'Opinion, assertion, description, controls with tests, and other information that nobody examined.',
		keywords: ['section 1', 'section 2', 'section 3', 'section 4', 'section 5', 'report structure'],
		asks: ['report'],
		blocks: [
			table(
				'Sections in their usual order',
				['Section', 'Holds', 'Written by'],
				[
					'1',
					'the auditor’s report: scope, responsibilities, limits, opinion, who may use it',
					'the CPA firm',
				],
				['2', 'management’s assertion', 'management'],
				['3', 'the description of the system', 'management'],
				[
					'4',
					'criteria and controls; for a Type 2 each test and its result',
					'both; tests by the CPA firm',
				],
				['5', 'other information, not examined: responses, plans, mappings', 'management'],
			),
			paragraph(
				'Firms differ in order and headings. Responses of management to deviations stand in section 5 or beside the deviation, and the opinion does not cover them.',
			),
		],
		related: ['system-description', 'management-assertion', 'opinions'],
	},
	{
		id: 'system-description',
		group: 'Examination and report',
		title: 'What the description must tell',
		summary: 'Nine points, DC 1 to DC 9, in our own words.',
		keywords: ['description criteria', 'DC 200', 'DC 1', 'section 3', 'incidents', 'changes'],
		asks: ['report.description'],
		blocks: [
			terms(
				['DC 1', 'which kinds of service are given'],
				['DC 2', 'the main commitments and system requirements'],
				['DC 3', 'the parts of the system: infrastructure, software, people, procedures, data'],
				['DC 4', 'significant incidents: nature, time, extent'],
				['DC 5', 'the criteria that apply, and the controls that answer them'],
				['DC 6', 'what users must do, where controls count on it'],
				[
					'DC 7',
					'subservice organizations: carve-out or inclusive, what they do, what is assumed of them, how they are monitored',
				],
				['DC 8', 'criteria that are not relevant, and why'],
				['DC 9', 'for a Type 2: significant changes in the period'],
			),
			paragraph('Leave out what boasts or cannot be tested: best, fully, state of the art.'),
		],
		related: ['system-boundary', 'commitments', 'report-parts'],
	},
	{
		id: 'management-assertion',
		group: 'Examination and report',
		title: 'Management’s assertion, and what it rests on',
		summary: 'What management states in writing, and the grounds it needs to have on file.',
		keywords: ['assertion', 'reasonable basis', 'representation letter', 'signature'],
		asks: ['report.assertion'],
		blocks: [
			heading('It states'),
			list(
				'that management prepared the description, and that it tells what it has to',
				'the date or period, the categories, and how subservice organizations are treated',
				'that controls were suitably designed, provided users and subservice organizations do their part',
				'for a Type 2: that controls operated effectively through the period',
			),
			heading('It rests on'),
			list(
				'monitoring in daily work, and self-assessments',
				'reports of subservice organizations that were read',
				'findings that were followed to their end',
			),
			paragraph(
				'The representation letter is separate: it goes to the auditor and is not in the report.',
			),
		],
		related: ['road-assertion', 'report-parts', 'system-description'],
	},
];
