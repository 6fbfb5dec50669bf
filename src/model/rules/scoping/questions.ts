/**
 * The questions that decide which categories belong in scope (facts pack, readiness guide 1.1). Their
 * ids are stored with the answers and never change; some are questions of the starter library too, and
 * then have its id.
 */
import type { TrustServicesCategory } from '../../catalog/criteria.ts';

/** Every category but security, which is in every examination. */
export type ChosenCategory = Exclude<TrustServicesCategory, 'security'>;

/** In the order they are asked about. */
export const chosenCategories: readonly ChosenCategory[] = [
	'availability',
	'confidentiality',
	'processing-integrity',
	'privacy',
];

export interface ScopingQuestion {
	readonly id: string;
	readonly category: ChosenCategory;
	readonly question: string;
	/**
	 * What a yes means: 'for' calls for the category, 'with' does so only together with the other
	 * questions of its kind, 'against' speaks for leaving it out, 'beside' weighs nothing by itself.
	 */
	readonly yes: 'for' | 'with' | 'against' | 'beside';
	/** What a yes says, and a no, as a clause after “because”. */
	readonly saidYes: string;
	readonly saidNo: string;
}

export const scopingQuestions: readonly ScopingQuestion[] = [
	{
		id: 'serviceLevels',
		category: 'availability',
		question: 'Do you promise customers an uptime or another service level?',
		yes: 'for',
		saidYes: 'you promise a service level',
		saidNo: 'you promise no service level',
	},
	{
		id: 'availability.recovery',
		category: 'availability',
		question: 'Do you promise how fast the service is back after an outage?',
		yes: 'for',
		saidYes: 'you promise recovery times',
		saidNo: 'you promise no recovery times',
	},
	{
		id: 'availability.hours',
		category: 'availability',
		question: 'Do customers depend on the service at set hours?',
		yes: 'for',
		saidYes: 'customers depend on the service at set hours',
		saidNo: 'customers can wait',
	},
	{
		id: 'availability.trial',
		category: 'availability',
		question: 'Is the service a beta or used inside your company only?',
		yes: 'against',
		saidYes: 'the service is a beta or an internal one',
		saidNo: 'customers use the service in earnest',
	},
	...asked('availability'),
	{
		id: 'confidentiality.marked',
		category: 'confidentiality',
		question: 'Do contracts mark customers’ data as confidential?',
		yes: 'for',
		saidYes: 'contracts mark data as confidential',
		saidNo: 'no contract marks data as confidential',
	},
	{
		id: 'confidentiality.return',
		category: 'confidentiality',
		question: 'Do you promise to return or destroy data when a contract ends?',
		yes: 'for',
		saidYes: 'you promise to return or destroy data',
		saidNo: 'you promise nothing about data at the end of a contract',
	},
	{
		id: 'confidentiality.secrets',
		category: 'confidentiality',
		question: 'Do you hold business secrets of customers?',
		yes: 'for',
		saidYes: 'you hold business secrets of customers',
		saidNo: 'you hold no business secrets of customers',
	},
	{
		id: 'confidentiality.public',
		category: 'confidentiality',
		question: 'Is all the data you hold public?',
		yes: 'against',
		saidYes: 'all the data you hold is public',
		saidNo: 'not all the data you hold is public',
	},
	...asked('confidentiality'),
	{
		id: 'processing',
		category: 'processing-integrity',
		question:
			'Do customers rely on the correctness of what you calculate, move or report, such as payments, payroll, billing or claims?',
		yes: 'for',
		saidYes: 'customers rely on the correctness of your results',
		saidNo: 'customers rely on no result that you work out',
	},
	{
		id: 'processing-integrity.stored',
		category: 'processing-integrity',
		question: 'Do you only keep and show data, without changing it?',
		yes: 'against',
		saidYes: 'you keep and show data without changing it',
		saidNo: 'you do more than keep and show data',
	},
	{
		id: 'processing-integrity.defined',
		category: 'processing-integrity',
		question:
			'Are the processing, its inputs and its outputs written down, so that they can be tested?',
		yes: 'beside',
		saidYes: 'the processing is written down',
		saidNo: 'the processing is not written down',
	},
	...asked('processing-integrity'),
	{
		id: 'privacy.collects',
		category: 'privacy',
		question: 'Do you collect personal data from individuals and decide what it is used for?',
		yes: 'with',
		saidYes: 'you collect personal data and decide what it is used for',
		saidNo: 'you do not decide what personal data is used for',
	},
	{
		id: 'individuals',
		category: 'privacy',
		question: 'Do you make promises to these individuals in a notice of your own?',
		yes: 'with',
		saidYes: 'you make promises in a notice of your own',
		saidNo: 'you have no notice of your own',
	},
	...asked('privacy'),
];

/** The questions of a category in the order to ask them. */
export function questionsOf(category: ChosenCategory): readonly ScopingQuestion[] {
	return scopingQuestions.filter((question) => question.category === category);
}

/** A category nobody asked for is no gain for the readers of the report. */
function asked(category: ChosenCategory): readonly ScopingQuestion[] {
	return [
		{
			id: `${category}.asked`,
			category,
			question: 'Do customers or buyers ask to see it in your report?',
			yes: 'beside',
			saidYes: 'buyers ask for it',
			saidNo: 'nobody asks for it',
		},
	];
}
