/** What kinds of report there are, and who does what for them. */
import { heading, list, note, paragraph, table, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';

export const reportArticles: readonly Article[] = [
	{
		id: 'soc-reports-compared',
		group: 'Reports and roles',
		title: 'SOC 1, SOC 2, SOC 3 and ISO 27001 told apart',
		summary:
			'SOC 2 is about a service and its security; SOC 1 about money; SOC 3 is SOC 2 for the public; ISO 27001 is a management system.',
		keywords: ['difference', 'SOC 1', 'SOC 3', 'ISO', 'attestation', 'certificate', 'which report'],
		blocks: [
			table(
				'Four things that are often confused',
				['', 'About', 'Who reads it', 'What you get'],
				[
					'SOC 1',
					'controls that matter to customers’ financial reporting',
					'customers and their auditors',
					'an opinion of a CPA firm',
				],
				[
					'SOC 2',
					'controls of a service against the trust services criteria',
					'customers and others who know the system, under an agreement',
					'an opinion with description, and for a Type 2 tests and results',
				],
				[
					'SOC 3',
					'the same examination on the same criteria',
					'anyone; it may be published',
					'a short form: opinion, assertion, boundary; no tests, no list of controls',
				],
				[
					'ISO 27001',
					'a management system for information security',
					'anyone who asks for the certificate',
					'a certificate for three years with yearly surveillance',
				],
			),
			paragraph(
				'SOC reports are opinions; nothing is certified and nobody passes. An ISO certificate comes from a certification body. Much of the work is shared: the crosswalk shows which controls serve both.',
			),
		],
		related: ['type-1-and-type-2', 'crosswalk', 'opinions'],
	},
	{
		id: 'type-1-and-type-2',
		group: 'Reports and roles',
		title: 'Type 1 and Type 2',
		summary:
			'Type 1 asks whether controls are well designed on one date; Type 2 also whether they worked through a period.',
		keywords: ['type I', 'type II', 'as-of date', 'operating effectiveness', 'which type'],
		asks: ['scope.report-type'],
		blocks: [
			table(
				'The two types',
				['', 'Type 1', 'Type 2'],
				['Dates', 'one as-of date', 'a period with start and end'],
				[
					'Opinion on',
					'description and design of controls',
					'description, design, and whether controls operated effectively',
				],
				[
					'Evidence',
					'one good example of each control, in force on the date',
					'records from the whole period; samples',
				],
				['Tests shown', 'no', 'yes, with results'],
				['Length', '–', '3 to 12 months; no standard sets a minimum'],
			),
			paragraph(
				'Many companies do a Type 1 first and let the Type 2 period follow it. For a first Type 2 three months is the usual floor; twelve is normal afterwards. Ask customers what they accept before you choose.',
			),
			note('Type I and Type II are other spellings of the same thing.'),
		],
		related: ['observation-period', 'road-type-1', 'opinions'],
	},
	{
		id: 'who-does-what',
		group: 'Reports and roles',
		title: 'Who does what',
		summary:
			'A licensed CPA firm examines and gives the opinion. You own controls and evidence. This software prepares.',
		keywords: [
			'auditor',
			'CPA',
			'roles',
			'responsibility',
			'software',
			'consultant',
			'independent',
		],
		asks: ['scope.audit-firm'],
		blocks: [
			terms(
				[
					'CPA firm',
					'licensed and independent of you; plans, tests and gives the opinion. It may advise on readiness, but may not design or run your controls or decide for management.',
				],
				['Management', 'owns the description, the assertion, the controls and the evidence'],
				['Consultant or internal audit', 'helps to prepare and to look ahead; gives no opinion'],
				['Control owner', 'answers for a control and its record'],
				[
					'Preparer and reviewer',
					'two different people: one makes the record, the other looks at it',
				],
				['This software', 'prepares, reminds and keeps'],
			),
			note(
				'This software does not issue a report and cannot say that a criterion is met. Its scores and checks help you prepare; they are no forecast of the opinion.',
			),
			heading('Choosing a firm'),
			list(
				'It is licensed by a state board, independent, and in peer review.',
				'It knows companies like yours.',
				'It says early how it samples and what it will ask for.',
			),
		],
		related: ['score', 'opinions', 'the-road'],
	},
];
