/**
 * What a company is, as far as it decides which controls of the starter library make sense for it.
 * Which control needs what was set by hand (`needs` in control-library.json), by one rule: a control
 * needs a facet when without it there is nothing for the control to act on. Text that only wants
 * adapting ("cloud firewalls" where firewalls are one's own) is no need. No control is for own data
 * halls only: whoever runs one adds its physical controls by hand.
 */
export type CompanyFacet =
	| 'developers'
	| 'offices'
	| 'hosting'
	| 'subserviceOrganizations'
	| 'customerLogIn'
	| 'serviceLevels'
	| 'processing'
	| 'personalData'
	| 'individuals';

/** What is known of a company; a facet nobody has answered is absent. */
export type Company = Readonly<Partial<Record<CompanyFacet, boolean>>>;

export interface FacetQuestion {
	readonly id: CompanyFacet;
	/** Answered with yes or no. */
	readonly question: string;
	/** Why controls go away when the answer is no, as a clause after a control's name. */
	readonly without: string;
}

/** In the order to ask them. */
export const facetQuestions: readonly FacetQuestion[] = [
	{
		id: 'hosting',
		question: 'Does production run at a cloud or hosting provider, all of it or in part?',
		without: 'there is no hosting provider whose report could be read',
	},
	{
		id: 'developers',
		question: 'Do you build or change software yourselves?',
		without: 'no own code is built, merged or released',
	},
	{
		id: 'offices',
		question: 'Do you have offices or other premises of your own?',
		without: 'there is no door, badge or visitor to control',
	},
	{
		id: 'customerLogIn',
		question: 'Do customers log in to a space of their own?',
		without: 'there is no customer log-in or tenant',
	},
	{
		id: 'subserviceOrganizations',
		question: 'Do you depend on other companies’ controls to keep your promises to customers?',
		without: 'there is no subservice organization',
	},
	{
		id: 'serviceLevels',
		question: 'Do you promise customers an uptime or another service level?',
		without: 'no service level is promised',
	},
	{
		id: 'processing',
		question: 'Do customers rely on the correctness of what you calculate, move or report?',
		without: 'data is stored and shown, not processed',
	},
	{
		id: 'personalData',
		question: 'Do you handle personal data, your customers’ included?',
		without: 'no personal data is handled',
	},
	{
		id: 'individuals',
		question: 'Do you collect personal data from individuals under a notice of your own?',
		without: 'no notice is given to individuals and no choice asked of them',
	},
];

/** The facets that the company says it has not and the control needs; empty where it fits. */
export function lackedFacets(
	control: { readonly needs: readonly CompanyFacet[] },
	company: Company,
): readonly CompanyFacet[] {
	return control.needs.filter((facet) => company[facet] === false);
}

/** True unless the company says it lacks something the control needs. What is unknown hides nothing. */
export function fits(
	control: { readonly needs: readonly CompanyFacet[] },
	company: Company,
): boolean {
	return lackedFacets(control, company).length === 0;
}
