/** The steps in which the auditor asks, watches and tests. */
import type { RoadStep } from './road-step.ts';

export const fieldwork: readonly RoadStep[] = [
	{
		id: 'requests',
		label: 'Requests',
		title: 'Requests: the auditor’s list',
		summary:
			'The CPA firm sends a list of what it wants to see, commonly two to four weeks before fieldwork.',
		what: 'Each line asks for a document, a setting, a full list or a record. Answer each with what was asked for and no more, say which control it belongs to, and keep a note of what was sent, when and by whom.',
		who: [
			['CPA firm', 'sends the list and says when a line is answered'],
			['Evidence preparer', 'finds or makes the record'],
			['Reviewer', 'checks date, system name and completeness before it goes'],
		],
		leaves: 'A list with two states for each line: ours and the auditor’s.',
		slip: 'Sending a screenshot without date, system or account. It comes back as a new request.',
		keywords: ['request list', 'PBC', 'provided by client'],
		related: ['good-evidence', 'populations'],
	},
	{
		id: 'walkthroughs',
		label: 'Walkthroughs',
		title: 'Walkthroughs: show how it is done',
		summary: 'The auditor follows one example of a control from start to end with who performs it.',
		what: 'The person who performs the control shows one real case: what started it, what was done, what was recorded. The auditor compares that with the text of the control. When the two differ, the text is usually what is wrong; change it before testing begins.',
		who: [
			['CPA firm', 'asks, watches, takes notes'],
			['Control performer', 'shows a real case on the real system'],
			['Compliance lead', 'is there, and notes what was promised'],
		],
		leaves: 'An agreed understanding of each control, and corrections to the matrix.',
		slip: 'Letting a manager answer for the person who does the work.',
		keywords: ['interview', 'inquiry', 'observation'],
		related: ['good-control-text', 'who-does-what'],
	},
	{
		id: 'samples',
		label: 'Samples',
		title: 'Samples: the auditor picks, you show each one',
		summary:
			'From full lists of what happened, the auditor draws items and asks for the record of each.',
		what: 'You hand over the complete list: every leaver, change, incident or review of the period. The auditor draws items across the whole period and asks for the record of each. In a long period this is often done twice, once in the middle and once near the end.',
		who: [
			['System owner', 'exports the list from the system that does the thing'],
			['CPA firm', 'checks that the list is complete, draws the items, tests each'],
			['Control owners', 'show the record of each item drawn'],
		],
		leaves: 'A result for each item: no deviation, or a deviation with its facts.',
		slip: 'Replacing an item whose record cannot be found. A missing record is a result.',
		keywords: ['sampling', 'testing', 'selection'],
		related: ['sample-sizes', 'populations', 'deviations'],
	},
	{
		id: 'exceptions',
		label: 'Exceptions',
		title: 'Exceptions: explain what did not work',
		summary:
			'For each deviation: what happened, why, whom it touched, what else held, what changes now.',
		what: 'A deviation is listed in the report whatever the opinion is. The auditor asks whether it was one case or a fault of the system, and whether another control met the criterion meanwhile. Answer with facts and quickly; another clean control may carry the criterion.',
		who: [
			['CPA firm', 'states the deviation and weighs it'],
			['Control owner', 'gives nature, cause and extent'],
			['Management', 'writes a response, which the opinion does not cover'],
		],
		leaves: 'Deviations with responses, and gaps in the plan for their causes.',
		slip: 'Arguing, or promising a date that cannot be kept.',
		keywords: ['deviation', 'response', 'finding'],
		related: ['deviations', 'opinions'],
	},
];
