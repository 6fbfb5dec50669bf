/** Whom else the service depends on: vendors, subservice organizations, customers. */
import { heading, list, note, paragraph, table, terms } from '../../../base/text-blocks.ts';
import type { Article } from '../article.ts';

export const otherPartiesArticles: readonly Article[] = [
	{
		id: 'subservice-organizations',
		group: 'Scope',
		title: 'Subservice organizations: carve-out and inclusive',
		summary:
			'A vendor whose controls you need to keep your commitments. Most reports carve them out and monitor them.',
		keywords: [
			'subservice',
			'carve-out',
			'inclusive',
			'cloud provider',
			'hosting',
			'vendor report',
		],
		asks: ['scope.subservice'],
		blocks: [
			paragraph(
				'A vendor is a subservice organization when its controls, together with yours, are needed to keep your commitments. Typical: cloud host, data centre, managed database, a central identity provider, outsourced operations. Not: office supplies, legal counsel, most HR tools.',
			),
			table(
				'Two ways to treat one',
				['', 'Carve-out', 'Inclusive'],
				['Their controls', 'named by kind only', 'described in your report'],
				['Tested by your auditor', 'no', 'yes'],
				[
					'They give you',
					'their report, and a bridge letter if it is old',
					'an assertion, access, evidence and a letter',
				],
				['Use', 'by far the most common', 'a small or related vendor without a report'],
			),
			heading('With a carve-out you still'),
			list(
				'list the controls you count on them for',
				'read their report each year: opinion, period, exceptions',
				'map the duties it lays on you to your own controls',
			),
		],
		related: ['complementary-controls', 'vendors', 'system-description'],
	},
	{
		id: 'complementary-controls',
		group: 'Scope',
		title: 'Complementary controls: theirs, your customers’, and yours for your vendors',
		summary:
			'Three lists: what you assume of subservice organizations, what customers must do, and what vendors expect of you.',
		keywords: [
			'CSOC',
			'CUEC',
			'user entity',
			'user responsibility',
			'user controls',
			'duties',
			'complementary',
		],
		asks: ['scope.user-controls', 'scope.vendor-duties'],
		blocks: [
			terms(
				[
					'CSOC',
					'complementary subservice organization control: what you assume a subservice organization does. “The host controls entry to its data centres.”',
				],
				[
					'CUEC',
					'complementary user entity control: what **your customers** must do for your controls to work. “Customers remove their leavers from the application.”',
				],
				[
					'Duties from vendors’ reports',
					'the CUECs in their reports are duties on **you**. “Users of the platform turn on multi-factor log-in.” Map each to one of your controls, or say why it does not apply.',
				],
			),
			paragraph(
				'Write a CUEC only where a criterion really depends on it, and name the criterion and the control. Anything else is a user responsibility and may stand in your help pages.',
			),
			note('The third list is the one most often forgotten, and auditors ask for it.'),
		],
		related: ['subservice-organizations', 'vendors', 'first-report-gaps'],
	},
	{
		id: 'vendors',
		group: 'Scope',
		title: 'Vendors, and how to read their reports',
		summary:
			'Tier vendors by what they could harm, review the important ones yearly, and read their reports to the end.',
		keywords: ['third party', 'vendor risk', 'vendor review', 'SOC report of a vendor', 'tier'],
		asks: ['scope.vendors', 'registers.vendors'],
		blocks: [
			paragraph(
				'Every vendor has an owner, a tier, the data it holds and a date of its next review. Those whose controls you depend on are also subservice organizations.',
			),
			heading('Reading a vendor’s SOC 2 report'),
			list(
				'Is it about the service you use, and about the categories you need?',
				'Type and period: does it reach into yours, and is there a bridge letter for the rest?',
				'The opinion: unmodified, or “except for” something that matters to you?',
				'Each exception: does it touch you, and what do you do meanwhile?',
				'Its own subservice organizations, carved out: who checks them?',
				'The duties it lays on users: map each to a control of yours.',
			),
			paragraph('Write down who read it, when, and what was concluded. That note is the evidence.'),
		],
		related: ['subservice-organizations', 'complementary-controls', 'opinions'],
	},
	{
		id: 'registers',
		group: 'Scope',
		title: 'Risks, policies and people: what the registers are for',
		summary: 'Short lists that are kept up to date are the ground on which many controls stand.',
		keywords: [
			'risk register',
			'risk assessment',
			'policy register',
			'people list',
			'likelihood',
			'impact',
			'residual',
		],
		asks: ['registers.risks', 'registers.policies', 'registers.people', 'scope.people'],
		blocks: [
			terms(
				[
					'Risks',
					'what could keep you from keeping a commitment, fraud and big changes included. Likelihood, impact, treatment, what remains, owner. Link each to the controls that lower it. Look at all of them at least once a year, inside the period.',
				],
				[
					'Policies',
					'owner, version, who approved it and when, and when it is next reviewed. Older than 12 months is stale to most readers.',
				],
				[
					'Systems',
					'what is in scope, its owner and the data it holds. Many lists an auditor asks for come from them.',
				],
				[
					'People',
					'who owns and performs controls, with start and leave dates. A control whose owner has left belongs to nobody.',
				],
			),
		],
		related: ['system-boundary', 'vendors', 'criteria-and-controls'],
	},
];
