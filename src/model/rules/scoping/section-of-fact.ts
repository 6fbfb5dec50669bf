/** The section of the scope where a fact is asked for. */
import type { ScopeSection } from './scope-sections.ts';

const sections: Readonly<Record<string, ScopeSection | 'limits'>> = {
	organization: 'company',
	service: 'company',
	description: 'company',
	company: 'company',
	categories: 'categories',
	saidYes: 'categories',
	saidNo: 'categories',
	dataRole: 'categories',
	reportType: 'dates',
	asOf: 'dates',
	periodStart: 'dates',
	periodEnd: 'dates',
	firstReport: 'dates',
	previousEnd: 'dates',
	previousOpinion: 'dates',
	bridgeFrom: 'dates',
	bridgeThrough: 'dates',
	auditFirm: 'dates',
	auditContact: 'dates',
	fieldwork: 'dates',
	noCustomerDuties: 'complementary',
};

/** The limits of checks are asked for apart. */
export function sectionOfFact(field: string): ScopeSection | 'limits' {
	return sections[field] ?? 'limits';
}
