/** Criteria, the controls that answer them, and the wording of a control. */
import { heading, list, note, paragraph, steps, table, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';

export const controlArticles: readonly Article[] = [
	{
		id: 'criteria-and-controls',
		group: 'Criteria and controls',
		title: 'Criteria, points of focus and controls',
		summary:
			'61 criteria ask; your controls answer. Points of focus are aids, none of them compulsory.',
		keywords: [
			'criterion',
			'coverage',
			'common criteria',
			'points of focus',
			'mapping',
			'CC',
			'2017 criteria',
			'2022',
		],
		asks: ['criteria', 'criteria.coverage', 'criteria.conclusion'],
		blocks: [
			terms(
				[
					'Criterion',
					'what is asked of every company: 33 common criteria (CC1 to CC9) for Security, and 28 more for the other four categories',
				],
				[
					'Point of focus',
					'a hint at what may matter for a criterion. One can be left out; be able to say why.',
				],
				[
					'Control',
					'what **you** do. One control may answer several criteria, and most criteria want more than one control.',
				],
			),
			heading('A criterion is well covered when'),
			list(
				'at least two controls answer it, not all of them documents',
				'something prevents the trouble and something notices it',
				'the controls are in place, not only planned',
				'each has an owner and leaves a record',
			),
			note(
				'Your conclusion about a criterion is your own judgement. Whether it is met is for the auditor to say.',
			),
		],
		related: ['good-control-text', 'licensed-text', 'score'],
	},
	{
		id: 'licensed-text',
		group: 'Criteria and controls',
		title: 'Why the full text of the criteria is not here',
		summary:
			'The AICPA’s text is licensed. Labels here are our own words; your copy can be added to your workbook.',
		keywords: ['AICPA', 'licence', 'copyright', 'TSP 100', 'official text', 'original wording'],
		asks: ['criteria.own-text'],
		blocks: [
			paragraph(
				'The trust services criteria are published by the AICPA and may not be copied freely. This product shows their ids with short labels and explanations in its own words. They help to find your way; they do not replace the source.',
			),
			paragraph(
				'If you hold a copy, you can add its text to your own workbook. It stays there, on your device, and goes only where you send the workbook yourself. Check that your licence allows what you do with it. The same holds for ISO/IEC 27001 and PCI DSS.',
			),
		],
		related: ['criteria-and-controls', 'crosswalk'],
	},
	{
		id: 'good-control-text',
		group: 'Criteria and controls',
		title: 'What a good control text is',
		summary: 'Who does what, how often or upon what, and which record it leaves.',
		keywords: [
			'wording',
			'vague words',
			'description',
			'how to write a control',
			'actor',
			'frequency',
			'record',
		],
		asks: ['matrix.wording', 'matrix.frequency'],
		blocks: [
			paragraph('A tester who has never met you can tell from the text what to ask for.'),
			terms(
				['Actor', 'a role or a system, not “the company” and not a person’s name'],
				['Action', 'one verb that can be watched or shown: reviews, approves, blocks, restores'],
				['Frequency or trigger', 'each quarter; within one working day of a leave date'],
				['Record', 'the ticket, report or log that remains'],
			),
			table(
				'The same control, twice',
				['Vague', 'Clear'],
				[
					'Access is reviewed periodically as appropriate.',
					'Each quarter, the owner of each system in scope reviews the list of users and rights, removes what is not needed within five working days, and signs the review in the ticket.',
				],
			),
			list(
				'Avoid periodically, timely, as needed, appropriate, reasonable: say a number of days or a trigger.',
				'Avoid always, all and never, unless it is really so: one case breaks it.',
				'One control, one action. Split what has “and also”.',
			),
		],
		related: ['criteria-and-controls', 'key-controls', 'starter-library'],
	},
	{
		id: 'key-controls',
		group: 'Criteria and controls',
		title: 'Key controls',
		summary:
			'The few controls without which a criterion would not be met. They weigh twice in the score.',
		keywords: ['key control', 'weight', 'important', 'compensating'],
		asks: ['matrix.key-control'],
		blocks: [
			paragraph(
				'Ask of each control: if it failed and nothing else caught it, would the criterion still be met? If not, it is key. A typical criterion has one or two. Marking everything as key says nothing.',
			),
			list(
				'Key controls weigh twice in the score of a criterion.',
				'A key control whose design is not met holds its criterion down, whatever the others do.',
				'Their live dates decide the earliest safe start of the period.',
				'Give each a second person who can perform it.',
			),
		],
		related: ['score', 'safe-start', 'severity'],
	},
	{
		id: 'starter-library',
		group: 'Criteria and controls',
		title: 'Using the starter library',
		summary:
			'112 controls to pick from and adapt. Take what you do or will do; a control nobody performs is a deviation waiting.',
		keywords: ['library', 'template controls', 'starter', 'examples', 'pick controls'],
		asks: ['matrix.library'],
		blocks: [
			steps(
				'Choose what fits your company: cloud only, own software, personal data.',
				'Look at the criteria with gaps first; the library says which controls would answer them.',
				'Change each text until it says what you do: role, number of days, tool, record.',
				'Give it an owner and the day on which it went or will go live.',
			),
			note(
				'Numbers of days in the library are examples. What you write down is what you will be tested against.',
			),
		],
		related: ['good-control-text', 'criteria-and-controls', 'crosswalk'],
	},
	{
		id: 'checks',
		group: 'Criteria and controls',
		title: 'What the checks do',
		summary:
			'They read the workbook all the time and say what an auditor would stumble over, why, and how to mend it.',
		keywords: ['check', 'error', 'warning', 'linter', 'accept a warning', 'findings'],
		asks: ['checks', 'checks.accept'],
		blocks: [
			terms(
				[
					'Error',
					'blocks: the workbook is not called ready while one stands. It cannot be accepted, only mended.',
				],
				['Warning', 'mend it, or accept it with your name, a date and a reason'],
				['Note', 'good to know'],
			),
			paragraph(
				'A warning that was accepted stays accepted until the record it is about changes; then it is asked again. A check says nothing about things the workbook cannot see: it reads what is written here, not your systems.',
			),
			note(
				'No finding does not mean that a criterion is met. It means that nothing written here contradicts it.',
			),
		],
		related: ['score', 'kinds-of-gap', 'good-control-text'],
	},
	{
		id: 'crosswalk',
		group: 'Criteria and controls',
		title: 'The crosswalk to other frameworks',
		summary:
			'Which parts of ISO 27001, NIST, HIPAA, PCI DSS and GDPR your controls already serve, strongly or in part.',
		keywords: [
			'ISO 27001',
			'NIST CSF',
			'800-53',
			'HIPAA',
			'PCI DSS',
			'GDPR',
			'Annex A',
			'statement of applicability',
			'SoA',
			'mapping',
		],
		asks: ['crosswalk', 'crosswalk.applicability'],
		blocks: [
			terms(
				['Strong', 'the two ask for nearly the same; evidence of one usually shows the other'],
				['Partial', 'they overlap; something of the other is left to do'],
			),
			paragraph(
				'A mapping is a judgement, not an equation. It shows where work is shared and what would add the most. Whether another framework is met is for whoever assesses it.',
			),
			heading('Statement of applicability'),
			paragraph(
				'ISO 27001 asks for a list of the 93 controls of Annex A: which apply, why, and whether they are in place. The export begins it from your controls. The reasons are yours to write.',
			),
		],
		related: ['soc-reports-compared', 'criteria-and-controls', 'licensed-text'],
	},
];
