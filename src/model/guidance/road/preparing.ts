/** The steps a company walks before its auditor begins. */
import type { RoadStep } from './road-step.ts';

export const preparing: readonly RoadStep[] = [
	{
		id: 'scope',
		label: 'Scope',
		title: 'Scope: say what is examined',
		summary: 'Decide services, system, categories, report type and dates before anything else.',
		what: 'Everything that follows is measured against the scope: which services, which system carries them, which categories customers ask for, what you promised them, and for which date or period. A narrow scope that is true beats a wide one that nobody asked for.',
		who: [
			['Management', 'decides services, categories, report type and dates'],
			['Compliance lead', 'writes boundary, commitments and vendors down, with reasons'],
			['CPA firm', 'is asked early whether the scope makes sense; it does not decide it'],
		],
		leaves:
			'A scope that a stranger understands: what is in, what is out and why, and the promises that the controls have to keep.',
		slip: 'Choosing all five categories to be safe. Each brings all of its criteria, and each criterion wants controls and evidence.',
		keywords: ['start', 'begin', 'first step'],
		asks: ['scope'],
		related: ['categories', 'system-boundary', 'commitments', 'type-1-and-type-2'],
	},
	{
		id: 'assessment',
		label: 'Assessment',
		title: 'Assessment: find out where you stand',
		summary:
			'Lay existing controls against each criterion, judge them, and write down what is missing.',
		what: 'For each criterion in scope, map the controls you already have. Judge each control’s design: met, partly or not. Then look for one real example of it. What is missing becomes a gap with a kind and a severity. Most companies do more than they have written down.',
		who: [
			['Compliance lead', 'maps controls and leads the talks'],
			['Control owners', 'say what is really done and show one example'],
			['Readiness consultant', 'may help; gives no opinion'],
		],
		leaves: 'A matrix of controls, a judgement of each, and a list of gaps.',
		slip: 'Asking people whether a control exists instead of asking to see it happen once.',
		keywords: ['gap assessment', 'readiness assessment', 'self-assessment'],
		related: ['criteria-and-controls', 'kinds-of-gap', 'severity'],
	},
	{
		id: 'remediation',
		label: 'Remediation',
		title: 'Remediation: close the gaps in the right order',
		summary: 'Design gaps on key controls first, then controls with a long rhythm, then the rest.',
		what: 'Give each gap an owner, steps, a date and the proof that will close it. Mend design gaps on key controls first, because nothing can operate that does not exist. Then controls that run once a quarter or a year: they need calendar time. Then operating, evidence and documentation gaps. Re-assess what was mended.',
		who: [
			['Gap owner', 'does the work and shows the proof'],
			['Someone else', 'looks at the proof and confirms that the gap is closed'],
			['Management', 'accepts in writing what will stay open'],
		],
		leaves: 'Closed gaps with proof, and the earliest day on which a period can safely start.',
		slip: 'Writing policies first because it is easy, while access reviews and restore tests have not run once.',
		keywords: ['fix', 'plan', 'mend', 'action plan'],
		asks: ['gaps'],
		related: ['closing-a-gap', 'safe-start', 'first-report-gaps'],
	},
	{
		id: 'type-1',
		label: 'Type 1 (optional)',
		title: 'Type 1: a report on one date',
		summary: 'An optional first report on design as of one date, while the Type 2 period runs.',
		what: 'A Type 1 report says whether the description is fair and the controls are suitably designed on one day. It can be had soon after remediation and gives customers something to read while the Type 2 period runs. Those who can wait may skip it.',
		who: [
			['Management', 'decides whether it is worth its cost, and sets the date'],
			['Control owners', 'have one good example of each control, dated on or before that date'],
			['CPA firm', 'examines and gives the opinion'],
		],
		leaves: 'A report on design. It holds no tests of how controls worked over time.',
		slip: 'Presenting it to buyers as if it covered a period. Many will ask for a Type 2 next.',
		keywords: ['type I', 'as-of date', 'point in time'],
		related: ['type-1-and-type-2', 'opinions'],
	},
	{
		id: 'period',
		label: 'Period runs',
		title: 'The period runs: controls work and leave evidence',
		summary:
			'For the length of the period every control runs in its rhythm and leaves a dated record.',
		what: 'Now the work is ordinary work, done on time. Each review, test, approval and check happens when its control says so and leaves its record on the day. A quarterly review that was missed cannot be made up later; it can only be explained.',
		who: [
			['Control owners', 'perform the control and keep its record'],
			['Reviewer', 'someone other than the preparer, looks at records as they come'],
			['Compliance lead', 'watches what falls due and notes changes and incidents'],
		],
		leaves:
			'Evidence dated inside the period, complete lists of what happened, and a log of changes and incidents.',
		slip: 'Collecting everything in the last month. By then the missed occurrences are past mending.',
		keywords: ['observation period', 'operating', 'window', 'during the year'],
		related: ['observation-period', 'good-evidence', 'populations'],
	},
];
