/** The steps from the draft of a report to the next period. */
import type { RoadStep } from './road-step.ts';

export const reporting: readonly RoadStep[] = [
	{
		id: 'draft',
		label: 'Draft',
		title: 'Draft: read the report as a customer would',
		summary:
			'Check the draft for facts: system, vendors, controls, user duties, incidents and changes.',
		what: 'The draft holds your description of the system and the auditor’s tests. Check that services, vendors, controls and dates agree in every section, that significant incidents and changes are there, and that no word boasts or cannot be tested.',
		who: [
			['Management', 'owns the description and corrects its facts'],
			['Compliance lead', 'compares description, matrix and tests line by line'],
			['CPA firm', 'owns opinion, tests and results; these are not negotiated'],
		],
		leaves: 'A description that matches what runs, ready to be asserted.',
		slip: 'A vendor or control that stands in one section and is missing in another.',
		keywords: ['review draft', 'section 3'],
		related: ['report-parts', 'system-description'],
	},
	{
		id: 'assertion',
		label: 'Assertion',
		title: 'Assertion: management signs',
		summary:
			'Management states in writing that the description is fair and the controls do their work.',
		what: 'The assertion is management’s own statement and part of the report. It needs a reasonable basis: monitoring, self-assessments, vendors’ reports that were read. A separate representation letter goes to the auditor and is not part of the report.',
		who: [
			['Management', 'signs both, after asking those who know'],
			['Compliance lead', 'gathers what the statement rests on'],
			['CPA firm', 'cannot issue its report without them'],
		],
		leaves: 'A signed assertion and a signed letter, dated with the report.',
		slip: 'Signing without anything on file that shows how management knows.',
		keywords: ['sign', 'representation letter', 'management statement'],
		related: ['management-assertion', 'report-parts'],
	},
	{
		id: 'report',
		label: 'Report',
		title: 'Report: the opinion is issued',
		summary: 'The CPA firm issues its report, commonly three to eight weeks after the period ends.',
		what: 'The report carries the firm’s opinion, management’s assertion, the description and, for a Type 2, the tests and their results. It is read by people who know how to read it: they look at the opinion, the exceptions, the vendors carved out and the duties it lays on customers.',
		who: [
			['CPA firm', 'signs and issues'],
			['Management', 'receives, files and decides who gets it'],
		],
		leaves: 'The report, its version and date on file, and open findings in the plan.',
		slip: 'Calling the result a badge or a certificate. It is an opinion on a system for a date or a period.',
		keywords: ['issue', 'issued', 'final'],
		related: ['report-parts', 'opinions'],
	},
	{
		id: 'share',
		label: 'Share',
		title: 'Share: who may read it',
		summary:
			'A SOC 2 report is for readers who know the system; share it under an agreement and keep a log.',
		what: 'Use is restricted: customers of the period, prospects who need it, partners, regulators. Share it under a confidentiality agreement, mark copies, and log who got which version when. It does not expire, but many buyers call a report stale once its period ended more than 12 months ago. For the public there is SOC 3.',
		who: [
			['Sales and security', 'answer requests and check the agreement'],
			['Compliance lead', 'keeps the log and the current version'],
		],
		leaves: 'A log of readers and versions.',
		slip: 'Putting the report on a public page.',
		keywords: ['NDA', 'distribution', 'restricted use', 'trust page'],
		asks: ['report.sharing'],
		related: ['soc-reports-compared', 'road-bridge-letter'],
	},
	{
		id: 'bridge-letter',
		label: 'Bridge letter',
		title: 'Bridge letter: for the time since the last report',
		summary:
			'Management’s own letter for the gap between the last period and today. It is not audited.',
		what: 'Also called a gap letter. On your letterhead, signed by management, it gives the dates of the last report and the name of the CPA firm, says which material changes and incidents there were since, or that there were none, when the next report is due, and that the letter does not replace a report. Buyers commonly accept it for up to about three months.',
		who: [
			['Management', 'writes and signs it'],
			['CPA firm', 'neither signs nor examines it'],
		],
		leaves: 'A dated letter with a start and an end.',
		slip: 'Using it in place of a report that is late. Beyond three months readers begin to ask.',
		keywords: ['gap letter', 'roll forward', 'between reports'],
		asks: ['scope.bridge-letter'],
		related: ['observation-period', 'road-next-period'],
	},
	{
		id: 'next-period',
		label: 'Next period',
		title: 'Next period: carry on without a hole',
		summary: 'The next period starts the day after the last one ended, usually for 12 months.',
		what: 'Controls and evidence keep running; nothing stops at the end of a period. Carry over controls, owners, vendors and user duties, clear occurrences and samples, keep open findings open. Compare the matrices: a control whose text changed is tested for design again.',
		who: [
			['Management', 'confirms dates, categories and CPA firm'],
			['Compliance lead', 'rolls the workbook forward and notes what changed'],
			['CPA firm', 'plans the next examination'],
		],
		leaves: 'A period that joins the last one, and a list of changed controls.',
		slip: 'A pause of some weeks. Days that no report covers have to be explained to every reader.',
		keywords: ['renewal', 'annual', 'roll-forward', 'next year'],
		related: ['observation-period', 'road-bridge-letter'],
	},
];
